import { forbiddenKeys } from '../domain/ids.ts';
import { isKey, outside, readDoubleQuoted, readPlain, readSingleQuoted } from './yaml-scalars.ts';
import type { Spots } from './yaml-spots.ts';

interface Reader {
  readonly text: string;
  at: number;
  values: number;
  /** Where the text begins in the file, and what takes down where everything is; null if nobody asks. */
  readonly start: number;
  readonly spots: Spots | null;
}

interface Flow {
  readonly value: unknown;
  readonly values: number;
}

const mostLevels = 5;

/** A whole text that is one flow collection, `{a: 1}` or `[a, b]`, and how many values and keys it has. */
export function readFlow(text: string, start: number, spots: Spots | null): Flow {
  const reader: Reader = { text, at: 0, values: 0, start, spots };
  const value = readValue(reader, 0);
  if (reader.at !== text.length) throw outside;
  return { value, values: reader.values };
}

function readValue(reader: Reader, level: number): unknown {
  if (level > mostLevels) throw outside;
  reader.values += 1;
  switch (reader.text[reader.at]) {
    case '{':
      return readMapping(reader, level);
    case '[':
      return readList(reader, level);
    case "'":
      return readSingleQuoted(take(reader, /'(?:[^']|'')*'/y));
    case '"':
      return readDoubleQuoted(take(reader, /"(?:[^"\\]|\\.)*"/y));
    default:
      return readPlain(take(reader, /[^,[\]{}]+/y).replace(/ +$/, ''));
  }
}

function readMapping(reader: Reader, level: number): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  readAll(reader, '}', () => {
    const { spots, start, at } = reader;
    const key = take(reader, /[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}(?=: )/y);
    if (!isKey(key) || forbiddenKeys.includes(key) || Object.hasOwn(mapping, key)) throw outside;
    reader.at += 1;
    skipSpaces(reader);
    reader.values += 1;
    spots?.add(mapping, key, start + at, start + reader.at);
    mapping[key] = readValue(reader, level + 1);
  });
  return mapping;
}

function readList(reader: Reader, level: number): unknown[] {
  const list: unknown[] = [];
  readAll(reader, ']', () => {
    const at = reader.start + reader.at;
    reader.spots?.add(list, list.length, at, at);
    list.push(readValue(reader, level + 1));
  });
  return list;
}

/** Reads what is between brackets, separated by commas. */
function readAll(reader: Reader, end: string, readOne: () => void): void {
  reader.at += 1;
  skipSpaces(reader);
  if (reader.text[reader.at] === end) {
    reader.at += 1;
    return;
  }
  for (;;) {
    readOne();
    skipSpaces(reader);
    const next = reader.text[reader.at];
    reader.at += 1;
    if (next === end) return;
    if (next !== ',') throw outside;
    skipSpaces(reader);
  }
}

function skipSpaces(reader: Reader): void {
  while (reader.text[reader.at] === ' ') reader.at += 1;
}

function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) throw outside;
  reader.at += found.length;
  return found;
}
