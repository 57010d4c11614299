import type { Measure } from '../domain/benchmark.ts';
import type { ChartDefinition, SeriesStyle } from '../domain/chart.ts';
import { measureOf } from '../domain/measure.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { type Frame, frameOf } from './frame.ts';
import { outstandingOf } from './outstanding.ts';
import { type ChartPoint, chartPoints, measuresOf } from './points.ts';
import { ofChart } from './settings.ts';
import type { SeriesMark } from './svg/compact.ts';

/** What a chart shows of a run: computed once, read by its sentence, table, numbers and specification. */
export interface ChartData {
  readonly chart: ChartDefinition;
  readonly benchmark: BenchmarkReport;
  readonly run: RunReport;
  readonly points: readonly ChartPoint[];
  readonly measure: Measure;
  /** Which end of what is drawn is better; of a saturation always the higher one. */
  readonly better: Measure['better'];
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

/** The data of a chart of a run, or of some of its sweeps. */
export function chartData(chart: ChartDefinition, benchmark: BenchmarkReport, whole: RunReport): ChartData {
  const run = ofChart(whole, chart);
  const measure = measureOf(benchmark, chart.measure);
  const points = chartPoints(run, chart, measure.better);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    chart,
    benchmark,
    run,
    points,
    measure,
    better: chart.kind === 'saturation' ? 'higher' : measure.better,
    axis,
    across: chart.against === null ? axis : measureOf(benchmark, chart.against.measure),
    band: chart.band === null ? null : measureOf(benchmark, chart.band),
    shown: measuresOf(run, chart).map((id) => measureOf(benchmark, id)),
    frame: frameOf(points, chart),
    styles: stylesOf(chart, benchmark, run, outstandingOf(chart, points, measure.better)),
  };
}

const dashCount = 4;
const fallbackStyle: SeriesStyle = { hue: 0, style: 1 };

/** The style of each series: that of its sweep, further ones of a sweep in the next dashes; gray where others stand out. */
function stylesOf(
  { emphasis }: ChartDefinition,
  { seriesStyles }: BenchmarkReport,
  { sweeps }: RunReport,
  outstanding: readonly string[],
): Readonly<Record<string, SeriesMark>> {
  const named = emphasis.filter((id) => sweeps.some(({ sweep }) => sweep.id === id));
  const focused = named.length > 0 ? named : outstanding;
  const entries = sweeps.map(({ sweep: { id }, series }, index): readonly [string, SeriesMark] => {
    const context = focused.length > 0 && !focused.includes(named.length > 0 ? id : series);
    const before = sweeps.slice(0, index).filter(({ sweep }) => sweep.id === id).length;
    const { hue, style } = seriesStyles.get(id) ?? fallbackStyle;
    return [series, { hue, style: ((style - 1 + before) % dashCount) + 1, ...(context ? { context } : {}) }];
  });
  return Object.fromEntries(entries);
}
