import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { formatDate, formatInterval, formatSaturation } from '../render/format.ts';
import { measureOf } from './chart.ts';
import { chartPoints } from './points.ts';
import { describeChart } from './sentence.ts';
import { type TableCell, tableOf } from './table.ts';

/** A figure ready to be placed: its picture, words and table. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly svg: string;
  readonly caption: string;
  /** What the cells of the table mean. */
  readonly note: string;
  /** The address of the figure as small multiples; empty where there is none. */
  readonly panelsHref: string;
  /** What the rows of the table are. */
  readonly rowHead: string;
  /** `higher` or `lower`, where ranks may be told; empty elsewhere. */
  readonly better: string;
  readonly axisLabel: string;
  readonly columns: readonly string[];
  /** The columns again, with the axis values that scripts read. */
  readonly head: readonly TableCell[];
  readonly rows: readonly {
    readonly series: string;
    readonly label: string;
    readonly cells: readonly string[];
    readonly data: readonly TableCell[];
  }[];
}

/** The charts of a benchmark that a run has data for, and may show. */
export function chartsOf({ benchmark }: BenchmarkReport, run: RunReport): readonly ChartDefinition[] {
  return benchmark.charts.filter((chart) => chartPoints(run, chart).length > 0);
}

export { describeChart } from './sentence.ts';

/** A figure's words and its table: a row for each sweep. */
export function viewFigure(chart: ChartDefinition, report: BenchmarkReport, run: RunReport, svg: string): FigureView {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const { head, note, rows } = tableOf(chart, report, run);
  return {
    id: chart.id,
    title: chart.title,
    question: chart.question,
    description: describeChart(chart, report, run),
    svg,
    caption: `${report.benchmark.title}, ${run.run.title}, ${formatDate(run.run.date)}.`,
    note,
    panelsHref: '',
    rowHead: 'Program',
    better: '',
    axisLabel: head.some(({ value }) => value !== '') ? axis.label : measure.label,
    columns: head.map(({ text }) => text),
    head,
    rows: rows.map((row) => ({ ...row, cells: row.data.map(({ text }) => text) })),
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
      value: formatSaturation(saturation, axis),
      interval: formatInterval(saturation, axis),
      disturbed: saturation.disturbed,
      version: sweep.version ?? '',
      runtime: sweep.runtime ?? '',
      style: sweep.style ?? '',
      scenario: sweep.scenario ?? '',
      note: sweep.note ?? '',
    }));
}
