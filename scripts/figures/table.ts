import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../domain/report.ts';
import { formatInterval, formatQuantity, formatSaturation, formatSpread } from '../render/format.ts';
import { measureOf } from './chart.ts';
import { type ChartPoint, chartPoints, measuresOf } from './points.ts';

/** A word of a table and, where it stands for a drawn point, the number behind it. */
export interface TableCell {
  readonly text: string;
  readonly value: string;
}

/** The table under a figure: a row for each sweep. */
interface FigureTable {
  readonly head: readonly TableCell[];
  readonly note: string;
  readonly rows: readonly { readonly series: string; readonly label: string; readonly data: readonly TableCell[] }[];
}

/** The numbers of a chart as words, with the plain values that scripts read; see `docs/figures.md`. */
export function tableOf(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): FigureTable {
  switch (chart.kind) {
    case 'steps':
      return stepsTable(chart, report, run);
    case 'saturation':
      return saturationTable(report, run);
    case 'peaks':
      return peaksTable(chart, report, run);
    case 'level':
      return levelTable(chart, report, run);
    default:
      return chart.kind satisfies never;
  }
}

const spreadNote = 'median (lowest–highest repeat); * disturbed; empty: not measured';

function stepsTable(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): FigureTable {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const points = chartPoints(run, chart);
  const measured = run.sweeps.flatMap(({ levels }) => levels.filter(({ spreads }) => spreads.has(chart.measure)));
  const axes = [...new Set(measured.map((level) => level.axis))].sort((a, b) => a - b);
  const drawn = new Map(points.map((point) => [`${point.series} ${point.axis}`, point]));
  const banded = points.some(({ band }) => band !== undefined) && chart.band !== null;
  const band = banded ? measureOf(report, chart.band ?? '') : null;
  const cell = ({ sweep, levels }: SweepReport, at: number): TableCell => {
    const level = levels.find((one) => one.axis === at);
    const text = formatSpread(level?.spreads.get(chart.measure), measure);
    const point = drawn.get(`${sweep.id} ${at}`);
    const more = band === null || point?.band === undefined ? '' : ` / ${formatQuantity(point.band, band)}`;
    const star = level?.disturbed === true && text !== '' ? ' *' : '';
    return { text: `${text}${more}${star}`, value: numberOf(point) };
  };
  const single: readonly TableCell[] = [{ text: measure.label, value: '' }];
  return {
    head: axes.length > 1 ? axes.map((at) => ({ text: formatQuantity(at, axis), value: String(at) })) : single,
    note: band === null ? spreadNote : `${spreadNote}; behind the stroke: ${band.label}`,
    rows: run.sweeps.map((one) => ({
      series: one.sweep.id,
      label: one.sweep.label,
      data: axes.map((at) => cell(one, at)),
    })),
  };
}

function numberOf(point: ChartPoint | undefined): string {
  return point === undefined ? '' : String(point.value);
}

function saturationTable(report: BenchmarkReport, run: RunReport): FigureTable {
  const axis = measureOf(report, report.benchmark.axis);
  const rows = run.sweeps.flatMap(({ sweep, saturation }) =>
    saturation === null
      ? []
      : [
          {
            series: sweep.id,
            label: sweep.label,
            data: [
              {
                text: formatSaturation(saturation, axis),
                value: saturation.value === null ? '' : String(saturation.value),
              },
              { text: `${formatInterval(saturation, axis)}${saturation.disturbed ? ' *' : ''}`, value: '' },
            ],
          },
        ],
  );
  const head = [report.benchmark.saturation?.label ?? axis.label, 'Interval'].map((text) => ({ text, value: '' }));
  return { head, note: 'the interval is what the repeats and the grid leave open; * disturbed', rows };
}

function peaksTable(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): FigureTable {
  const measure = measureOf(report, chart.measure);
  const against = measureOf(report, chart.against?.measure ?? chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const rows = chartPoints(run, chart).map((point) => ({
    series: point.series,
    label: point.label,
    data: [
      {
        text: `${formatSpread({ median: point.value, min: point.low, max: point.high, count: 1 }, measure)}${point.disturbed ? ' *' : ''}`,
        value: numberOf(point),
      },
      { text: formatQuantity(point.against ?? 0, against), value: '' },
      { text: formatQuantity(point.axis, axis), value: '' },
    ],
  }));
  const head = [measure.label, against.label, axis.label].map((text) => ({ text, value: '' }));
  return { head, note: `${spreadNote}; each program at its highest`, rows };
}

function levelTable(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): FigureTable {
  const ids = measuresOf(run, chart);
  const series = [...Map.groupBy(chartPoints(run, chart), (point) => point.series)];
  const rows = series.map(([id, points]) => ({
    series: id,
    label: points[0]?.label ?? id,
    data: ids.map((measure) =>
      levelCell(
        points.find((point) => point.measure === measure),
        measure,
        report,
      ),
    ),
  }));
  return { head: ids.map((id) => ({ text: measureOf(report, id).label, value: '' })), note: spreadNote, rows };
}

function levelCell(point: ChartPoint | undefined, measure: string, report: BenchmarkReport): TableCell {
  if (point === undefined) return { text: '', value: '' };
  const spread = { median: point.value, min: point.low, max: point.high, count: 1 };
  return {
    text: `${formatSpread(spread, measureOf(report, measure))}${point.disturbed ? ' *' : ''}`,
    value: numberOf(point),
  };
}
