import { axisOrder } from '../domain/axis.ts';
import type { Benchmark } from '../domain/benchmark.ts';
import type { Spread, SweepLevel, SweepReport } from '../domain/report.ts';
import type { Run, Step } from '../domain/run.ts';
import { type SweepPart, splitSweeps } from '../domain/series.ts';
import { saturationOf } from './saturation.ts';

/** The levels and saturation of each sweep of a run under each setting; rejected steps are counted but excluded. */
export function summarizeSweeps(run: Run, benchmark: Benchmark): readonly SweepReport[] {
  return splitSweeps(run, benchmark).map(({ steps, ...part }) => {
    const levels = levelsOf({ ...part, steps }, benchmark);
    return { ...part, levels, saturation: saturationOf(steps, levels, run, benchmark) };
  });
}

/** The median of numbers, for an even count the mean of the middle two; the list must not be empty. */
export function median(values: readonly number[]): number {
  return middleOf(Float64Array.from(values).sort());
}

function middleOf(sorted: Float64Array): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function levelsOf({ sweep, steps: all }: SweepPart, benchmark: Benchmark): readonly SweepLevel[] {
  const numeric = benchmark.measures.filter(({ kind, id }) => kind === 'number' && sweep.columns.includes(id));
  const order = axisOrder(benchmark.categories);
  return [...Map.groupBy(all, ({ axis }) => axis)]
    .sort(([a], [b]) => order(a, b))
    .map(([axis, steps]) => {
      const used = steps.filter(({ state }) => state !== 'rejected');
      const spreads = numeric.flatMap(({ id }): [string, Spread][] => {
        const spread = spreadOf(used, id);
        return spread === null ? [] : [[id, spread]];
      });
      return {
        axis,
        spreads: new Map(spreads),
        disturbed: used.some(({ state }) => state === 'disturbed'),
        steps: used.length,
        rejected: steps.length - used.length,
      };
    });
}

function spreadOf(steps: readonly Step[], measure: string): Spread | null {
  const values = new Float64Array(steps.length);
  let count = 0;
  for (const { values: cells } of steps) {
    const value = cells.get(measure);
    if (typeof value !== 'number') continue;
    values[count] = value;
    count += 1;
  }
  if (count === 0) return null;
  const sorted = values.subarray(0, count).sort();
  return { median: middleOf(sorted), min: sorted[0] ?? Number.NaN, max: sorted[count - 1] ?? Number.NaN, count };
}
