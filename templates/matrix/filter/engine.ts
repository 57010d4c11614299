import type { Facet, FilterIndex, Query, Range } from './model.ts';
import { type Found, findTerms } from './search.ts';

/** What a query leaves of an edition, and what every further choice would leave. */
export interface Outcome {
  /** Per row 1 where it meets every condition. */
  readonly rows: Uint8Array;
  readonly count: number;
  /** Facet id to the count of each of its options, were that option its only choice. */
  readonly chosen: ReadonlyMap<string, readonly number[]>;
  /** The same for the options of lists, were that option the only one to be without. */
  readonly without: ReadonlyMap<string, readonly number[]>;
  /** Condition (`conditionKey`) to the rows that it alone keeps out. */
  readonly kept: ReadonlyMap<string, number>;
  /** Range id to the rows that meet every condition on facets and text, and have no result, or one that is open below the bound. */
  readonly unmeasured: ReadonlyMap<string, { readonly missing: number; readonly open: number }>;
  readonly taken: Found['taken'];
}

interface Condition {
  readonly key: string;
  readonly measured: boolean;
  readonly meets: (row: number) => boolean;
}

/** The name of a condition: a facet's or range's id, `<facet>.not`, or `q`. */
type ConditionKey = string;

/** Holds every row against a query, once; plain loops, some tens of steps a row. */
export function applyQuery(query: Query, index: FilterIndex): Outcome {
  const count = index.ids.length;
  const found = query.text === '' ? null : findTerms(index.text, query.text, count);
  const conditions = conditionsOf(query, index, found);
  const fails = new Uint8Array(count);
  const failed = new Int16Array(count).fill(-1);
  const measuredFails = new Uint8Array(count);
  conditions.forEach(({ measured, meets }, at) => {
    for (let row = 0; row < count; row += 1) {
      if (meets(row)) continue;
      fails[row] = (fails[row] ?? 0) + 1;
      failed[row] = at;
      if (measured) measuredFails[row] = (measuredFails[row] ?? 0) + 1;
    }
  });
  const rows = fails.map((number) => (number === 0 ? 1 : 0));
  /** The rows that meet all conditions but, maybe, this one. */
  const others = (key: ConditionKey): Uint8Array => {
    const at = conditions.findIndex((condition) => condition.key === key);
    return fails.map((number, row) => (number === 0 || (number === 1 && failed[row] === at) ? 1 : 0));
  };
  const plain = fails.map((number, row) => (number === measuredFails[row] ? 1 : 0));
  return {
    rows,
    count: sum(rows),
    chosen: new Map(index.facets.map((facet) => [facet.id, countOptions(facet, others(facet.id))])),
    without: new Map(
      index.facets
        .filter(({ kind }) => kind === 'list')
        .map((facet) => [facet.id, countWithout(facet, others(`${facet.id}.not`))]),
    ),
    kept: new Map(conditions.map(({ key }) => [key, sum(others(key)) - sum(rows)])),
    unmeasured: new Map(
      index.ranges
        .filter(({ id }) => query.bounds.has(id))
        .map((range) => [range.id, countUnmeasured(range, query.bounds.get(range.id) ?? 0, plain)]),
    ),
    taken: found?.taken ?? [],
  };
}

function conditionsOf(query: Query, { facets, ranges }: FilterIndex, found: Found | null): readonly Condition[] {
  const chosen = facets.flatMap((facet): Condition[] => {
    const wanted = placesOf(facet, query.chosen.get(facet.id));
    if (wanted.length === 0) return [];
    const meets = (row: number): boolean => facet.rows[row]?.some((option) => wanted.includes(option)) ?? false;
    return [{ key: facet.id, measured: false, meets }];
  });
  const without = facets.flatMap((facet): Condition[] => {
    const unwanted = placesOf(facet, query.without.get(facet.id));
    if (unwanted.length === 0) return [];
    // Where nobody knows the answer, nobody knows that it is not this one.
    const meets = (row: number): boolean => facet.rows[row]?.every((option) => !unwanted.includes(option)) ?? false;
    return [{ key: `${facet.id}.not`, measured: false, meets }];
  });
  const bounds = ranges.flatMap((range): Condition[] => {
    const bound = query.bounds.get(range.id);
    if (bound === undefined) return [];
    return [{ key: range.id, measured: true, meets: (row) => isWithin(range, range.rows[row] ?? null, bound) }];
  });
  const text: Condition[] =
    found === null ? [] : [{ key: 'q', measured: false, meets: (row) => found.rows[row] === 1 }];
  return [...chosen, ...without, ...bounds, ...text];
}

function placesOf({ options }: Facet, ids: readonly string[] | undefined): readonly number[] {
  return (ids ?? []).map((id) => options.findIndex((option) => option.id === id)).filter((at) => at >= 0);
}

function isWithin({ bound }: Range, value: number | null, limit: number): boolean {
  return value !== null && (bound === 'least' ? value >= limit : value <= limit);
}

function countOptions(facet: Facet, rows: Uint8Array): readonly number[] {
  const counts = facet.options.map(() => 0);
  facet.rows.forEach((options, row) => {
    if (rows[row] === 1) for (const option of options ?? []) counts[option] = (counts[option] ?? 0) + 1;
  });
  return counts;
}

function countWithout(facet: Facet, rows: Uint8Array): readonly number[] {
  const known = sum(rows.map((one, row) => (facet.rows[row] == null ? 0 : one)));
  return countOptions(facet, rows).map((having) => known - having);
}

function countUnmeasured(
  range: Range,
  bound: number,
  rows: Uint8Array,
): { readonly missing: number; readonly open: number } {
  const missing = sum(rows.map((one, row) => (range.rows[row] == null ? one : 0)));
  const open = range.open.filter((row) => rows[row] === 1 && !isWithin(range, range.rows[row] ?? null, bound));
  return { missing, open: open.length };
}

function sum(rows: Uint8Array): number {
  let total = 0;
  for (const one of rows) total += one;
  return total;
}

/** The rows in the order that a query asks for, best first and unknown last; the matrix's own order decides between equals. */
export function sortRows({ sort }: Query, { ids, names, facets, ranges }: FilterIndex): readonly number[] {
  const order = ids.map((_, row) => row);
  if (sort === null) return order;
  if (sort === 'name')
    return order.sort((a, b) => compare(names[a]?.toLowerCase() ?? '', names[b]?.toLowerCase() ?? '') || a - b);
  const range = ranges.find(({ id }) => id === sort);
  const facet = facets.find(({ id }) => id === sort);
  const sign = range?.bound === 'most' ? -1 : 1;
  const rank = (row: number): number =>
    range === undefined ? rankOf(facet?.rows[row] ?? null) : sign * (range.rows[row] ?? -sign * Number.MAX_VALUE);
  return order.sort((a, b) => rank(b) - rank(a) || a - b);
}

/** Levels stand from the lowest to the highest, with "none" last of all. */
function rankOf(options: readonly number[] | null): number {
  return options === null ? -1 : options.includes(2) ? 0 : options.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
