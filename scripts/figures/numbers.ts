import type { SweepReport } from '../domain/report.ts';
import { formatDate } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import type { Numbers } from './figure.ts';
import type { ChartPoint } from './points.ts';

/** The points of a chart as plain numbers, with the measures that its kind has beside the first. */
export function numbersOf({ chart, benchmark, run, points }: ChartData): Numbers {
  const sweeps = new Map(run.sweeps.map((one) => [one.series, one]));
  const { axis, settings } = benchmark.benchmark;
  const more = moreColumns(chart);
  const measured = ({ unanswered, axis: at, measure, value }: ChartPoint): readonly (string | number | null)[] =>
    unanswered === true ? [null, chart.measure, null] : [at, measure ?? chart.measure, value];
  return {
    header: [
      ...['run', 'date', 'sweep', 'program', 'framework', ...settings, axis],
      ...['measure', 'median', 'lowest', 'highest', 'disturbed'],
      ...more.map(({ name }) => name),
    ],
    rows: points.map((point) => [
      ...[run.run.id, formatDate(run.run.date), sweeps.get(point.series)?.sweep.id ?? point.series, point.label],
      sweeps.get(point.series)?.sweep.framework ?? null,
      ...settings.map((column) => settingOf(sweeps.get(point.series), column)),
      ...measured(point),
      ...[point.low, point.high, point.disturbed ? 1 : 0],
      ...more.map(({ of }) => of(point)),
    ]),
  };
}

function settingOf(report: SweepReport | undefined, column: string): string | number | null {
  return report?.setting.find((one) => one.column === column)?.value ?? null;
}

function moreColumns({ band, against, kind }: ChartData['chart']): readonly {
  readonly name: string;
  readonly of: (point: ChartPoint) => number | null;
}[] {
  return [
    ...(band === null ? [] : [{ name: band, of: (point: ChartPoint) => point.band ?? null }]),
    ...(against === null ? [] : [{ name: against.measure, of: (point: ChartPoint) => point.against ?? null }]),
    ...(kind === 'saturation' ? [{ name: 'open', of: (point: ChartPoint) => (point.open === true ? 1 : 0) }] : []),
  ];
}
