import type {
  BenchmarkReport,
  Contradiction,
  MatrixCell,
  Report,
  ShortlistResult,
} from '../../scripts/domain/report.ts';
import { digits, formatClaim, formatCount, formatDate } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';
import { viewCell } from '../parts/cell/view.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { type SaturationResultView, viewSaturations } from '../parts/saturation/view.ts';

const shownContradictions = 3;
const shownResults = 5;

/** The first page: what this is, the quickest ways in, what is disputed, what was measured last. */
export interface OverviewView {
  readonly title: string;
  readonly tagline: string;
  readonly numbers: readonly { readonly label: string; readonly value: string }[];
  readonly matrixHref: string;
  readonly editionDiffsHref: string;
  readonly editions: readonly SizedLink[];
  readonly shortlistsHref: string;
  readonly shortlists: readonly SizedLink[];
  /** The first benchmark that measured where programs saturate; null where none did. */
  readonly newest: NewestView | null;
  readonly contradictionsHref: string;
  readonly contradictionText: string;
  readonly contradictions: readonly ContradictionView[];
  readonly benchmarks: readonly LeadView[];
  readonly disputes: readonly DisputeView[];
}

interface SizedLink {
  readonly label: string;
  readonly href: string;
  readonly size: string;
}

interface NewestView {
  readonly title: string;
  readonly href: string;
  readonly run: string;
  readonly runHref: string;
  readonly date: string;
  readonly saturationLabel: string;
  /** The highest saturations, a few. */
  readonly top: readonly { readonly label: string; readonly value: string; readonly interval: string }[];
}

/** What the overview shows of a benchmark: its lead run. */
interface LeadView {
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  readonly run: string;
  readonly date: string;
  readonly figures: readonly FigureView[];
  readonly saturationLabel: string;
  readonly saturation: readonly SaturationResultView[];
}

interface ContradictionView {
  readonly framework: string;
  readonly feature: string;
  readonly href: string;
  readonly claimed: string;
  readonly date: string;
  readonly says: string;
}

interface DisputeView {
  readonly framework: string;
  readonly feature: string;
  readonly href: string;
  readonly text: string;
  readonly marks: string;
}

/** The ways into the site, and its newest figures. */
export function viewOverview(site: Site): OverviewView {
  const { report, urls } = site;
  const benchmarks = report.benchmarks.flatMap((benchmark) => viewLead(benchmark, site));
  return {
    title: report.site.title,
    tagline: report.site.tagline,
    numbers: numbersOf(report),
    matrixHref: urls.matrix,
    editionDiffsHref: urls.editionDiffs,
    editions: report.editions.map(({ definition, rows, features }) => ({
      label: definition.label,
      href: urls.edition(definition.id),
      size: `${rows.length} × ${features.length}`,
    })),
    shortlistsHref: urls.shortlists,
    shortlists: report.shortlists
      .filter(({ edition }) => edition === report.latest)
      .map((result) => viewShortlist(result, urls)),
    newest: report.benchmarks.flatMap((benchmark) => viewNewest(benchmark, urls))[0] ?? null,
    contradictionsHref: urls.contradictions,
    contradictionText: describeContradictions(report),
    contradictions: report.contradictions.slice(0, shownContradictions).map((one) => viewContradiction(one, urls)),
    benchmarks,
    disputes: disputedCells(report).map((cell) => viewDispute(cell, urls)),
  };
}

/** Today's answers apart from those of older editions: they were not all wrong at the same time. */
function describeContradictions({ contradictions, latest }: Report): string {
  const today = contradictions.filter(({ edition }) => edition === latest).length;
  const older = contradictions.length - today;
  const rest = older === 0 ? '' : `, and ${formatCount(older, 'claim')} of older editions`;
  return `${formatCount(today, 'answer')} of today${rest} contradicted by the framework’s own repository.`;
}

function numbersOf(report: Report): OverviewView['numbers'] {
  const { frameworks, catalog, claimCount, sourcedCount, repositories } = report;
  const read = [...repositories.values()].filter(({ seen }) => seen !== null).length;
  return [
    { label: 'frameworks', value: digits(frameworks.length) },
    { label: 'features', value: digits(catalog.features.length) },
    { label: 'dated claims', value: digits(claimCount) },
    { label: 'with a source', value: digits(sourcedCount) },
    { label: 'repositories read', value: digits(read) },
  ];
}

function viewShortlist({ shortlist, entries }: ShortlistResult, urls: Urls): SizedLink {
  const meeting = entries.filter(({ meets }) => meets).length;
  return { label: shortlist.label, href: urls.shortlist(shortlist.id), size: `${meeting} of ${entries.length}` };
}

function viewNewest(benchmark: BenchmarkReport, urls: Urls): readonly NewestView[] {
  const { id, title, saturation } = benchmark.benchmark;
  const [lead] = benchmark.runs;
  if (lead === undefined) return [];
  const top = viewSaturations(benchmark, lead, urls).slice(0, shownResults);
  if (top.length === 0) return [];
  return [
    {
      title,
      href: urls.benchmark(id),
      run: lead.run.title,
      runHref: urls.run(id, lead.run.id),
      date: formatDate(lead.run.date),
      saturationLabel: saturation?.label ?? '',
      top: top.map(({ label, value, interval }) => ({ label, value, interval })),
    },
  ];
}

function viewContradiction({ cell, claim, evidence }: Contradiction, urls: Urls): ContradictionView {
  const { framework, feature } = cell;
  return {
    framework: framework.name,
    feature: feature.label,
    href: urls.claims(framework.id, feature.id),
    claimed: formatClaim(claim, feature),
    date: formatDate(claim.on),
    says: evidence.says,
  };
}

function viewLead(benchmark: BenchmarkReport, { urls, figures }: Site): readonly LeadView[] {
  const { id, title, summary, saturation } = benchmark.benchmark;
  const [lead] = benchmark.runs;
  if (lead === undefined) return [];
  return [
    {
      title,
      href: urls.benchmark(id),
      summary,
      run: lead.run.title,
      date: formatDate(lead.run.date),
      figures: figures
        .ofRun(id, lead.run.id)
        .slice(0, 1)
        .map((figure) => viewFigure(figure, urls)),
      saturationLabel: saturation?.label ?? '',
      saturation: viewSaturations(benchmark, lead, urls),
    },
  ];
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

function viewDispute(cell: MatrixCell, urls: Urls): DisputeView {
  const { href, text, marks } = viewCell(cell, urls);
  return { framework: cell.framework.name, feature: cell.feature.label, href, text, marks };
}
