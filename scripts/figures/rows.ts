import type { Measure } from '../domain/benchmark.ts';
import { bestFirst } from '../domain/best.ts';
import type { ChartData } from './chart.ts';
import type { ChartPoint } from './points.ts';
import { slack, textWidth } from './svg/text-width.ts';

/** Series by their first value, the best first, for figures with a row for each; equal ones by name. */
export function rowOrder(
  points: readonly ChartPoint[],
  better: Measure['better'],
): {
  readonly rows: readonly string[];
  readonly labels: readonly string[];
} {
  const sorted = sortedRows(points, better);
  return { rows: sorted.map(({ series }) => series), labels: sorted.map(({ label }) => label) };
}

function sortedRows(points: readonly ChartPoint[], better: Measure['better']): readonly ChartPoint[] {
  const order = bestFirst(better);
  const first = [...new Map(points.toReversed().map((point) => [point.series, point])).values()];
  return first.sort(
    (a, b) => order(a.value, b.value) || order(a.low, b.low) || order(a.high, b.high) || (a.label < b.label ? -1 : 1),
  );
}

/** How wide the plot of a figure with a row for each series is, so that names and plot together are as wide as other figures. */
export function rowWidth(names: readonly string[], weight: unknown, whole: number = figureWidth): number {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, 13, weight)));
  return Math.round((whole - widest * slack) / 10) * 10;
}

const figureWidth = 620;

/** Rows that nothing tells apart. */
interface TieRow {
  readonly value: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly count: number;
}

/** Neighbours that nothing tells apart: one value, one interval. Each group is joined from its first row to its last. */
export function tieRows(points: readonly ChartPoint[]): readonly TieRow[] {
  const answered = sortedRows(points, null).filter(({ unanswered }) => unanswered !== true);
  const groups = Map.groupBy(answered, ({ value, low, high, open }) => JSON.stringify([value, low, high, open]));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      value: group[0]?.value,
      from: group[0]?.series,
      to: group.at(-1)?.series,
      count: group.length,
    }));
}

const shapes = ['circle', 'stroke', 'diamond', 'triangle-up'];

/** Which marker stands for which measure of a level, one beside the other. */
export function keyRows({ chart, shown }: ChartData): readonly {
  readonly measure: string;
  readonly text: string;
  readonly shape: string;
  readonly x: number;
}[] {
  if (chart.kind !== 'level') return [];
  let x = 5;
  return shown.map(({ id, label }, index) => {
    const row = { measure: id, text: label, shape: shapes[index % shapes.length] ?? 'circle', x };
    x += Math.ceil(textWidth(label, 13, null) * slack) + 30;
    return row;
  });
}
