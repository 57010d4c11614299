import type { BenchmarkReport, MatrixCell, Report, ShortlistResult } from '../../scripts/domain/report.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import { digits, formatCount, formatDate } from '../../scripts/render/format.ts';
import { editionHref } from '../matrix/view.ts';
import { viewCell } from '../parts/claim/view.ts';
import { viewFigure } from '../parts/figure/view.ts';
import { viewSaturation } from '../parts/saturation/view.ts';
import { viewContradiction } from '../review/view.ts';

const shownContradictions = 3;
const shownResults = 5;

/** The first page: what this is, the quickest ways in, what is disputed, what was measured last. */
export function viewOverview(report: Report, figures: Figures): object {
  const { base } = report.site;
  const benchmarks = report.benchmarks.flatMap((benchmark) => viewLead(benchmark, report, figures));
  return {
    title: report.site.title,
    tagline: report.site.tagline,
    numbers: numbersOf(report),
    editions: report.editions.map((edition) => ({
      label: edition.definition.label,
      href: editionHref(report, edition),
      size: `${edition.rows.length} × ${edition.features.length}`,
    })),
    shortlists: report.shortlists.flatMap((result) =>
      result.edition === report.latest ? [viewMeeting(result, base)] : [],
    ),
    newest: benchmarks.find(({ top }) => top.length > 0) ?? null,
    contradictions: report.contradictions.slice(0, shownContradictions).map((one) => viewContradiction(one, report)),
    contradictionText: `${formatCount(report.contradictions.length, 'claim')} contradicted by the framework's own repository.`,
    disputes: disputedCells(report).map((cell) => ({
      framework: cell.framework.name,
      feature: cell.feature.label,
      ...viewCell(cell, base),
    })),
    benchmarks,
  };
}

function numbersOf({ frameworks, catalog, claimCount, sourcedCount, repositories }: Report): readonly object[] {
  const read = [...repositories.values()].filter(({ seen }) => seen !== null).length;
  return [
    { label: 'frameworks', value: digits(frameworks.length) },
    { label: 'features', value: digits(catalog.features.length) },
    { label: 'dated claims', value: digits(claimCount) },
    { label: 'with a proof', value: digits(sourcedCount) },
    { label: 'repositories read', value: digits(read) },
  ];
}

function viewMeeting({ shortlist, entries }: ShortlistResult, base: string): object {
  const meeting = entries.filter(({ meets }) => meets).length;
  return {
    label: shortlist.label,
    href: `${base}shortlists/#${shortlist.id}`,
    size: `${meeting} of ${entries.length}`,
  };
}

/** Every cell that is disputed in some edition, once, as the newest edition that disputes it shows it. */
function disputedCells({ latest, editions }: Report): readonly MatrixCell[] {
  const newestFirst = [latest, ...editions.filter((edition) => edition !== latest).toReversed()];
  const cells = newestFirst
    .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    .filter(({ disputes }) => disputes.length > 0);
  return [
    ...new Map(cells.toReversed().map((cell) => [`${cell.framework.id} ${cell.feature.id}`, cell])).values(),
  ].toReversed();
}

/** What the overview shows of a benchmark: its leading run. */
interface LeadView {
  readonly title: string;
  readonly summary: string;
  readonly run: string;
  readonly date: string;
  readonly href: string;
  readonly runHref: string;
  readonly figures: readonly object[];
  readonly saturation: readonly object[];
  readonly saturationLabel: string;
  /** The highest saturations, a few. */
  readonly top: readonly object[];
}

function viewLead(benchmark: BenchmarkReport, { site }: Report, figures: Figures): readonly LeadView[] {
  const run = benchmark.runs[0];
  if (run === undefined) return [];
  const { id, title, summary, saturation } = benchmark.benchmark;
  const all = viewSaturation(benchmark, run, site.base);
  return [
    {
      title,
      summary,
      run: run.run.title,
      date: formatDate(run.run.date),
      href: `${site.base}benchmarks/${id}/`,
      runHref: `${site.base}benchmarks/${id}/${run.run.id}/`,
      figures: figures
        .ofRun(id, run.run.id)
        .slice(0, 1)
        .map((figure) => viewFigure(figure, site.base)),
      saturation: all,
      saturationLabel: saturation?.label ?? '',
      top: all.slice(0, shownResults),
    },
  ];
}
