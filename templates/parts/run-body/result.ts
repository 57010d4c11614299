import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../../../scripts/domain/report.ts';
import { ranksOfSaturation } from '../../../scripts/merge/ranking.ts';
import {
  formatCount,
  formatInterval,
  formatSaturation,
  listNames,
  lowerFirst,
} from '../../../scripts/render/format.ts';

/** The result of a run in one sentence for each class of programs: who holds most, or who cannot be told apart. Empty without a saturation. */
export function formatResult(report: BenchmarkReport, run: RunReport): readonly string[] {
  const { saturation } = report.benchmark;
  const ranks = ranksOfSaturation(run);
  if (saturation === null || ranks.size === 0) return [];
  const ranked = run.sweeps.filter(({ series }) => ranks.has(series));
  const classes = [...Map.groupBy(ranked, ({ sweep }) => sweep.class)].sort(([, a], [, b]) => b.length - a.length);
  return classes.map(([name, sweeps]) => {
    const first = sweeps.filter(({ series }) => ranks.get(series)?.best === 1);
    const among = name === null ? '' : ` among ${formatCount(sweeps.length, `${name} program`)}`;
    return `Highest ${lowerFirst(saturation.label)}${among}: ${formatFirst(first, report)}`;
  });
}

/** Programs with which the best may share its rank. */
function formatFirst(sweeps: readonly SweepReport[], report: BenchmarkReport): string {
  const axis = measureOf(report, report.benchmark.axis);
  const sorted = sweeps
    .flatMap(({ label, saturation }) => (saturation === null ? [] : [{ label, saturation }]))
    .sort((a, b) => (b.saturation.value ?? 0) - (a.saturation.value ?? 0));
  const [best] = sorted;
  if (best === undefined) return 'nothing was measured.';
  const text = `${best.label}, ${formatSaturation(best.saturation, axis)} (${formatInterval(best.saturation, axis)})`;
  const tied = sorted.slice(1).map(({ label }) => label);
  return tied.length === 0 ? `${text}.` : `${text}; ${listFew(tied)} cannot be told apart from it.`;
}

const named = 4;

function listFew(names: readonly string[]): string {
  return listNames(names.length > named + 1 ? [...names.slice(0, named), `${names.length - named} more`] : names);
}
