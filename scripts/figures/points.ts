import type { AxisValue } from '../domain/axis.ts';
import type { Measure } from '../domain/benchmark.ts';
import { bestOf } from '../domain/best.ts';
import type { ChartDefinition } from '../domain/chart.ts';
import type { RunReport, Spread, SweepLevel, SweepReport } from '../domain/report.ts';
import { ofChart } from './settings.ts';

/** One row of a figure's data: a series at one value of the axis, or one of its measures there. */
export interface ChartPoint {
  readonly series: string;
  readonly label: string;
  /** The class of its program; absent where it has none. */
  readonly group?: string;
  readonly axis: AxisValue;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly disturbed: boolean;
  /** Which measure `value` is of; told only where a figure shows several. */
  readonly measure?: string;
  /** The median of the chart's band. */
  readonly band?: number;
  /** The median of the measure along the horizontal axis of peaks. */
  readonly against?: number;
  /** Of a saturation: not even the lowest step was answered, so that `value` stands for nothing and is not drawn. */
  readonly unanswered?: boolean;
  /** What a figure adds in words: that it is or more, or was not answered. */
  readonly remark?: string;
  /** Of a saturation: where its interval ends is not known, only that it is no lower than `high`. */
  readonly open?: boolean;
}

type Better = Measure['better'];

/** The rows of a chart in the order of the run; what it may not show or was not measured is left out. */
export function chartPoints(run: RunReport, chart: ChartDefinition, better: Better = null): readonly ChartPoint[] {
  if (!mayShow(run, chart)) return [];
  return ofChart(run, chart).sweeps.flatMap((sweep) => sweepPoints(sweep, run, chart, better));
}

/** Has a run anything that a chart may show? It looks no further than the first sweep that has. */
export function hasPoints(run: RunReport, chart: ChartDefinition): boolean {
  // Which of several points is the best has no say in whether there is any.
  const has = (sweep: SweepReport): boolean => sweepPoints(sweep, run, chart, null).length > 0;
  return mayShow(run, chart) && ofChart(run, chart).sweeps.some(has);
}

function mayShow(run: RunReport, chart: ChartDefinition): boolean {
  const needed = [chart.measure, chart.band, chart.against?.measure];
  return !needed.some((one) => typeof one === 'string' && withheldFrom(run, one));
}

function sweepPoints(
  sweep: SweepReport,
  run: RunReport,
  chart: ChartDefinition,
  better: Better,
): readonly ChartPoint[] {
  const rows = rowsOf(sweep, run, chart, better);
  return chart.scale === 'log' ? rows.filter(({ low }) => low > 0) : rows;
}

function rowsOf(sweep: SweepReport, run: RunReport, chart: ChartDefinition, better: Better): readonly ChartPoint[] {
  switch (chart.kind) {
    case 'steps':
      return sweep.levels.flatMap((level) => stepOf(sweep, level, chart));
    case 'saturation':
      return saturationOf(sweep);
    case 'peaks':
      return peakOf(sweep, chart, better);
    case 'level':
      return levelOf(sweep, run, chart);
    default:
      return chart.kind satisfies never;
  }
}

function withheldFrom({ run }: RunReport, measure: string): boolean {
  return run.withheld.includes(measure);
}

/** The measures of a chart that a run may show: the first, and those beside it. */
export function measuresOf(run: RunReport, { measure, beside }: ChartDefinition): readonly string[] {
  return [measure, ...beside].filter((one) => !withheldFrom(run, one));
}

function stepOf(sweep: SweepReport, level: SweepLevel, chart: ChartDefinition): readonly ChartPoint[] {
  const spread = level.spreads.get(chart.measure);
  if (spread === undefined) return [];
  const band = chart.band === null ? undefined : level.spreads.get(chart.band)?.median;
  return [{ ...pointOf(sweep, level, spread), ...(band === undefined ? {} : { band }) }];
}

/** The series of a sweep, its name and its class. */
function seriesOf({ series, label, sweep }: SweepReport): Pick<ChartPoint, 'series' | 'label' | 'group'> {
  return { series, label, ...(sweep.class === null ? {} : { group: sweep.class }) };
}

function pointOf(sweep: SweepReport, { axis, disturbed }: SweepLevel, spread: Spread): ChartPoint {
  const { median: value, min: low, max: high } = spread;
  return { ...seriesOf(sweep), axis, value, low, high, disturbed };
}

/** Where nothing was answered there is an interval without a dot; where no step ended the best repeat it is open above. */
function saturationOf(sweep: SweepReport): readonly ChartPoint[] {
  const { saturation, levels } = sweep;
  if (saturation === null) return [];
  const value = saturation.value ?? 0;
  const { disturbed, below } = saturation;
  const interval = { low: saturation.low ?? 0, high: below ?? Number(levels.at(-1)?.axis ?? value) };
  const open = below === null;
  const unanswered = saturation.value === null;
  const remark = unanswered ? { remark: 'not answered' } : open ? { remark: 'or more' } : {};
  const point = { ...seriesOf(sweep), axis: value, value, ...interval, disturbed, open };
  return [{ ...point, ...remark, ...(unanswered ? { unanswered } : {}) }];
}

/** A sweep where its measure is best, and what the other measure is there. */
function peakOf(sweep: SweepReport, { measure, against }: ChartDefinition, better: Better): readonly ChartPoint[] {
  const both = sweep.levels.flatMap((level) => {
    const spread = level.spreads.get(measure);
    const other = against === null ? undefined : level.spreads.get(against.measure);
    if (spread === undefined || other === undefined || (against?.scale === 'log' && other.median <= 0)) return [];
    return [{ ...pointOf(sweep, level, spread), against: other.median }];
  });
  const best = bestOf(both, better);
  return best === undefined ? [] : [best];
}

/** A sweep at one value of the axis, a row for each of the chart's measures. */
function levelOf(sweep: SweepReport, run: RunReport, chart: ChartDefinition): readonly ChartPoint[] {
  const level = sweep.levels.find(({ axis }) => axis === chart.at);
  if (level === undefined) return [];
  return measuresOf(run, chart).flatMap((measure) => {
    const spread = level.spreads.get(measure);
    return spread === undefined ? [] : [{ ...pointOf(sweep, level, spread), measure }];
  });
}
