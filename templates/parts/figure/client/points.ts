/** One measured point: its words come from the table under the figure, its place from the picture. */
export interface Point {
  /** The value on the axis, or the place of its column where the figure has no axis of values. */
  readonly x: number;
  /** `rank 12 of 14`; empty where none may be told. */
  readonly rank: string;
  /** `3,881/s at 6,300/s`, or `Saturation 12,000/s`. */
  readonly text: string;
  /** Units of the picture's view box. */
  readonly left: number;
  readonly top: number;
}

export interface Series {
  readonly id: string;
  readonly label: string;
  /** In the order of the axis. */
  readonly points: readonly [Point, ...Point[]];
}

/** A point with the series it belongs to: what is being read. */
export interface Reading {
  readonly series: Series;
  readonly point: Point;
}

/** The series whose line passes nearest to a place of the picture, read at its nearest point. */
export function nearest(all: readonly Series[], left: number, top: number): Reading | null {
  const [best] = all.map((series) => ({ series, off: distance(series, left, top) })).sort((a, b) => a.off - b.off);
  return best ? { series: best.series, point: closest(best.series, 'left', left) } : null;
}

/** Straight up or down to the line between two points; beside the line, to its end, the way along counting less. */
function distance({ points }: Series, left: number, top: number): number {
  const from = points.findLast((point) => point.left <= left) ?? points[0];
  const to = points.find((point) => point.left >= left) ?? from;
  const across = to.left > from.left ? (left - from.left) / (to.left - from.left) : 0;
  const beside = Math.max(0, left - to.left, from.left - left);
  return Math.abs(from.top + across * (to.top - from.top) - top) + beside / 4;
}

/** The point of a series whose `key` is nearest to a value. */
export function closest({ points }: Series, key: 'x' | 'left', value: number): Point {
  const off = (point: Point): number => Math.abs(point[key] - value);
  return points.reduce((best, point) => (off(point) < off(best) ? point : best));
}

/** The reading `by` points further along the same series, held at its ends. */
export function along({ series, point }: Reading, by: number): Reading {
  return { series, point: held(series.points, series.points.indexOf(point) + by) };
}

/**
 * The reading `by` series further down the picture, held at its ends. Every series is met at its point nearest to `x`, so
 * that one whose grid differs, or that ended before, is reached as well.
 */
export function across(all: readonly Series[], { series }: Reading, by: number, x: number): Reading {
  const column = all
    .map((one) => ({ series: one, point: closest(one, 'x', x) }))
    .sort((a, b) => a.point.top - b.point.top);
  return held(column, column.findIndex((one) => one.series === series) + by);
}

/** The entry at an index, or the end of the list that lies nearest to it. */
function held<Entry>(list: readonly Entry[], at: number): Entry {
  return list[between(0, at, list.length - 1)] as Entry;
}

/** A value held between two others; the lower one wins. */
export function between(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** `Eventlet: 3,881/s at 6,300/s (rank 12 of 14)`; a star of the table is said in words. */
export function sentence({ series, point }: Reading): string {
  const text = point.text.replace(' *', ', disturbed');
  return `${series.label}: ${text}${point.rank && ` (${point.rank})`}`;
}
