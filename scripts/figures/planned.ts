import type { ChartDefinition } from '../domain/chart.ts';
import { chartId } from '../domain/figure.ts';
import type { BenchmarkReport, Edition, EditionDiff, RunReport } from '../domain/report.ts';

/** A figure to be made. */
export type PlannedFigure = PlannedChart | PlannedMatrix | PlannedDiff;

interface Planned {
  /** By which it is found; no two of a plan share one. Of a figure that a page alone shows it begins with the page's path. */
  readonly key: string;
  /** The id of its addresses. */
  readonly id: string;
  /** `page`: it has no address of its own. */
  readonly use: 'whole' | 'part' | 'page';
}

/** A chart of a run, or of some of its sweeps. */
export interface PlannedChart extends Planned {
  readonly kind: 'chart';
  readonly pin: string | null;
  readonly chart: ChartDefinition;
  readonly benchmark: BenchmarkReport;
  readonly run: RunReport;
  /** There is a newer run that has data for the chart. */
  readonly newer: boolean;
}

/** The matrix of an edition, or a part of it. */
export interface PlannedMatrix extends Planned {
  readonly kind: 'matrix';
  readonly title: string;
  readonly question: string;
  readonly edition: Edition;
  /** Null for all. */
  readonly frameworks: readonly string[] | null;
  readonly features: readonly string[] | null;
}

/** What became of an edition's answers. */
export interface PlannedDiff extends Planned {
  readonly kind: 'diff';
  readonly diff: EditionDiff;
}

/** A chart with the benchmark it is of. */
export interface BenchmarkChart {
  readonly benchmark: BenchmarkReport;
  readonly chart: ChartDefinition;
}

/** The charts of a benchmark, each with the id under which it is known everywhere. */
export function chartsOf(benchmark: BenchmarkReport): readonly (BenchmarkChart & { readonly id: string })[] {
  return benchmark.benchmark.charts.map((chart) => ({
    id: chartId(benchmark.benchmark.id, chart.id),
    benchmark,
    chart,
  }));
}

/** A run reduced to the sweeps of some frameworks, or to sweeps by their own ids. */
export function onlySweeps(run: RunReport, ids: readonly string[]): RunReport {
  const chosen = run.sweeps.filter(({ sweep: { id, framework } }) => ids.includes(id) || ids.includes(framework ?? ''));
  return { ...run, sweeps: chosen };
}
