import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../domain/report.ts';
import { intervalWords, quantity, saturationWords, spreadWords } from '../render/format.ts';
import { measureOf } from './chart.ts';
import { type ChartPoint, chartPoints, measuresOf } from './points.ts';

/** A word of a table and, where it stands for a drawn point, the number behind it. */
export interface TableCell {
  readonly words: string;
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

const spreadNote = 'median (lowest–highest repeat); * contaminated; empty: not measured';

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
    const words = spreadWords(level?.spreads.get(chart.measure), measure);
    const point = drawn.get(`${sweep.id} ${at}`);
    const more = band === null || point?.band === undefined ? '' : ` / ${quantity(point.band, band)}`;
    const star = level?.contaminated === true && words !== '' ? ' *' : '';
    return { words: `${words}${more}${star}`, value: numberOf(point) };
  };
  const single: readonly TableCell[] = [{ words: measure.label, value: '' }];
  return {
    head: axes.length > 1 ? axes.map((at) => ({ words: quantity(at, axis), value: String(at) })) : single,
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
                words: saturationWords(saturation, axis),
                value: saturation.value === null ? '' : String(saturation.value),
              },
              { words: `${intervalWords(saturation, axis)}${saturation.contaminated ? ' *' : ''}`, value: '' },
            ],
          },
        ],
  );
  const head = [report.benchmark.saturation?.label ?? axis.label, 'Interval'].map((words) => ({ words, value: '' }));
  return { head, note: 'the interval is what the repeats and the grid leave open; * contaminated', rows };
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
        words: `${spreadWords({ median: point.value, min: point.low, max: point.high, count: 1 }, measure)}${point.contaminated ? ' *' : ''}`,
        value: numberOf(point),
      },
      { words: quantity(point.against ?? 0, against), value: '' },
      { words: quantity(point.axis, axis), value: '' },
    ],
  }));
  const head = [measure.label, against.label, axis.label].map((words) => ({ words, value: '' }));
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
  return { head: ids.map((id) => ({ words: measureOf(report, id).label, value: '' })), note: spreadNote, rows };
}

function levelCell(point: ChartPoint | undefined, measure: string, report: BenchmarkReport): TableCell {
  if (point === undefined) return { words: '', value: '' };
  const spread = { median: point.value, min: point.low, max: point.high, count: 1 };
  return {
    words: `${spreadWords(spread, measureOf(report, measure))}${point.contaminated ? ' *' : ''}`,
    value: numberOf(point),
  };
}
