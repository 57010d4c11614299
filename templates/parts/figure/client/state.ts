/** What a reader has set on one figure; it stands in the address, by ids that stay. */
export interface State {
  /** Ids of the series that stay lit, in the order they were chosen. */
  readonly s: readonly string[];
  /** The place on the axis that is read; empty where none is. */
  readonly x: string;
  readonly view: string;
}

/** A figure among those of its page. */
export interface FigurePosition {
  readonly id: string;
  readonly first: boolean;
  readonly alone: boolean;
}

/**
 * The state of a figure in the fragment of an address. The first figure of a page also answers to names without
 * an id, so that a short address keeps its meaning when the page gets another figure.
 */
export function readState(fragment: string, { id, first }: Partial<FigurePosition>): State {
  const found = new Map(pairsOf(fragment));
  const get = (name: string): string => found.get(`${id}.${name}`) ?? (first ? found.get(name) : '') ?? '';
  return { s: get('s').split(',').filter(Boolean), x: get('x'), view: get('view') };
}

/** The fragment with this state in it and everything about other figures kept; names carry the id where a page has several. */
export function writeState(fragment: string, { id, first, alone }: FigurePosition, state: State): string {
  const set = Object.entries(state).map(([name, value]) => [name, String(value)] as const);
  const own = new Set(set.flatMap(([name]) => [`${id}.${name}`, first ? name : '']));
  const written = set.filter(([, value]) => value).map(([name, value]) => [alone ? name : `${id}.${name}`, value]);
  return [...pairsOf(fragment).filter(([name]) => !own.has(name)), ...written].map((pair) => pair.join('=')).join('&');
}

/** `name=value` parts, commas as some senders write them too; a plain anchor is none, and goes when something is set. */
function pairsOf(fragment: string): readonly (readonly [string, string])[] {
  return [...fragment.replaceAll('%2C', ',').matchAll(/([^#&=]+)=([^&]*)/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
}
