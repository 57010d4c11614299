import type { Measure } from '../domain/benchmark.ts';
import type { SweepReport } from '../domain/report.ts';
import { formatInterval, formatQuantity, formatSaturation, formatSpread } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import type { FigureCell, FigureTable } from './figure.ts';
import type { ChartPoint } from './points.ts';

/** A chart's numbers as words, with the plain values that scripts read (see `docs/figures.md`), and what the words mean. */
interface ChartTable extends Pick<FigureTable, 'columns' | 'rows'> {
  readonly note: string;
}

/** The table of a chart: a row for each sweep. */
export function tableOf(data: ChartData): ChartTable {
  switch (data.chart.kind) {
    case 'steps':
      return stepsTable(data);
    case 'saturation':
      return saturationTable(data);
    case 'peaks':
      return peaksTable(data);
    case 'level':
      return levelTable(data);
    default:
      return data.chart.kind satisfies never;
  }
}

const spreadNote = 'median (lowest–highest repeat); * disturbed; empty: not measured';

function stepsTable({ chart, run, points, measure, axis, band: ends }: ChartData): ChartTable {
  const measured = run.sweeps.flatMap(({ levels }) => levels.filter(({ spreads }) => spreads.has(chart.measure)));
  const axes = [...new Set(measured.map((level) => level.axis))].sort((a, b) => a - b);
  const drawn = new Map(points.map((point) => [`${point.series} ${point.axis}`, point]));
  const band = points.some((point) => point.band !== undefined) ? ends : null;
  const cell = ({ sweep, levels }: SweepReport, at: number): FigureCell => {
    const level = levels.find((one) => one.axis === at);
    const text = formatSpread(level?.spreads.get(chart.measure), measure);
    const point = drawn.get(`${sweep.id} ${at}`);
    const more = band === null || point?.band === undefined ? '' : ` / ${formatQuantity(point.band, band)}`;
    const star = level?.disturbed === true && text !== '' ? ' *' : '';
    return { text: `${text}${more}${star}`, value: numberOf(point) };
  };
  return {
    columns:
      axes.length > 1
        ? axes.map((at) => ({ text: formatQuantity(at, axis), value: String(at) }))
        : columnsOf([measure.label]),
    note: band === null ? spreadNote : `${spreadNote}; behind the stroke: ${band.label}`,
    rows: run.sweeps.map((one) => ({
      id: one.sweep.id,
      label: one.sweep.label,
      cells: axes.map((at) => cell(one, at)),
    })),
  };
}

function columnsOf(labels: readonly string[]): readonly FigureCell[] {
  return labels.map((text) => ({ text, value: '' }));
}

function numberOf(point: ChartPoint | undefined): string {
  return point === undefined ? '' : String(point.value);
}

function saturationTable({ benchmark, run, axis }: ChartData): ChartTable {
  const rows = run.sweeps.flatMap(({ sweep, saturation }) => {
    if (saturation === null) return [];
    const value = saturation.value === null ? '' : String(saturation.value);
    const interval = `${formatInterval(saturation, axis)}${saturation.disturbed ? ' *' : ''}`;
    const cells = [
      { text: formatSaturation(saturation, axis), value },
      { text: interval, value: '' },
    ];
    return [{ id: sweep.id, label: sweep.label, cells }];
  });
  const columns = columnsOf([benchmark.benchmark.saturation?.label ?? axis.label, 'Interval']);
  return { columns, note: 'the interval is what the repeats and the grid leave open; * disturbed', rows };
}

function peaksTable({ points, measure, across, axis }: ChartData): ChartTable {
  const rows = points.map((point) => ({
    id: point.series,
    label: point.label,
    cells: [
      spreadCell(point, measure),
      { text: formatQuantity(point.against ?? 0, across), value: '' },
      { text: formatQuantity(point.axis, axis), value: '' },
    ],
  }));
  const columns = columnsOf([measure.label, across.label, axis.label]);
  return { columns, note: `${spreadNote}; each program at its highest`, rows };
}

function levelTable({ points, shown }: ChartData): ChartTable {
  const series = [...Map.groupBy(points, (point) => point.series)];
  const rows = series.map(([id, own]) => ({
    id,
    label: own[0]?.label ?? id,
    cells: shown.map((measure) =>
      spreadCell(
        own.find((point) => point.measure === measure.id),
        measure,
      ),
    ),
  }));
  return { columns: columnsOf(shown.map(({ label }) => label)), note: spreadNote, rows };
}

function spreadCell(point: ChartPoint | undefined, measure: Measure): FigureCell {
  if (point === undefined) return { text: '', value: '' };
  const spread = { median: point.value, min: point.low, max: point.high, count: 1 };
  return { text: `${formatSpread(spread, measure)}${point.disturbed ? ' *' : ''}`, value: numberOf(point) };
}
