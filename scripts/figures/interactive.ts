import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { chartPoints, measureOf } from './chart.ts';

/** What a page tells the script of one figure; empty where there is nothing to tell. See `docs/figures.md`. */
export interface LiveView {
  /** Which way is better, where ranks may be told. */
  readonly better: string;
  /** The other scale, `log` or `linear`, and the address of the picture drawn on it. */
  readonly other: string;
  readonly otherHref: string;
  /** The address of the figure as Vega reads it. */
  readonly exploreHref: string;
}

/** The same chart on the other scale; null where not every point that is drawn can stand on it. */
export function otherScale(chart: ChartDefinition, run: RunReport): ChartDefinition | null {
  if (chart.kind !== 'steps') return null;
  const scale = chart.scale === 'log' ? 'linear' : 'log';
  // The line of equality is straight on equal scales only.
  const other: ChartDefinition = { ...chart, scale, ideal: chart.ideal && scale === 'linear' };
  return chartPoints(run, other).length === chartPoints(run, chart).length ? other : null;
}

/** Ranks are told of measures with a better end, and of quiet runs only; of saturation the intervals speak. */
export function betterOf(chart: ChartDefinition, report: BenchmarkReport, { run }: RunReport): string {
  return run.condition === 'busy' || chart.kind === 'saturation' ? '' : (measureOf(report, chart.measure).better ?? '');
}
