import type { Measure } from '../../scripts/domain/benchmark.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, Report, RunReport } from '../../scripts/domain/report.ts';
import { formatInterval, formatQuantity, formatSaturation } from '../../scripts/render/format.ts';
import type { Embed } from '../../scripts/render/markdown.ts';

/** One number of a run in words: a median at a step, or a program's saturation with its interval. */
export function formatNumber({ attributes }: Embed, report: Report): string {
  const { benchmark, run } = runOf(attributes['run'], report);
  const sweep = run.sweeps.find((one) => one.series === attributes['program']);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  if (attributes['measure'] === undefined) {
    const saturation = sweep?.saturation ?? null;
    if (saturation === null) return 'not measured';
    return saturation.censored ? formatSaturation(saturation, axis) : intervalOf(saturation, axis);
  }
  const level = sweep?.levels.find((one) => String(one.axis) === normal(attributes['at'] ?? ''));
  const spread = level?.spreads.get(attributes['measure']);
  return spread === undefined
    ? 'not measured'
    : formatQuantity(spread.median, measureOf(benchmark, attributes['measure']));
}

/** `500.0` and `500` are one step; a category is as it is written. */
function normal(at: string): string {
  return at.trim() === '' || Number.isNaN(Number(at)) ? at : String(Number(at));
}

function intervalOf(saturation: Parameters<typeof formatInterval>[0], axis: Measure): string {
  return `${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`;
}

/** A run by its `<benchmark>/<run>`. */
export function runOf(
  name: string | undefined,
  { benchmarks }: Report,
): { readonly benchmark: BenchmarkReport; readonly run: RunReport } {
  const [first, second] = name?.split('/') ?? [];
  const benchmark = benchmarks.find((one) => one.benchmark.id === first);
  const run = benchmark?.runs.find((one) => one.run.id === second);
  if (benchmark === undefined || run === undefined) throw new Error(`no run ${name}`);
  return { benchmark, run };
}
