import { formatCount, formatQuantity, lowerFirst } from '../render/format.ts';
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
  const lowest = measure.better === 'higher' && measure !== axis && measure.unit === 'share';
  const ends = series.map((list) => extremeOf(list, lowest));
  const several = series.some((list) => list.length > 1);
  const text = (point: ChartPoint): string =>
    `${formatQuantity(point.value, measure)} for ${point.label}${several ? ` (at ${formatQuantity(point.axis, axis)})` : ''}`;
  const scope = several ? `, each at its ${lowest ? 'lowest' : 'highest'}` : '';
  const all = `${measure.label} of ${formatCount(series.length, 'program')}${scope}: ${formatRange(ends, text)}.${describeBand(data)}`;
  const focused = ends.filter((end) => chart.emphasis.includes(end.series));
  return focused.length === 0 ? all : `${all} Emphasized: ${focused.map(text).join('; ')}.`;
}

/** Where the band of a chart ends at its widest. */
function describeBand({ points, band: measure, axis: across }: ChartData): string {
  const ends = points.flatMap(({ band, label, axis }) => (band === undefined ? [] : [{ band, label, axis }]));
  if (measure === null || ends.length === 0) return '';
  const { band, label, axis } = ends.reduce((widest, one) => (one.band > widest.band ? one : widest));
  const at = formatQuantity(axis, across);
  return ` ${measure.label}: up to ${formatQuantity(band, measure)}, for ${label} (at ${at}).`;
}

function extremeOf(points: readonly ChartPoint[], lowest: boolean): ChartPoint {
  return points.reduce((best, point) =>
    (lowest ? point.value < best.value : point.value > best.value) ? point : best,
  );
}

/** `from 4,790/s for one to 20,000/s for another`; one alone, or all alike, need no range. */
function formatRange(ends: readonly ChartPoint[], text: (point: ChartPoint) => string): string {
  const sorted = [...ends].sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)] as readonly [ChartPoint, ChartPoint];
  return least.value === most.value ? text(least) : `from ${text(least)} to ${text(most)}`;
}

function describeSaturation({ points, axis }: ChartData): string {
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
  return `Of ${formatCount(points.length, 'program')}, ${first}${last}${tied}`;
}

/** Names in a sentence; names with a comma inside are parted by semicolons. */
function listed(points: readonly ChartPoint[]): string {
  const names = points.map(({ label }) => label);
  const comma = names.some((name) => name.includes(',')) ? '; ' : ', ';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)} and ${names.at(-1)}`;
}

function describePeaks({ points, measure, across }: ChartData): string {
  const text = (point: ChartPoint): string =>
    `${formatQuantity(point.value, measure)} with ${formatQuantity(point.against ?? 0, across)} for ${point.label}`;
  return `The highest ${lowerFirst(measure.label)} of ${formatCount(points.length, 'program')} and the ${lowerFirst(across.label)} at that step: ${formatRange(points, text)}.`;
}

function describeLevel({ chart, points, axis, shown }: ChartData): string {
  const parts = shown.flatMap((measure) => {
    const own = points.filter((point) => point.measure === measure.id);
    const text = ({ value, label }: ChartPoint): string => `${formatQuantity(value, measure)} for ${label}`;
    return own.length === 0 ? [] : [`${measure.label} ${formatRange(own, text)}`];
  });
  const count = new Set(points.map(({ series }) => series)).size;
  return `${formatCount(count, 'program')} at ${formatQuantity(chart.at ?? 0, axis)}. ${parts.join('; ')}.`;
}
