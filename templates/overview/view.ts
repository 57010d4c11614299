import type { BenchmarkReport, Report, ShortlistResult } from '../../scripts/domain/report.ts';
import { formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import { type ChangeDay, changesOf } from '../changes/changes.ts';
import type { Site } from '../layout/site.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { formatResult } from '../parts/run-body/result.ts';

/** The first page: what this is, a search, the answers that most come for, and what is new. */
export interface OverviewView {
  readonly title: string;
  readonly tagline: string;
  readonly size: string;
  readonly searchHref: string;
  readonly searchLabel: string;
  /** What can be found by its name, and where it is. */
  readonly names: readonly LinkView[];
  readonly shortlists: readonly SizedLink[];
  readonly shortlistsHref: string;
  /** The benchmark of the figure; null where there is none. */
  readonly measured: MeasuredView | null;
  readonly changes: readonly ChangeView[];
  readonly changesHref: string;
  readonly ways: readonly SizedLink[];
}

interface LinkView {
  readonly label: string;
  readonly href: string;
}

interface SizedLink extends LinkView {
  readonly size: string;
}

interface MeasuredView {
  readonly title: string;
  readonly href: string;
  readonly date: string;
  /** Who holds most, a sentence for each class of programs. */
  readonly result: readonly string[];
  readonly figures: readonly FigureView[];
}

interface ChangeView extends LinkView {
  readonly date: string;
  readonly text: string;
}

const shownChanges = 5;

/** The ways into the site, its main figure and what changed last. */
export function viewOverview(site: Site): OverviewView {
  const { report, urls } = site;
  const { title, tagline, noun } = report.site;
  return {
    title,
    tagline,
    size: sizeOf(report),
    searchHref: urls.matrix,
    searchLabel: `Find a ${noun} or a feature`,
    names: [
      ...report.frameworks.map(({ id, name }) => ({ label: name, href: urls.framework(id) })),
      ...report.catalog.features.map(({ id, label }) => ({ label, href: urls.feature(id) })),
    ],
    shortlists: report.shortlists
      .filter(({ edition }) => edition === report.latest)
      .map((result) => viewShortlist(result, urls)),
    shortlistsHref: urls.shortlists,
    measured: viewMeasured(site),
    changes: changesOf(report)
      .flatMap((day) => viewDay(day, urls))
      .slice(0, shownChanges),
    changesHref: urls.changes,
    ways: waysOf(report, urls),
  };
}

function sizeOf({ frameworks, catalog, claimCount, site, updated }: Report): string {
  const counts = [
    formatCount(frameworks.length, site.noun, site.nounPlural),
    formatCount(catalog.features.length, 'feature'),
    formatCount(claimCount, 'dated answer'),
  ];
  return `${counts.join(', ')}. Data as of ${updated}.`;
}

function viewShortlist({ shortlist, entries }: ShortlistResult, urls: Urls): SizedLink {
  const meeting = entries.filter(({ meets }) => meets).length;
  return { label: shortlist.question, href: urls.shortlist(shortlist.id), size: String(meeting) };
}

/** The figure that the site names, or the first one of the first benchmark. */
function viewMeasured(site: Site): MeasuredView | null {
  const { report, figures, urls } = site;
  const named = report.site.figure === null ? null : figures.get(report.site.figure);
  const [first] = report.benchmarks;
  const benchmark = report.benchmarks.find((one) => one.benchmark.id === named?.benchmark) ?? first;
  const [lead] = benchmark?.runs ?? [];
  if (benchmark === undefined || lead === undefined) return null;
  const figure = named ?? figures.ofRun(benchmark.benchmark.id, lead.run.id)[0];
  return {
    title: benchmark.benchmark.title,
    href: urls.benchmark(benchmark.benchmark.id),
    date: formatDate(lead.run.date),
    result: formatResult(benchmark, lead),
    figures: figure === undefined ? [] : [viewFigure(figure, urls)],
  };
}

function viewDay({ date, answers, runs }: ChangeDay, urls: Urls): readonly ChangeView[] {
  return [
    ...runs.map(({ benchmark, run }) => ({
      date: formatDate(date),
      label: `${benchmark.benchmark.title}: ${run.title}`,
      href: urls.run(benchmark.benchmark.id, run.id),
      text: 'measured',
    })),
    ...answers.map(({ framework, feature, before, after }) => ({
      date: formatDate(date),
      label: `${framework.name}, ${feature.label}`,
      href: urls.claims(framework.id, feature.id),
      text: `${formatClaim(before, feature)} → ${formatClaim(after, feature)}`,
    })),
  ];
}

/** The matrix of every edition, and the pages on what differs. */
function waysOf(report: Report, urls: Urls): readonly SizedLink[] {
  const { editions, latest, comparisons, contradictions, benchmarks } = report;
  return [
    ...editions.toReversed().map(({ definition, rows, features }) => ({
      label: definition === latest.definition ? 'Matrix' : `Matrix: ${definition.label}`,
      href: urls.edition(definition.id),
      size: `${rows.length} × ${features.length}`,
    })),
    ...(comparisons.length === 0 ? [] : [{ label: 'Then and now', href: urls.editionDiffs, size: '' }]),
    ...benchmarks.map(({ benchmark, runs }: BenchmarkReport) => ({
      label: benchmark.title,
      href: urls.benchmark(benchmark.id),
      size: formatCount(runs.length, 'run'),
    })),
    ...(contradictions.length === 0
      ? []
      : [{ label: 'Contradicted by repositories', href: urls.contradictions, size: String(contradictions.length) }]),
  ];
}
