import type { ChartDefinition } from '../model.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../report.ts';
import { type ChartPoint, chartPoints, measureOf } from './chart.ts';
import { counted, dateWords, intervalWords, quantity, saturationWords, spreadWords } from './words.ts';

/** A figure ready to be placed: its picture, words and table. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly svg: string;
  readonly caption: string;
  readonly axisLabel: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** The charts of a benchmark that a run has data for, and may show. */
export function chartsOf({ benchmark }: BenchmarkReport, run: RunReport): readonly ChartDefinition[] {
  return benchmark.charts.filter(
    (chart) => !run.run.withheld.includes(chart.measure) && chartPoints(run, chart).length > 0,
  );
}

/** A sentence on what a figure shows, made from its data: every program at its highest, the extremes named. */
export function describeChart(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): string {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const series = [...Map.groupBy(chartPoints(run, chart), (point) => point.series).values()];
  const peaks = series.map((points) => points.reduce((best, point) => (point.value > best.value ? point : best)));
  const sorted = peaks.sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return chart.title;
  const several = series.some((points) => points.length > 1);
  const words = (point: ChartPoint): string =>
    `${quantity(point.value, measure)} for ${point.label}${several ? ` (at ${quantity(point.axis, axis)})` : ''}`;
  const scope = several ? ', each at its highest' : '';
  return `${measure.label} of ${counted(series.length, 'program')}${scope}: from ${words(least)} to ${words(most)}.`;
}

/** A figure's words and its table: a row for each axis value, a column for each sweep. */
export function viewFigure(chart: ChartDefinition, report: BenchmarkReport, run: RunReport, svg: string): FigureView {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const axes = [...new Set(chartPoints(run, chart).map((point) => point.axis))].sort((a, b) => a - b);
  const cell = ({ levels }: SweepReport, at: number): string => {
    const level = levels.find((one) => one.axis === at);
    const words = spreadWords(level?.spreads.get(chart.measure), measure);
    return level?.contaminated === true && words !== '' ? `${words} *` : words;
  };
  return {
    id: chart.id,
    title: chart.title,
    question: chart.question,
    description: describeChart(chart, report, run),
    svg,
    caption: `${report.benchmark.title}, ${run.run.title}, ${dateWords(run.run.date)}.`,
    axisLabel: axes.length > 1 ? axis.label : measure.label,
    columns: axes.length > 1 ? axes.map((at) => quantity(at, axis)) : [measure.label],
    rows: run.sweeps.map((one) => ({ label: one.sweep.label, cells: axes.map((at) => cell(one, at)) })),
  };
}

/** Sweeps by saturation, without ranks: the intervals say which can be told apart. */
export function viewSaturation(report: BenchmarkReport, { sweeps }: RunReport, base: string): readonly object[] {
  const axis = measureOf(report, report.benchmark.axis);
  return sweeps
    .flatMap((one) => (one.saturation === null ? [] : [{ ...one, saturation: one.saturation }]))
    .sort(
      (a, b) =>
        (b.saturation.value ?? 0) - (a.saturation.value ?? 0) ||
        (b.saturation.low ?? 0) - (a.saturation.low ?? 0) ||
        (a.sweep.label < b.sweep.label ? -1 : 1),
    )
    .map(({ sweep, saturation }) => ({
      label: sweep.label,
      href: sweep.framework === null ? '' : `${base}frameworks/${sweep.framework}/`,
      value: saturationWords(saturation, axis),
      interval: intervalWords(saturation, axis),
      contaminated: saturation.contaminated,
      version: sweep.version ?? '',
      runtime: sweep.runtime ?? '',
      style: sweep.style ?? '',
      scenario: sweep.scenario ?? '',
      note: sweep.note ?? '',
    }));
}
