import type { Measure } from '../domain/benchmark.ts';
import type { ChartDefinition, SeriesStyle } from '../domain/chart.ts';
import { type BenchmarkReport, measureOf, type RunReport } from '../domain/report.ts';
import { plot, plotWidth } from './label.ts';
import { type ChartPoint, chartPoints, measuresOf } from './points.ts';
import { type Domain, domainOf } from './scale.ts';
import type { SeriesMark } from './svg/compact.ts';

/** What a chart shows of a run: computed once, read by its sentence, table, numbers and specification. */
export interface ChartData {
  readonly chart: ChartDefinition;
  readonly benchmark: BenchmarkReport;
  readonly run: RunReport;
  readonly points: readonly ChartPoint[];
  readonly measure: Measure;
  /** The measure that rises along a sweep. */
  readonly axis: Measure;
  /** The measure from left to right: of peaks another one. */
  readonly across: Measure;
  readonly band: Measure | null;
  /** Of a level: its measures that the run may show. */
  readonly shown: readonly Measure[];
  readonly frame: Frame;
  /** How each sweep is drawn, in the order of the run. */
  readonly styles: Readonly<Record<string, SeriesMark>>;
}

/** The domains of both axes, and the size of the plot between them. */
export interface Frame {
  readonly axis: Domain;
  readonly measure: Domain;
  readonly width: number;
  readonly height: number;
}

/** The data of a chart of a run, or of some of its sweeps. */
export function chartData(chart: ChartDefinition, benchmark: BenchmarkReport, run: RunReport): ChartData {
  const points = chartPoints(run, chart);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    chart,
    benchmark,
    run,
    points,
    measure: measureOf(benchmark, chart.measure),
    axis,
    across: chart.against === null ? axis : measureOf(benchmark, chart.against.measure),
    band: chart.band === null ? null : measureOf(benchmark, chart.band),
    shown: measuresOf(run, chart).map((id) => measureOf(benchmark, id)),
    frame: frameOf(points, chart),
    styles: stylesOf(chart, benchmark, run),
  };
}

function frameOf(points: readonly ChartPoint[], chart: ChartDefinition): Frame {
  const ends = points.flatMap(({ low, high, band }) => [low, high, band ?? high]);
  const axis: Domain =
    chart.against === null
      ? [0, Math.max(...points.map((point) => point.axis)) || 1]
      : domainOf(
          points.map(({ against }) => against ?? 0),
          chart.against.scale,
        );
  return { axis, measure: domainOf(ends, chart.scale), width: plotWidth(points, chart), height: plot.height };
}

const fallbackStyle: SeriesStyle = { hue: 0, style: 1 };

/** The style of each sweep: its own for ever, gray where others stand out. */
function stylesOf(
  { emphasis }: ChartDefinition,
  { seriesStyles }: BenchmarkReport,
  { sweeps }: RunReport,
): Readonly<Record<string, SeriesMark>> {
  const focused = emphasis.filter((id) => sweeps.some(({ sweep }) => sweep.id === id));
  const entries = sweeps.map(({ sweep: { id } }): readonly [string, SeriesMark] => {
    const context = focused.length > 0 && !focused.includes(id);
    return [id, { ...(seriesStyles.get(id) ?? fallbackStyle), ...(context ? { context } : {}) }];
  });
  return Object.fromEntries(entries);
}
