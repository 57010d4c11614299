import type { Measure } from '../domain/benchmark.ts';
import { bestFirst, bestOf, bestWord } from '../domain/best.ts';
import { formatAxis, formatCount, formatQuantity, formatWithin, listNames, lowerFirst } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import type { ChartPoint } from './points.ts';
import { tieRows } from './rows.ts';

/** Sentences on what a figure shows, made from its data: how many programs, and the extremes by name. */
export function describeChart(data: ChartData): string {
  switch (data.chart.kind) {
    case 'steps':
      return describeSteps(data);
    case 'saturation':
      return describeSaturation(data);
    case 'peaks':
      return describePeaks(data);
    case 'level':
      return describeLevel(data);
    default:
      return data.chart.kind satisfies never;
  }
}

function describeSteps(data: ChartData): string {
  const { chart, points, measure, axis } = data;
  const series = [...Map.groupBy(points, (point) => point.series).values()];
  // What falls or rises to its worst tells more along a sweep than where it began, but of a rate the peak does.
  const worst = measure.better === 'lower' || (measure.unit === 'share' && measure.better !== null && measure !== axis);
  const ends = series.flatMap((list) => extremeOf(list, measure.better, worst));
  const several = series.some((list) => list.length > 1);
  const text: Teller = (point, who, alone) =>
    `${formatWithin(point.value, point, measure)} for ${who}${several && alone ? ` (at ${formatAxis(point.axis, axis)})` : ''}`;
  const end = worst ? 'worst' : measure.better === null ? 'highest' : 'best';
  const scope = several ? `, each at its ${end}` : '';
  const all = `${measure.label} of ${countSeries(series.length, data)}${scope}: ${formatRange(ends, data, text)}.${describeBand(data)}`;
  const focused = ends.filter((one) => chart.emphasis.includes(sweepOf(one, data)));
  const named = focused.map((one) => text(one, one.label, true)).join('; ');
  return focused.length === 0 ? all : `${all} Emphasized: ${named}.`;
}

/** `3 programs`, or `6 series` where a program has several. */
function countSeries(count: number, { chart }: ChartData): string {
  return chart.series.length === 0 ? formatCount(count, 'program') : formatCount(count, 'series', 'series');
}

function sweepOf({ series }: ChartPoint, { run }: ChartData): string {
  return run.sweeps.find((one) => one.series === series)?.sweep.id ?? series;
}

/** Where the band of a chart ends at its widest. */
function describeBand({ points, band: measure, axis: across }: ChartData): string {
  const ends = points.flatMap(({ band, label, axis }) => (band === undefined ? [] : [{ value: band, label, axis }]));
  const widest = bestOf(ends, 'higher');
  if (measure === null || widest === undefined) return '';
  const at = formatAxis(widest.axis, across);
  return ` ${measure.label}: up to ${formatQuantity(widest.value, measure)}, for ${widest.label} (at ${at}).`;
}

function extremeOf(points: readonly ChartPoint[], better: Measure['better'], worst: boolean): readonly ChartPoint[] {
  const reversed = better === 'lower' ? 'higher' : 'lower';
  return [bestOf(points, worst ? reversed : better) ?? []].flat();
}

/** A point in words: its number, whose it is, and whether it is that of one series alone. */
type Teller = (point: ChartPoint, who: string, alone: boolean) => string;

/** `from 20,000/s for one to 4,790/s for another`, the best first, or else the lowest; one alone, or all alike, need no range. */
function formatRange(ends: readonly ChartPoint[], data: ChartData, text: Teller): string {
  const order = bestFirst(data.better ?? 'lower');
  const sorted = [...ends].sort((a, b) => order(a.value, b.value));
  const [first, last] = [sorted[0], sorted.at(-1)] as readonly [ChartPoint, ChartPoint];
  // Of several that are equal, or whose repeats overlap, none is named before the others.
  const tell = (point: ChartPoint): string => {
    const near = ends.filter(({ low, high }) => low <= point.high && high >= point.low);
    if (near.length === 1) return text(point, point.label, true);
    const equal = near.every(({ value }) => value === point.value);
    const who = countSeries(near.length, data);
    return equal ? text(point, who, false) : `about ${text(point, `${who} not told apart`, false)}`;
  };
  return first.value === last.value ? tell(first) : `from ${tell(first)} to ${tell(last)}`;
}

function describeSaturation(data: ChartData): string {
  const { points, axis } = data;
  const top = Math.max(...points.map(({ value }) => value));
  const bottom = Math.min(...points.map(({ value }) => value));
  const namesAt = (value: number): string => listed(points.filter((one) => one.value === value));
  const bound = points.some(({ value, open }) => value === top && open === true) ? 'at least ' : '';
  const best = points.filter(({ value }) => value === top);
  const worst = points.filter(({ value }) => value === bottom);
  const first = `${namesAt(top)} ${best.length === 1 ? 'answers' : 'answer'} up to ${bound}${formatQuantity(top, axis)}.`;
  const verb = worst.length === 1 ? 'is' : 'are';
  const lowest =
    bottom === 0
      ? ` Not even the lowest step: ${namesAt(bottom)}.`
      : ` The lowest ${verb} ${namesAt(bottom)} with ${formatQuantity(bottom, axis)}.`;
  const last = bottom === top ? '' : lowest;
  const tied = tieRows(points).length === 0 ? '' : ' A stroke joins ties: this run does not tell them apart.';
  return `Of ${countSeries(points.length, data)}, ${first}${last}${tied}`;
}

function listed(points: readonly ChartPoint[]): string {
  return listNames(points.map(({ label }) => label));
}

function describePeaks(data: ChartData): string {
  const { points, measure, across, better } = data;
  const text: Teller = (point, who, alone) => {
    const beside = alone ? ` with ${formatQuantity(point.against ?? 0, across)}` : '';
    return `${formatWithin(point.value, point, measure)}${beside} for ${who}`;
  };
  return `The ${bestWord(better)} ${lowerFirst(measure.label)} of ${countSeries(points.length, data)} and the ${lowerFirst(across.label)} at that step: ${formatRange(points, data, text)}.`;
}

function describeLevel(data: ChartData): string {
  const { chart, points, axis, shown } = data;
  const parts = shown.flatMap((measure) => {
    const own = points.filter((point) => point.measure === measure.id);
    const text: Teller = (point, who) => `${formatWithin(point.value, point, measure)} for ${who}`;
    return own.length === 0 ? [] : [`${measure.label} ${formatRange(own, { ...data, better: measure.better }, text)}`];
  });
  const count = new Set(points.map(({ series }) => series)).size;
  return `${countSeries(count, data)} at ${formatAxis(chart.at ?? 0, axis)}. ${parts.join('; ')}.`;
}
