import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTexts } from '../../../../templates/compare/client/align.ts';

const texts = fc.array(fc.array(fc.constantFrom('a', 'b', ' b', 'c', 'd', '')), { minLength: 1, maxLength: 4 });

describe('texts side by side', () => {
  test('keep every line of every text, once and in order', () => {
    fc.assert(
      fc.property(texts, (lines) => {
        const rows = alignTexts(lines);
        for (const [column, text] of lines.entries()) {
          const shown = rows.map((row) => row.lines[column]).filter((line) => line !== null);
          expect(shown).toEqual(text.map((_, index) => index));
        }
      }),
    );
  });

  test('are marked as shared where every text has the same line there, blanks around it aside', () => {
    fc.assert(
      fc.property(texts, (lines) => {
        for (const { lines: row, shared } of alignTexts(lines)) {
          const found = row.map((line, column) => (line === null ? null : lines[column]?.[line]?.trim()));
          expect(shown(found, lines.length)).toBe(shared);
        }
      }),
    );
  });

  test('stand beside one another where they agree, and are paired from the top between', () => {
    const rows = alignTexts([
      ['import sys', 'class A:', '    go()', 'run()'],
      ['import sys', 'import b', 'def b():', '  go()', 'serve()', 'run()'],
    ]);
    expect(rows.map(({ lines }) => lines)).toEqual([
      [0, 0],
      [1, 1],
      [null, 2],
      [2, 3],
      [null, 4],
      [3, 5],
    ]);
    expect(rows.map(({ shared }) => shared)).toEqual([true, false, false, true, false, true]);
  });
});

function shown(found: readonly (string | null | undefined)[], count: number): boolean {
  return count > 1 && found.every((text) => text !== null && text !== undefined && text === found[0]);
}
