import type { Measure } from '../domain/benchmark.ts';
import { bestFirst } from '../domain/best.ts';
import type { ChartData } from './chart.ts';
import type { ChartPoint } from './points.ts';
import { type Size, wide, widestOf } from './size.ts';
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

/** A row that names the class of the programs below it. */
interface ClassRow {
  readonly row: string;
  readonly text: string;
}

/** Rows class by class, each below its name: programs of different classes are not ranked against each other. */
export function classRows(
  points: readonly ChartPoint[],
  better: Measure['better'],
): { readonly rows: readonly string[]; readonly classes: readonly ClassRow[] } {
  const groups = groupsOf(points);
  const named = groups.map(([text, own]) => ({ row: `class ${text}`, text, rows: rowOrder(own, better).rows }));
  if (groups.length < 2) return { rows: named.flatMap(({ rows }) => rows), classes: [] };
  return {
    rows: named.flatMap(({ row, rows }) => [row, ...rows]),
    classes: named.map(({ row, text }) => ({ row, text })),
  };
}

/** The points of each class, in the order of the run; those without a class stand last. */
export function groupsOf(points: readonly ChartPoint[]): readonly (readonly [string, readonly ChartPoint[]])[] {
  const groups = [...Map.groupBy(points, (point) => point.group ?? '')];
  const named = groups.filter(([text]) => text !== '');
  return [...named, ...groups.filter(([text]) => text === '').map(([, own]) => ['Other', own] as const)];
}

function sortedRows(points: readonly ChartPoint[], better: Measure['better']): readonly ChartPoint[] {
  const order = bestFirst(better);
  const first = [...new Map(points.toReversed().map((point) => [point.series, point])).values()];
  return first.sort(
    (a, b) => order(a.value, b.value) || order(a.low, b.low) || order(a.high, b.high) || (a.label < b.label ? -1 : 1),
  );
}

/** How wide the plot of a figure with a row for each series is, so that words and plot together are as wide as other figures. */
export function rowWidth(names: readonly string[], weight: unknown, { width, ...size } = wide): number {
  const room = size.names === 'before' ? Math.min(widestOf(names, weight), size.nameWidth) : 0;
  return Math.round((width - room) / 10) * 10;
}

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
  const groups = Map.groupBy(answered, ({ group, value, low, high, open }) =>
    JSON.stringify([group, value, low, high, open]),
  );
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

/** Which marker stands for which measure of a level: one beside the other, or where there is little room one a line. */
export function keyRows({ chart, shown }: ChartData, { names }: Size = wide): readonly KeyRow[] {
  if (chart.kind !== 'level') return [];
  let x = 5;
  return shown.map(({ id, label }, index) => {
    const y = names === 'before' ? -16 : -16 - keyStep * (shown.length - 1 - index);
    const row = { measure: id, text: label, shape: shapes[index % shapes.length] ?? 'circle', x, y };
    if (names === 'before') x += Math.ceil(textWidth(label, 13, null) * slack) + 30;
    return row;
  });
}

interface KeyRow {
  readonly measure: string;
  readonly text: string;
  readonly shape: string;
  readonly x: number;
  readonly y: number;
}

const keyStep = 18;
