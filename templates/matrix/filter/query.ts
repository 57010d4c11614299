import type { Facet, FilterIndex, Query } from './model.ts';

const not = '.not';

/** The query that nothing was asked of. */
export const nothing: Query = {
  chosen: new Map(),
  without: new Map(),
  bounds: new Map(),
  text: '',
  sort: null,
  unknownParams: [],
};

/** An address's pairs as a query; what the index does not know is kept as strange and filters nothing. */
export function readQuery(search: string | URLSearchParams, index: FilterIndex): Query {
  const chosen = new Map<string, string[]>();
  const without = new Map<string, string[]>();
  const bounds = new Map<string, number>();
  const unknownParams: (readonly [string, string])[] = [];
  let text = '';
  let sort: string | null = null;
  for (const [key, value] of new URLSearchParams(search)) {
    const facet = index.facets.find(({ id }) => id === key.replace(/\.not$/, ''));
    if (value.trim() === '') continue;
    if (key === 'q' && text === '') text = value.trim().replace(/\s+/g, ' ');
    else if (key === 'sort' && sort === null && isSort(value, index)) sort = value;
    else if (facet?.id === key && has(facet, value)) add(chosen, key, value);
    else if (facet?.kind === 'list' && key.endsWith(not) && has(facet, value)) add(without, facet.id, value);
    else if (isRange(key, index) && !bounds.has(key) && isBound(value)) bounds.set(key, Number(value));
    else unknownParams.push([key, value]);
  }
  return { chosen: inOrder(chosen, index), without: inOrder(without, index), bounds, text, sort, unknownParams };
}

/** A query as an address's pairs, in an order of its own, whatever the order it was asked in. */
export function writeQuery(query: Query, index: FilterIndex): string {
  const { chosen, without, bounds, text, sort, unknownParams } = query;
  const pairs = [
    ...index.facets.flatMap(({ id }) => [
      ...(chosen.get(id) ?? []).map((option) => [id, option]),
      ...(without.get(id) ?? []).map((option) => [`${id}${not}`, option]),
    ]),
    ...index.ranges.flatMap(({ id }) => {
      const bound = bounds.get(id);
      return bound === undefined ? [] : [[id, String(bound)]];
    }),
    ...(text === '' ? [] : [['q', text]]),
    ...(sort === null ? [] : [['sort', sort]]),
    ...unknownParams.map((pair) => [...pair]),
  ];
  return new URLSearchParams(pairs).toString();
}

/** A query with one of its conditions taken back: a facet's or range's id, `<facet>.not`, `q`, or `strange` for all that is. */
export function withoutCondition(query: Query, key: string): Query {
  const { chosen, without, bounds } = query;
  if (key === 'q') return { ...query, text: '' };
  if (key === 'strange') return { ...query, unknownParams: [] };
  if (key.endsWith(not)) return { ...query, without: lacking(without, key.slice(0, -not.length)) };
  return { ...query, chosen: lacking(chosen, key), bounds: lacking(bounds, key) };
}

function lacking<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([one]) => one !== key));
}

/** What `sort` may name. */
export function isSort(key: string, { facets, ranges }: FilterIndex): boolean {
  return (
    key === 'name' ||
    facets.some(({ id, kind }) => id === key && kind === 'level') ||
    ranges.some(({ id }) => id === key)
  );
}

function has({ options }: Facet, value: string): boolean {
  return options.some(({ id }) => id === value);
}

function isRange(key: string, { ranges }: FilterIndex): boolean {
  return ranges.some(({ id }) => id === key);
}

function isBound(value: string): boolean {
  return /^-?[\d.]+(?:e[+-]?\d+)?$/i.test(value) && Number.isFinite(Number(value));
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key) ?? [];
  if (!list.includes(value)) map.set(key, [...list, value]);
}

/** Facets and their options in the order of the index, so that equal queries are equal. */
function inOrder(
  map: ReadonlyMap<string, readonly string[]>,
  { facets }: FilterIndex,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    facets.flatMap(({ id, options }): [string, readonly string[]][] => {
      const list = map.get(id);
      return list === undefined
        ? []
        : [[id, options.map((option) => option.id).filter((option) => list.includes(option))]];
    }),
  );
}
