import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Place } from '../domain/source.ts';

/** Decoded text, null if it cannot be used, and the issues found in it. */
interface Decoded {
  readonly text: string | null;
  readonly issues: readonly Issue[];
}

/** Decodes UTF-8 bytes and drops a byte order mark; rejects invalid UTF-8, control and bidi characters. */
export function decodeText(file: string, bytes: Uint8Array, maxBytes: number = limits.yamlBytes): Decoded {
  const start: Place = { file, line: 1, column: 1 };
  if (bytes.length > maxBytes) {
    return {
      text: null,
      issues: [issue('file-size', start, `The file has ${bytes.length} bytes, expected at most ${maxBytes}`)],
    };
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    return {
      text: null,
      issues: [
        issue('text-encoding', invalidPlace(file, bytes), 'Found bytes that are not UTF-8; save the file as UTF-8'),
      ],
    };
  }
  if (text.search(unusual) < 0 || text.search(forbidden) < 0) return { text, issues: [] };
  const place = placesIn(file, text);
  const found = text.matchAll(forbidden).take(limits.printedIssues);
  const issues = Array.from(found, (match) => issue('text-control', place(match.index), describeControl(match[0])));
  return { text: null, issues };
}

/** Gives the place of an offset in a text; columns count UTF-16 units from 1, and lines end with `\n`. */
export function placesIn(file: string, text: string): (offset: number) => Place {
  const starts = [0];
  return (offset) => {
    // Lines are counted as far as somebody asks: a hostile file may have millions.
    for (let end = lineEndFrom(text, starts); end >= 0 && end < offset; end = lineEndFrom(text, starts))
      starts.push(end + 1);
    const line = lastNotAbove(starts, Math.min(Math.max(0, offset), text.length));
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function lineEndFrom(text: string, starts: readonly number[]): number {
  return text.indexOf('\n', starts.at(-1));
}

/** A place that is looked up when somebody asks for its line or column. */
export function laterPlace(file: string, find: () => Place): Place {
  let found: Place | null = null;
  const look = (): Place => {
    found ??= find();
    return found;
  };
  return {
    file,
    get line() {
      return look().line;
    },
    get column() {
      return look().column;
    },
  };
}

/** The index of the last number in a rising list that is not above `limit`; the first never is. */
function lastNotAbove(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Most texts have nothing else, and are held against this alone, ten times as fast.
const unusual = /[^\t\n\r -~]/;

// Control characters except tab and line ends, marks that change the writing direction, a byte order mark inside the text, and
// private-use characters: they have no agreed meaning, and two of them mark directives in rendered prose.
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function describeControl(found: string): string {
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `Found the invisible character U+${code}; remove it`;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where decoding fails: right after the longest well-formed prefix. */
function invalidPlace(file: string, bytes: Uint8Array): Place {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (const byte of bytes) {
    try {
      text += strict.decode(Uint8Array.of(byte), { stream: true });
    } catch {
      break;
    }
  }
  return placesIn(file, text)(text.length);
}
