import { cellsIn } from '../../scripts/domain/edition.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, MatrixCell, RunReport, SweepReport } from '../../scripts/domain/report.ts';
import { ranksOfSaturation } from '../../scripts/merge/ranking.ts';
import { formatDate, formatInterval, formatSaturation } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { type CellView, viewCell } from '../parts/cell/view.ts';
import { describeActivity } from '../parts/repository/view.ts';
import { formatRank } from '../parts/saturation/view.ts';

/** What the first screen says of a framework. */
export interface HeadView {
  /** What its repository shows; empty where it was never read. */
  readonly status: string;
  readonly answers: readonly { readonly label: string; readonly cell: CellView }[];
  readonly measured: readonly MeasuredView[];
  readonly supports: readonly FeatureLink[];
  readonly lacks: readonly FeatureLink[];
  /** How many questions nobody has answered; empty for none. */
  readonly open: string;
  readonly doubts: readonly DoubtView[];
}

/** A program in the lead run of a benchmark. */
interface MeasuredView {
  readonly benchmark: string;
  readonly href: string;
  readonly program: string;
  readonly value: string;
  readonly interval: string;
  readonly rank: string;
  readonly version: string;
  readonly date: string;
}

interface FeatureLink {
  readonly id: string;
  readonly label: string;
}

/** An answer of today that others contradict. */
interface DoubtView extends FeatureLink {
  readonly text: string;
}

/** What the first screen of a framework's page says, all of it derived from claims, facts and lead runs. */
export function viewFirst(framework: Framework, { report, urls }: Site): HeadView {
  const cells = cellsIn(report.latest, framework);
  const seen = report.repositories.get(framework.id)?.seen ?? null;
  const plain = cells.filter(
    ({ feature, aged }) => feature.kind === 'support' && !feature.head && !feature.folded && !aged,
  );
  const unknown = cells.filter(({ claim }) => claim === null || claim.value === 'unknown').length;
  return {
    status: seen === null ? '' : describeActivity(seen, report.updated),
    answers: cells
      .filter(({ feature }) => feature.head)
      .map((cell) => ({ label: cell.feature.label, cell: viewCell(cell, urls) })),
    measured: report.benchmarks.flatMap((benchmark) => viewMeasured(framework, benchmark, urls)),
    supports: linksTo(plain, 'full'),
    lacks: linksTo(plain, 'none'),
    open: unknown === 0 ? '' : `${unknown} of ${cells.length} questions are not answered yet.`,
    doubts: cells.flatMap(doubtOf),
  };
}

function linksTo(cells: readonly MatrixCell[], value: string): readonly FeatureLink[] {
  return cells.filter(({ claim }) => claim?.value === value).map(({ feature: { id, label } }) => ({ id, label }));
}

function doubtOf({ feature: { id, label }, disputes, git }: MatrixCell): readonly DoubtView[] {
  return [
    ...(disputes.length > 0 ? [{ id, label, text: 'sources disagree' }] : []),
    ...(git?.verdict === 'contradicted' ? [{ id, label, text: `the repository contradicts it: ${git.says}` }] : []),
  ];
}

function viewMeasured(framework: Framework, benchmark: BenchmarkReport, urls: Site['urls']): readonly MeasuredView[] {
  const [lead] = benchmark.runs;
  if (lead === undefined || benchmark.benchmark.saturation === null) return [];
  const ranks = ranksOfSaturation(lead);
  return lead.sweeps
    .filter(({ sweep }) => sweep.framework === framework.id)
    .flatMap((sweep) => viewProgram(sweep, { lead, ranks }, benchmark, urls));
}

function viewProgram(
  { series, label, sweep, saturation }: SweepReport,
  { lead, ranks }: { readonly lead: RunReport; readonly ranks: ReturnType<typeof ranksOfSaturation> },
  benchmark: BenchmarkReport,
  urls: Site['urls'],
): readonly MeasuredView[] {
  if (saturation === null) return [];
  const { id, title, axis, saturation: rule } = benchmark.benchmark;
  const measure = measureOf(benchmark, axis);
  const rank = formatRank(ranks.get(series));
  return [
    {
      benchmark: `${title}, ${rule?.label ?? ''}`,
      href: urls.benchmark(id),
      program: label,
      value: formatSaturation(saturation, measure),
      interval: formatInterval(saturation, measure),
      rank: rank === '' ? '' : `rank ${rank}${sweep.class === null ? '' : `, ${sweep.class}`}`,
      version: sweep.version ?? sweep.runtime ?? '',
      date: formatDate(lead.run.date),
    },
  ];
}
