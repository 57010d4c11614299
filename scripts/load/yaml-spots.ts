import type { Path } from '../domain/source.ts';

/** Where a key and its value begin in the text; an item of a list has no key of its own. */
interface Spot {
  readonly key: number;
  readonly value: number;
}

/** Where everything is in a text: for each of its collections, where its members are. */
export class Spots {
  readonly #members = new Map<unknown, Map<string | number, Spot>>();
  /** Where each line begins. */
  readonly #lines: readonly number[];
  /** Where the value of the whole text begins. */
  root = 0;

  constructor(lines: readonly string[]) {
    let start = 0;
    this.#lines = lines.map((line) => {
      const here = start;
      start += line.length + 1;
      return here;
    });
  }

  /** The offset of a column of a line, both counted from 0. */
  offset(line: number, column: number): number {
    return (this.#lines[line] ?? 0) + column;
  }

  add(collection: unknown, member: string | number, key: number, value: number): void {
    const members = this.#members.get(collection) ?? new Map<string | number, Spot>();
    this.#members.set(collection, members.set(member, { key, value }));
  }

  /** The offset of the value at a path, or with `key` of its key; of its parent where there is no such value. */
  find(whole: unknown, path: Path, at: 'key' | 'value'): number {
    let [node, offset] = [whole, this.root];
    for (const [index, step] of path.entries()) {
      const spot = this.#members.get(node)?.get(step);
      if (spot === undefined) return offset;
      offset = at === 'key' && index === path.length - 1 ? spot.key : spot.value;
      node = (node as Readonly<Record<string | number, unknown>>)[step];
    }
    return offset;
  }
}
