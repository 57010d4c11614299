/** A value of the axis or of another key column: a number, or the name of a category. */
export type AxisValue = number | string;

/** Orders values of an axis: numbers by size, categories as they are listed. */
export function axisOrder(categories: readonly string[] | null): (a: AxisValue, b: AxisValue) => number {
  const rank = new Map((categories ?? []).map((name, index) => [name, index]));
  const rankOf = (value: AxisValue): number =>
    typeof value === 'number' ? value : (rank.get(value) ?? Number.MAX_SAFE_INTEGER);
  return (a, b) => rankOf(a) - rankOf(b);
}
