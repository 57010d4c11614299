import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Place } from '../domain/source.ts';

/** Text and the issues found while decoding it; null where it cannot be used. */
interface Decoded {
  readonly text: string | null;
  readonly issues: readonly Issue[];
}

/** Bytes as UTF-8 text without a byte order mark; rejects invalid UTF-8, control and bidi characters. */
export function decodeText(file: string, bytes: Uint8Array, maxBytes: number = limits.yamlBytes): Decoded {
  const start: Place = { file, line: 1, column: 1 };
  if (bytes.length > maxBytes) {
    return {
      text: null,
      issues: [issue('file-size', start, `Found ${bytes.length} bytes, expected at most ${maxBytes}`)],
    };
  }
  const text = decodeUtf8(bytes);
  if (text === null) {
    return {
      text: null,
      issues: [issue('text-encoding', invalidPlace(file, bytes), 'Found bytes that are no UTF-8, expected UTF-8 text')],
    };
  }
  const place = placesIn(file, text);
  const found = text.matchAll(forbidden).take(limits.printedIssues);
  const issues = Array.from(found, (match) => issue('text-control', place(match.index), describeControl(match[0])));
  return { text: issues.length > 0 ? null : text, issues };
}

/** The places of offsets in a text; columns count UTF-16 units from 1, and an end of line ends with `\n`. */
export function placesIn(file: string, text: string): (offset: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    const line = lastNotAbove(starts, Math.min(Math.max(0, offset), text.length));
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** The index of the last of some rising numbers that is not above `limit`; the first is never above it. */
function lastNotAbove(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Control characters but tab and line ends, marks and overrides of writing direction, a byte order mark inside, and characters
// for private use, which mean nothing to others and of which two mark a place in prose.
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function describeControl(found: string): string {
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `Found the invisible character U+${code}, expected printable text`;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where decoding breaks off: at the character behind the longest prefix that is well-formed. */
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
