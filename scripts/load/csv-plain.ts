import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Place, Table } from '../domain/source.ts';
import { placesIn } from './text.ts';

interface Scanned {
  readonly table: Table | null;
  readonly issues: readonly Issue[];
}

/** Where the cells of a table are: for each row, the header included, the start of every cell and of what follows the row. */
interface Index {
  readonly starts: Uint32Array;
  readonly rows: number;
  readonly width: number;
}

/**
 * Reads CSV without quotes, which is most of it: cells are not cut out before they are asked for, and places are looked up for issues
 * alone. Null if the text has quotes.
 */
export function scanPlain(file: string, original: string): Scanned | null {
  if (original.includes('"')) return null;
  const text = original.includes('\r') ? original.replaceAll('\r\n', '\n') : original;
  const header = /[^\n]+/.exec(text);
  if (header === null) return { table: null, issues: [] };
  const width = header[0].split(',').length;
  const issues: Issue[] = [];
  const place = later(() => placesIn(file, text));
  const index = indexCells(text, width, (offset, message, rule) => {
    if (issues.length < limits.printedIssues) issues.push(issue(rule, place()(offset), message));
  });
  return { table: toTable(file, text, index, place), issues };
}

function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

type Complain = (offset: number, message: string, rule: 'csv-ragged' | 'csv-syntax') => void;

const [comma, lineEnd] = [44, 10];

function indexCells(text: string, width: number, complain: Complain): Index {
  const starts = new Uint32Array((countLines(text) + 1) * (width + 1));
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end > start) {
      const sound = indexRow(text, { start, end, width }, starts, rows * (width + 1), complain);
      // A row with an issue is left out; without a header there would be no table.
      if (sound || rows === 0) rows += 1;
    }
    start = end + 1;
  }
  return { starts, rows, width };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly width: number;
}

function indexRow(
  text: string,
  { start, end, width }: Line,
  starts: Uint32Array,
  to: number,
  complain: Complain,
): boolean {
  let cells = 0;
  let sound = true;
  let from = start;
  let extra = -1;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text.charCodeAt(at) !== comma) continue;
    if (cells < width) starts[to + cells] = from;
    else if (extra < 0) extra = from;
    if (at - from > limits.csvCell) {
      complain(from, tooLong, 'csv-syntax');
      sound = false;
    }
    cells += 1;
    if (at < end) from = at + 1;
  }
  starts[to + width] = end + 1;
  if (cells === width) return sound;
  complain(
    extra < 0 ? from : extra,
    `Found ${cells === 1 ? '1 cell' : `${cells} cells`} in this row, expected ${width} as in the header`,
    'csv-ragged',
  );
  return false;
}

const tooLong = `Found a cell with a line break or more than ${limits.csvCell} characters; shorten it`;

/** How many lines a text has; an end of the last one is none of its own. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return text.charCodeAt(text.length - 1) === lineEnd ? count : count + 1;
}

function toTable(
  file: string,
  text: string,
  { starts, rows, width }: Index,
  place: () => (offset: number) => Place,
): Table {
  const at = (row: number, column: number): number => (row + 1) * (width + 1) + column;
  const textAt = (row: number, column: number): string => {
    const cell = at(row, column);
    return text.slice(starts[cell], (starts[cell + 1] ?? 1) - 1);
  };
  const placeAt = (row: number, column: number): Place => place()(starts[at(row, column)] ?? 0);
  const header = Array.from({ length: width }, (_, column) => ({
    text: textAt(-1, column),
    place: placeAt(-1, column),
  }));
  return { file, header, rowCount: rows - 1, textAt, placeAt };
}
