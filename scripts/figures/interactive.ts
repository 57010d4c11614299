import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { measureOf } from './chart.ts';

/** Ranks are told of measures with a better end, and of quiet runs only; of saturation the intervals speak. */
export function betterOf(chart: ChartDefinition, report: BenchmarkReport, { run }: RunReport): string {
  return run.condition === 'busy' || chart.kind === 'saturation' ? '' : (measureOf(report, chart.measure).better ?? '');
}
