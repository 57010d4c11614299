import type { Measure } from '../domain/benchmark.ts';
import { bestFirst, bestOf } from '../domain/best.ts';
import { formatAxis, formatCount, formatQuantity, formatWithin, listNames, lowerFirst } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import type { ChartPoint } from './points.ts';
import { groupsOf } from './rows.ts';
import { titleOf } from './spec.ts';

/** What a chart shows in a sentence without a stop: who is best, with how much, and who cannot be told from it; empty where nothing leads. */
export function takeawayOf(data: ChartData): string {
  return sentenceOf(data).replace(
    /^(no difference|all \d)/,
    (start) => `${start.charAt(0).toUpperCase()}${start.slice(1)}`,
  );
}

function sentenceOf(data: ChartData): string {
  const { chart, points, measure } = data;
  const series = new Set(points.map((point) => point.series));
  if (points.length === 0 || series.size < 2) return '';
  switch (chart.kind) {
    case 'saturation':
      return byClass(points, (own) => saturates(own, data.axis));
    case 'steps':
      return stepsTakeaway(data) ?? '';
    case 'peaks':
      return byClass(points, (own) => (areRepeated(own, data) ? leader(own, measure, measure.better) : null));
    case 'level':
      return byClass(ofMeasure(points, measure), (own) =>
        areRepeated(own, data) ? leader(own, measure, measure.better) : null,
      );
    default:
      return chart.kind satisfies never;
  }
}

/** Were all measured more than once? One repeat has no spread, and would never tie. */
function areRepeated(points: readonly ChartPoint[], { run, measure }: ChartData): boolean {
  return points.every(({ series, axis }) => {
    const levels = run.sweeps.find((one) => one.series === series)?.levels ?? [];
    return (levels.find((level) => level.axis === axis)?.spreads.get(measure.id)?.count ?? 0) > 1;
  });
}

/** What is measured, in which unit, and which way is better. */
export function subtitleOf({ chart, measure, axis, better, across }: ChartData): string {
  const drawn = titleOf(chart.kind === 'saturation' ? axis : measure);
  const what = drawn.startsWith(chart.title) ? drawn : `${chart.title} (${lowerFirst(drawn)})`;
  const by = chart.kind === 'peaks' ? `, against ${lowerFirst(titleOf(across))}` : '';
  return `${what}${by}${better === null ? '' : `; ${better} is better`}.`;
}

function ofMeasure(points: readonly ChartPoint[], { id }: Measure): readonly ChartPoint[] {
  return points.filter(({ measure }) => measure === undefined || measure === id);
}

type Teller = (points: readonly ChartPoint[]) => string | null;

/** One sentence for each class, since programs of different classes are not ranked against each other. */
function byClass(points: readonly ChartPoint[], tell: Teller): string {
  const groups = groupsOf(points);
  if (groups.length === 1) return tell(points) ?? '';
  const sentences = groups.flatMap(([text, own]) => {
    const told = tell(own);
    return told === null ? [] : [`${text}: ${told}`];
  });
  return sentences.length === 0 ? '' : sentences.slice(0, mostClasses).join('; ');
}

const mostClasses = 3;

/** Along an axis the programs are compared at its last value at which all were measured. */
function stepsTakeaway(data: ChartData): string | null {
  const { points, measure, axis } = data;
  const count = new Set(points.map(({ series }) => series)).size;
  const columns = [...Map.groupBy(points, (point) => point.axis)].filter(([, own]) => own.length === count);
  const last = columns.at(-1);
  if (last === undefined) return null;
  const [at, own] = last;
  const place =
    columns.length === 1 && new Set(points.map((point) => point.axis)).size === 1 ? '' : `At ${formatAxis(at, axis)}, `;
  // That nothing can be told apart where all keep up is no news.
  const told = byClass(own, (some) =>
    areRepeated(some, data) && nearOf(some, measure.better).length < some.length
      ? leader(some, measure, measure.better)
      : null,
  );
  return told === '' ? null : `${place}${told}`;
}

/** `6 of 13 hold at least 20,000/s; 3 more may`: those with the highest value, and how many more have intervals that reach it. */
function saturates(points: readonly ChartPoint[], axis: Measure): string | null {
  const answered = points.filter(({ unanswered }) => unanswered !== true);
  const best = bestOf(answered, 'higher');
  if (best === undefined) return null;
  const top = answered.filter(({ value }) => value === best.value);
  const more = answered.filter((one) => one.value < best.value && (one.open === true || one.high >= best.low)).length;
  const bound = top.every(({ open }) => open === true) ? 'at least ' : '';
  const amount = `${bound}${formatQuantity(best.value, axis)}`;
  const may = more === 0 ? '' : `; ${more} more may hold as much`;
  if (top.length === answered.length && top.length > 1)
    return `all ${formatCount(top.length, 'program')} hold ${amount}`;
  if (top.length === 1) return `${best.label} holds most: ${amount}${may}`;
  const who = top.length <= mostNames ? listNames(top.map(({ label }) => label)) : `${top.length} of ${points.length}`;
  return `${who} hold most: ${amount}${may}`;
}

/** `gevent and Tornado are highest, not told apart: about 4,200/s`, with all whose intervals reach the best one's; null where no end is better. */
function leader(points: readonly ChartPoint[], measure: Measure, better: Measure['better']): string | null {
  const answered = points.filter(({ unanswered }) => unanswered !== true);
  const best = bestOf(answered, better);
  if (better === null || best === undefined) return null;
  const near = nearOf(answered, better);
  if (near.length === answered.length && near.length > 1)
    return `no difference between ${formatCount(near.length, 'program')} can be told`;
  const equal = near.every(({ value }) => value === best.value);
  const amount = formatWithin(best.value, best, measure);
  const what = better === 'lower' ? 'lowest' : 'highest';
  if (near.length === 1) return `${best.label} is ${what}: ${amount}`;
  const who =
    near.length <= mostNames ? listNames(near.map(({ label }) => label)) : `${near.length} of ${answered.length}`;
  return `${who} are ${what}${equal ? '' : ', not told apart'}: ${equal ? '' : 'about '}${amount}`;
}

/** Those whose intervals reach the best one's, the best first. */
function nearOf(points: readonly ChartPoint[], better: Measure['better']): readonly ChartPoint[] {
  const best = bestOf(points, better);
  if (best === undefined) return [];
  const order = bestFirst(better);
  return points
    .filter(({ low, high }) => low <= best.high && high >= best.low)
    .toSorted((a, b) => order(a.value, b.value));
}

const mostNames = 3;
