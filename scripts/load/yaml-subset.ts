import { forbiddenKeys } from '../domain/ids.ts';
import { limits } from '../domain/limits.ts';
import type { Path } from '../domain/source.ts';
import { readFlow } from './yaml-flow.ts';
import { isKey, keyPattern, outside, readDoubleQuoted, readPlain, readSingleQuoted } from './yaml-scalars.ts';
import { Spots } from './yaml-spots.ts';

/** Where the reader is: the lines of the text, the one to read next, and how many values it has read. */
interface Reader {
  readonly lines: string[];
  at: number;
  values: number;
  /** Takes down where everything is; null if nobody asks. */
  readonly spots: Spots | null;
}

/**
 * The value of a text in the part of YAML that registries use: block mappings and lists, flow collections in one line,
 * scalars in one line, folded and literal blocks of one paragraph. Null if anything is outside of it, wrong or in doubt:
 * then the whole language must be read, which takes ten times as long. Agrees with that reading on every value.
 */
export function parseSubset(text: string): { readonly value: unknown } | null {
  return read(text, false);
}

/** The offset in the text of the value at a path of a text that `parseSubset` reads, or with `key` of its key. */
export function placeInSubset(text: string): (path: Path, at: 'key' | 'value') => number {
  const found = read(text, true);
  return (path, at) => found?.spots?.find(found.value, path, at) ?? 0;
}

interface Found {
  readonly value: unknown;
  readonly spots: Spots | null;
}

function read(text: string, withSpots: boolean): Found | null {
  const lines = text.split('\n');
  const reader: Reader = { lines, at: 0, values: 0, spots: withSpots ? new Spots(lines) : null };
  if (/[\t\r]/.test(text) || reader.lines.length > limits.yamlLines) return null;
  try {
    if (nextIndent(reader) !== 0) return null;
    const { spots } = reader;
    if (spots !== null) spots.root = offset(reader, 0);
    const value = readBlock(reader, 0);
    return nextIndent(reader) === -1 ? { value, spots } : null;
  } catch (error) {
    if (error === outside) return null;
    throw error;
  }
}

/** Skips empty lines and comments; the indentation of the next line, -1 at the end. */
function nextIndent(reader: Reader): number {
  for (; reader.at < reader.lines.length; reader.at += 1) {
    const line = reader.lines[reader.at] ?? '';
    const indent = indentOf(line);
    if (indent < line.length && line[indent] !== '#') return indent;
  }
  return -1;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent += 1;
  return indent;
}

// With one space a level and flow collections inside, still less deep than is allowed.
const mostIndent = 12;

function readBlock(reader: Reader, indent: number): unknown {
  if (indent > mostIndent) throw outside;
  count(reader);
  return (reader.lines[reader.at] ?? '').startsWith('- ', indent)
    ? readList(reader, indent)
    : readMapping(reader, indent);
}

function count(reader: Reader): void {
  reader.values += 1;
  if (reader.values >= limits.yamlNodes) throw outside;
}

function readList(reader: Reader, indent: number): unknown[] {
  const list: unknown[] = [];
  while (isAt(reader, indent)) {
    const line = reader.lines[reader.at] ?? '';
    if (!line.startsWith('- ', indent)) throw outside;
    const start = offset(reader, indent + 2);
    reader.spots?.add(list, list.length, start, start);
    list.push(readItem(reader, line.slice(indent + 2), indent, start));
  }
  return list;
}

/** Is the next line one of a collection at `indent`? Throws if it is indented further: then it would go on with a scalar. */
function isAt(reader: Reader, indent: number): boolean {
  const next = nextIndent(reader);
  if (next > indent) throw outside;
  return next === indent;
}

function readItem(reader: Reader, item: string, indent: number, start: number): unknown {
  if (!keyPattern.test(item)) return readValue(reader, item, indent, start);
  // A mapping that begins behind the hyphen is read as if the hyphen were a space.
  reader.lines[reader.at] = `${' '.repeat(indent + 2)}${item}`;
  return readBlock(reader, indent + 2);
}

function readMapping(reader: Reader, indent: number): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  while (isAt(reader, indent)) {
    const found = keyPattern.exec((reader.lines[reader.at] ?? '').slice(indent));
    const key = found?.[1] ?? '';
    if (!isKey(key) || forbiddenKeys.includes(key) || Object.hasOwn(mapping, key)) throw outside;
    count(reader);
    const start = offset(reader, indent);
    if (found?.[2] === undefined) {
      const inner = enter(reader, indent);
      reader.spots?.add(mapping, key, start, offset(reader, inner));
      mapping[key] = readBlock(reader, inner);
    } else {
      const value = start + key.length + 2;
      reader.spots?.add(mapping, key, start, value);
      mapping[key] = readValue(reader, found[2], indent, value);
    }
  }
  return mapping;
}

/** The offset of a column of the line to read next. */
function offset({ spots, at }: Reader, column: number): number {
  return spots?.offset(at, column) ?? 0;
}

/** Goes to the collection below a key that stands alone in its line; its indentation. */
function enter(reader: Reader, indent: number): number {
  reader.at += 1;
  const inner = nextIndent(reader);
  if (inner <= indent) throw outside;
  return inner;
}

function readValue(reader: Reader, text: string, indent: number, start: number): unknown {
  reader.at += 1;
  if (text === '|' || text === '>' || text === '|-' || text === '>-') return readParagraph(reader, text, indent);
  const value = readInline(text, start, reader.spots);
  reader.values += value.values - 1;
  count(reader);
  return value.value;
}

interface Inline {
  readonly value: unknown;
  readonly values: number;
}

function readInline(text: string, start: number, spots: Spots | null): Inline {
  if (text.startsWith('{') || text.startsWith('[')) return readFlow(text, start, spots);
  const quoted = readSingleQuoted(text) ?? readDoubleQuoted(text);
  return { value: quoted ?? readPlain(text), values: 1 };
}

/** Lines of one indentation without an empty one among them: folded (`>`) or kept (`|`), with a line end unless `-` follows. */
function readParagraph(reader: Reader, style: string, indent: number): string {
  const { lines } = reader;
  const inner = indentOf(lines[reader.at] ?? '');
  if (inner <= indent) throw outside;
  const paragraph: string[] = [];
  for (
    let line = lines[reader.at] ?? '';
    indentOf(line) === inner && line.length > inner;
    line = lines[reader.at] ?? ''
  ) {
    if (line.endsWith(' ')) throw outside;
    paragraph.push(line.slice(inner));
    reader.at += 1;
  }
  // A further paragraph, a line indented otherwise or of blanks alone, or a last line without an end.
  const rest = lines.slice(reader.at).find((line) => line !== '');
  if (rest !== undefined && (indentOf(rest) > indent || indentOf(rest) === rest.length)) throw outside;
  if (paragraph.length === 0 || reader.at >= lines.length) throw outside;
  count(reader);
  return `${paragraph.join(style.startsWith('>') ? ' ' : '\n')}${style.endsWith('-') ? '' : '\n'}`;
}
