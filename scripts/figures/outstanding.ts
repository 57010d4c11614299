import type { Measure } from '../domain/benchmark.ts';
import { bestFirst } from '../domain/best.ts';
import type { ChartDefinition } from '../domain/chart.ts';
import type { ChartPoint } from './points.ts';

/** Lines above which only some are drawn in color. */
const most = 6;

/** Of many lines those that stand out while a reader has chosen none: those that end best, and the one that ends worst. */
export function outstandingOf(
  { kind }: Pick<ChartDefinition, 'kind'>,
  points: readonly ChartPoint[],
  better: Measure['better'],
): readonly string[] {
  if (kind !== 'steps' || better === null) return [];
  const order = bestFirst(better);
  const ends = [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => list.slice(-1));
  if (ends.length <= most) return [];
  const last = Math.max(...ends.map(({ axis }) => Number(axis)));
  const sorted = ends.toSorted((a, b) => order(a.value, b.value) || (a.label < b.label ? -1 : 1));
  const whole = sorted.filter(({ axis }) => Number.isNaN(last) || Number(axis) === last);
  return [...whole.slice(0, 3), ...sorted.slice(-1)].map(({ series }) => series);
}
