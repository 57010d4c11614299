import { type AxisValue, axisOrder } from '../domain/axis.ts';
import type { Measure } from '../domain/benchmark.ts';
import { bestWord } from '../domain/best.ts';
import type { SweepLevel, SweepReport } from '../domain/report.ts';
import { formatAxis, formatInterval, formatQuantity, formatSaturation, formatSpread } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import type { FigureCell, FigureColumn, FigureTable } from './figure.ts';
import type { ChartPoint } from './points.ts';
import { ranksOf } from './rank.ts';
import { rowOrder } from './rows.ts';

/** A chart's numbers as words, with the plain values that scripts read (see `docs/figures.md`), and what the words mean. */
export interface ChartTable extends Pick<FigureTable, 'columns' | 'rows'> {
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

function stepsTable(data: ChartData): ChartTable {
  const { chart, run, points, measure, axis, band: ends } = data;
  const measured = run.sweeps.flatMap(({ levels }) => levels.filter(({ spreads }) => spreads.has(chart.measure)));
  const order = axisOrder(data.benchmark.benchmark.categories);
  const axes = [...new Set(measured.map((level) => level.axis))].sort(order);
  const drawn = new Map(points.map((point) => [`${point.series} ${point.axis}`, point]));
  const band = points.some((point) => point.band !== undefined) ? ends : null;
  const ranks = new Map(axes.map((at) => [at, ranksOf(run, measure, (sweep) => levelAt(sweep, at))]));
  const cell = (sweep: SweepReport, at: AxisValue): FigureCell => {
    const level = levelAt(sweep, at);
    const text = formatSpread(level?.spreads.get(chart.measure), measure);
    const point = drawn.get(`${sweep.series} ${at}`);
    const more = band === null || point?.band === undefined ? '' : ` / ${formatQuantity(point.band, band)}`;
    const star = level?.disturbed === true && text !== '' ? ' *' : '';
    return { text: `${text}${more}${star}`, value: numberOf(point), rank: ranks.get(at)?.get(sweep.series) ?? '' };
  };
  return {
    columns: axes.length > 1 ? axes.map((at) => axisColumn(at, axis)) : columnsOf([measure.label]),
    note: band === null ? spreadNote : `${spreadNote}; behind the stroke: ${band.label}`,
    rows: run.sweeps.map((one) => ({
      id: one.series,
      label: one.label,
      cells: axes.map((at) => cell(one, at)),
    })),
  };
}

function levelAt({ levels }: SweepReport, at: AxisValue): SweepLevel | undefined {
  return levels.find(({ axis }) => axis === at);
}

/** A category is no place on an axis of numbers. */
function axisColumn(at: AxisValue, axis: Measure): FigureColumn {
  return { text: formatAxis(at, axis), value: typeof at === 'number' ? String(at) : '' };
}

function columnsOf(labels: readonly string[]): readonly FigureColumn[] {
  return labels.map((text) => ({ text, value: '' }));
}

function numberOf(point: ChartPoint | undefined): string {
  return point === undefined ? '' : String(point.value);
}

function saturationTable(data: ChartData): ChartTable {
  const { benchmark, run, axis } = data;
  const rows = run.sweeps.flatMap(({ series, label, saturation }) => {
    if (saturation === null) return [];
    const value = saturation.value === null ? '' : String(saturation.value);
    const interval = `${formatInterval(saturation, axis)}${saturation.disturbed ? ' *' : ''}`;
    const cells = [
      { text: formatSaturation(saturation, axis), value, rank: '' },
      { text: interval, value: '', rank: '' },
    ];
    return [{ id: series, label, cells }];
  });
  const columns = columnsOf([benchmark.benchmark.saturation?.label ?? axis.label, 'Interval']);
  const note = 'the interval is what the repeats and the grid leave open; * disturbed';
  return { columns, note, rows: bestRows(rows, data) };
}

/** Rows in the order of the picture. */
function bestRows(rows: FigureTable['rows'], { points, better }: ChartData): FigureTable['rows'] {
  const { rows: order } = rowOrder(points, better);
  return [...rows].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

function peaksTable(data: ChartData): ChartTable {
  const { run, points, measure, across, axis, better } = data;
  const at = new Map(points.map((point) => [point.series, point.axis]));
  const ranks = ranksOf(run, measure, (sweep) => levelAt(sweep, at.get(sweep.series) ?? ''));
  const rows = points.map((point) => ({
    id: point.series,
    label: point.label,
    cells: [
      spreadCell(point, measure, ranks),
      { text: formatQuantity(point.against ?? 0, across), value: '', rank: '' },
      { text: formatAxis(point.axis, axis), value: '', rank: '' },
    ],
  }));
  const columns = columnsOf([measure.label, across.label, axis.label]);
  return { columns, note: `${spreadNote}; each program at its ${bestWord(better)}`, rows: bestRows(rows, data) };
}

function levelTable(data: ChartData): ChartTable {
  const { chart, run, points, shown } = data;
  const ranks = new Map(shown.map((one) => [one.id, ranksOf(run, one, (sweep) => levelAt(sweep, chart.at ?? ''))]));
  const series = [...Map.groupBy(points, (point) => point.series)];
  const rows = series.map(([id, own]) => ({
    id,
    label: own[0]?.label ?? id,
    cells: shown.map((measure) => {
      const point = own.find((one) => one.measure === measure.id);
      return spreadCell(point, measure, ranks.get(measure.id));
    }),
  }));
  return { columns: columnsOf(shown.map(({ label }) => label)), note: spreadNote, rows: bestRows(rows, data) };
}

function spreadCell(
  point: ChartPoint | undefined,
  measure: Measure,
  ranks: ReadonlyMap<string, string> | undefined,
): FigureCell {
  if (point === undefined) return { text: '', value: '', rank: '' };
  const spread = { median: point.value, min: point.low, max: point.high, count: 1 };
  const text = `${formatSpread(spread, measure)}${point.disturbed ? ' *' : ''}`;
  return { text, value: numberOf(point), rank: ranks?.get(point.series) ?? '' };
}
