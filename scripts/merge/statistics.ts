import type { Benchmark, SaturationTest } from '../domain/benchmark.ts';
import type { SaturationResult, Spread, SweepLevel, SweepReport } from '../domain/report.ts';
import type { Run, Step, Sweep } from '../domain/run.ts';

/** A sweep's levels and saturation; rejected steps are counted but excluded, disturbed ones are marked. */
export function summarizeSweep(sweep: Sweep, run: Run, benchmark: Benchmark): SweepReport {
  const levels = levelsOf(sweep, benchmark);
  return { sweep, levels, saturation: saturationOf(sweep, levels, run, benchmark) };
}

/** The median of numbers, for an even count the mean of the middle two; the list must not be empty. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function levelsOf(sweep: Sweep, benchmark: Benchmark): readonly SweepLevel[] {
  const numeric = benchmark.measures.filter(({ kind, id }) => kind === 'number' && sweep.columns.includes(id));
  const byAxis = Map.groupBy(sweep.steps, ({ axis }) => axis);
  return [...byAxis]
    .sort(([a], [b]) => a - b)
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
  const values = steps.flatMap(({ values: cells }) => {
    const value = cells.get(measure);
    return typeof value === 'number' ? [value] : [];
  });
  if (values.length === 0) return null;
  return { median: median(values), min: Math.min(...values), max: Math.max(...values), count: values.length };
}

/**
 * The highest step at which the median of the repeats passes the benchmark's tests, as at every lower step. The interval
 * spans the results of the single repeats, up to the next step of the grid.
 */
function saturationOf(
  sweep: Sweep,
  levels: readonly SweepLevel[],
  run: Run,
  benchmark: Benchmark,
): SaturationResult | null {
  if (benchmark.saturation === null || levels.length === 0) return null;
  const { tests } = benchmark.saturation;
  const value = highest(levels, (level) => tests.every((test) => levelMeets(level, test)));
  const repeats = [
    ...Map.groupBy(
      sweep.steps.filter(({ state }) => state !== 'rejected'),
      ({ repeat }) => repeat,
    ).values(),
  ];
  const single = repeats.map((steps) => {
    const sorted = [...steps].sort((a, b) => a.axis - b.axis);
    return highest(sorted, (step) => tests.every((test) => stepMeets(step, test)));
  });
  const best = Math.max(...single.map((one) => one ?? 0), value ?? 0);
  const top = Math.min(run.ceiling ?? Number.POSITIVE_INFINITY, levels.at(-1)?.axis ?? 0);
  return {
    value,
    low: single.length === 0 || single.includes(null) ? null : Math.min(...single.map((one) => one ?? 0)),
    below: levels.find(({ axis }) => axis > best)?.axis ?? null,
    censored: value !== null && value >= top,
    disturbed: levels.some(({ axis, disturbed }) => disturbed && axis <= best),
  };
}

function highest<T extends { readonly axis: number }>(rising: readonly T[], meets: (one: T) => boolean): number | null {
  const failing = rising.findIndex((one) => !meets(one));
  const passed = failing === -1 ? rising : rising.slice(0, failing);
  return passed.at(-1)?.axis ?? null;
}

function levelMeets(level: SweepLevel, test: SaturationTest): boolean {
  const value = level.spreads.get(test.measure)?.median;
  const base = test.relativeTo === null ? 1 : level.spreads.get(test.relativeTo)?.median;
  return value !== undefined && base !== undefined && value >= test.atLeast * base;
}

function stepMeets(step: Step, test: SaturationTest): boolean {
  const value = step.values.get(test.measure);
  const base = test.relativeTo === null ? 1 : step.values.get(test.relativeTo);
  return typeof value === 'number' && typeof base === 'number' && value >= test.atLeast * base;
}
