/** The columns of a table by name; a cell is looked up when it is asked for. */
export interface Columns<V> {
  readonly names: ReadonlyMap<string, number>;
  readonly at: (column: number, row: number) => V;
}

/** A row as a map from the names of the columns to its cells. A million rows as maps of their own take two gigabytes. */
export class Row<V> implements ReadonlyMap<string, V> {
  readonly #columns: Columns<V>;
  readonly #row: number;

  constructor(columns: Columns<V>, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get size(): number {
    return this.#columns.names.size;
  }

  get(name: string): V | undefined {
    const column = this.#columns.names.get(name);
    return column === undefined ? undefined : this.#columns.at(column, this.#row);
  }

  has(name: string): boolean {
    return this.#columns.names.has(name);
  }

  forEach(visit: (value: V, name: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [name, value] of this) visit(value, name, this);
  }

  keys(): MapIterator<string> {
    return this.#columns.names.keys();
  }

  values(): MapIterator<V> {
    return new Map(this.entries()).values();
  }

  entries(): MapIterator<[string, V]> {
    const cells = [...this.#columns.names].map(([name, column]): [string, V] => [
      name,
      this.#columns.at(column, this.#row),
    ]);
    return new Map(cells).entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }
}
