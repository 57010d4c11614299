import { CsvError, parse } from 'csv-parse/sync';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Cell, Issue, Place, Table } from '../domain/source.ts';
import { countLines, scanPlain } from './csv-plain.ts';
import { decodeText, placesIn } from './text.ts';

interface ParsedCsv {
  /** Without the rows that have issues; null if the file cannot be read at all. */
  readonly table: Table | null;
  readonly issues: readonly Issue[];
}

interface Row {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Parses bytes into a table of text cells with places: strict RFC 4180, no line break in a cell, every row as wide as the header. */
export function parseCsv(file: string, bytes: Uint8Array): ParsedCsv {
  const decoded = decodeText(file, bytes, limits.csvBytes);
  if (decoded.text === null) return { table: null, issues: decoded.issues };
  const lone = loneReturns(file, decoded.text);
  const unreadable = lone.length > 0 ? lone : checkSize(file, decoded.text);
  if (unreadable.length > 0) return { table: null, issues: unreadable };
  return scanPlain(file, decoded.text) ?? parseQuoted(file, decoded.text);
}

/** Stands for a file that cannot be read, so that the others of its run are. */
export function emptyTable(file: string): Table {
  return { file, header: [], rowCount: 0, textAt: () => '', placeAt: () => ({ file, line: 1, column: 1 }) };
}

/** What is too large, or has no header: told before it is read. */
function checkSize(file: string, text: string): readonly Issue[] {
  const start = { file, line: 1, column: 1 };
  const header = /[^\r\n]+/.exec(text)?.[0];
  if (header === undefined)
    return [issue('csv-header', start, 'The file is empty, expected a header line with the names of the columns')];
  const [columns, rows] = [header.split(',').length, countLines(text) - 1];
  if (columns > limits.csvColumns || rows > limits.csvRows) {
    const most = `${limits.csvColumns} and ${limits.csvRows}`;
    return [issue('csv-limit', start, `Found ${columns} columns and ${rows} rows, expected at most ${most}`)];
  }
  if (text.length <= limits.csvQuotedBytes || !text.includes('"')) return [];
  const message = `Found quotes in a file of ${text.length} characters, expected at most ${limits.csvQuotedBytes} with quotes; remove them`;
  return [issue('csv-limit', start, message)];
}

/** Reads CSV that has quotes. */
function parseQuoted(file: string, text: string): ParsedCsv {
  const rows = readRows(file, text);
  if ('rule' in rows) return { table: null, issues: [rows] };
  const [header = [], ...body] = toCells(file, text, rows);
  const sound = body.filter((row) => row.length === header.length && !row.some(isBroken));
  const cell = (row: number, column: number): Cell | undefined => sound[row]?.[column];
  const textAt = (row: number, column: number): string => cell(row, column)?.text ?? '';
  const placeAt = (row: number, column: number): Place => cell(row, column)?.place ?? { file, line: 1, column: 1 };
  return { table: { file, header, rowCount: sound.length, textAt, placeAt }, issues: checkRows(file, header, body) };
}

/** Carriage returns without a line feed: some programs end lines this way, and parsers disagree about what that means. */
function loneReturns(file: string, text: string): readonly Issue[] {
  if (!text.includes('\r')) return [];
  const place = placesIn(file, text);
  return Array.from(text.matchAll(/\r(?!\n)/g).take(limits.printedIssues), ({ index }) =>
    issue(
      'csv-syntax',
      place(index),
      'Found a carriage return without a line feed; save the file with LF or CRLF line ends',
    ),
  );
}

function readRows(file: string, text: string): readonly Row[] | Issue {
  try {
    return parse(text, {
      raw: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      max_record_size: limits.csvCell * limits.csvColumns,
    }) as unknown as readonly Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const last = text.replace(/\n$/, '').split('\n').length;
    const line = Math.min(typeof error['lines'] === 'number' ? error['lines'] : 1, last);
    return issue(
      'csv-syntax',
      { file, line, column: 1 },
      csvSyntax[error.code] ?? 'This is not valid CSV; check the commas and quotes on this line',
    );
  }
}

const csvSyntax: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'Found text after a closing quote; write a quote inside a quoted cell twice',
  CSV_MAX_RECORD_SIZE: 'The row is too long; check that every quote is closed',
  CSV_QUOTE_NOT_CLOSED: 'A quote is not closed; add the closing quote',
  INVALID_OPENING_QUOTE: 'Found a quote inside an unquoted cell; quote the whole cell and write the quote inside twice',
};

/** Cells with their places; each record is searched for in the text, since its raw form includes empty lines before it. */
function toCells(file: string, text: string, rows: readonly Row[]): readonly (readonly Cell[])[] {
  const place = placesIn(file, text);
  let end = 0;
  return rows.map(({ record, raw }) => {
    const own = raw.replace(/^[\r\n]+/, '').replace(/\r?\n$/, '');
    const start = Math.max(end, text.indexOf(own, end));
    end = start + own.length;
    const offsets = cellOffsets(own);
    return record.map((cell, index) => ({ text: cell, place: place(start + (offsets[index] ?? 0)) }));
  });
}

/** The offset at which each cell of a record starts. */
function cellOffsets(raw: string): readonly number[] {
  const offsets = [0];
  let quoted = false;
  for (let index = 0; index < raw.length; index += 1) {
    if (raw[index] === '"') quoted = !quoted;
    else if (raw[index] === ',' && !quoted) offsets.push(index + 1);
  }
  return offsets;
}

function isBroken({ text }: Cell): boolean {
  return text.includes('\n') || text.length > limits.csvCell;
}

function checkRows(file: string, header: readonly Cell[], rows: readonly (readonly Cell[])[]): readonly Issue[] {
  const ragged = rows
    .filter((row) => row.length !== header.length)
    .map((row) =>
      issue(
        'csv-ragged',
        raggedPlace(row, header.length, file),
        `Found ${row.length === 1 ? '1 cell' : `${row.length} cells`} in this row, expected ${header.length} as in the header`,
      ),
    );
  const broken = [header, ...rows]
    .flat()
    .filter(isBroken)
    .map(({ place }) =>
      issue(
        'csv-syntax',
        place,
        `Found a cell with a line break or more than ${limits.csvCell} characters; shorten it`,
      ),
    );
  return [...ragged, ...broken];
}

/** The first extra cell of a row that is too long, or the last cell of one that is too short. */
function raggedPlace(row: readonly Cell[], width: number, file: string): Cell['place'] {
  return (row[width] ?? row.at(-1))?.place ?? { file, line: 1, column: 1 };
}
