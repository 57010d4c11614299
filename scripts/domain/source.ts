/** What enters and leaves the program: inputs with their places, issues, files to read and to write. Imports nothing. */

/** A position in an input file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Level = 'error' | 'warning';

/** A complaint about an input, with its place, what was found and what was expected. */
export interface Issue {
  readonly place: Place;
  readonly level: Level;
  readonly rule: string;
  readonly message: string;
}

/** A step from a value to one inside it: a key of a mapping or an index of a list. */
export type Path = readonly (string | number)[];

/** An input that is parsed but not validated: a value of unknown shape, and the place of every part of it. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at `path`, or with `key` that of its key. */
  readonly placeOf: (path: Path, at?: 'key' | 'value') => Place;
}

/** A text file that is shown or rendered (a page of prose, a measured program). */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The cells of a CSV file as text, each with its place: a header, and rows as wide as it. Rows and columns count from 0. */
export interface Table {
  readonly file: string;
  readonly header: readonly Cell[];
  readonly rowCount: number;
  readonly textAt: (row: number, column: number) => string;
  readonly placeAt: (row: number, column: number) => Place;
}

export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** Reading access to a project's files; paths are relative to its root, with `/`, sorted by code point. */
export interface Files {
  /** Every file below `folder` at any depth; empty if the folder does not exist. */
  readonly list: (folder: string) => readonly string[];
  /** The bytes of a file; throws if it cannot be read. */
  readonly read: (file: string) => Uint8Array;
  /** What below `folder` is neither a file nor a folder, or is hidden and looks like an input; none is ever read. */
  readonly special?: (folder: string) => readonly { readonly path: string; readonly kind: string }[];
}

/** A file to write, with its path relative to the site's root. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array;
}
