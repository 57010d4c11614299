import { issue } from './issues.ts';
import { limits } from './limits.ts';
import type { Issue, Place } from './model.ts';

/** Text and the issues found while decoding it; null where it cannot be used. */
export interface Decoded {
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
  const issues = [...text.matchAll(forbidden)].map((match) =>
    issue('text-control', placeIn(file, text, match.index), describeControl(match[0])),
  );
  return { text: issues.length > 0 ? null : text, issues };
}

/** The place of an offset in a text; columns count UTF-16 units from 1. */
export function placeIn(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return { file, line: before.split('\n').length, column: offset - lastBreak };
}

// Control characters but tab and line ends, marks and overrides of writing direction, a byte order mark inside.
const forbidden = /(?![\t\n\r])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

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

function invalidPlace(file: string, bytes: Uint8Array): Place {
  const text = new TextDecoder('utf-8').decode(bytes);
  return placeIn(file, text, Math.max(0, text.indexOf('\uFFFD')));
}
