import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, escapeHtml, toCsv } from '../../../scripts/render/html.ts';

const any = fc.string({ unit: 'binary' });

describe('escapeHtml', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onclick='x'`, '&quot; onclick=&#39;x&#39;'],
    ['&amp;', '&amp;amp;'],
    ['plain é 漢 😀', 'plain é 漢 😀'],
  ])('%s', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });

  test('leaves nothing that opens a tag or ends an attribute, and loses nothing', () => {
    fc.assert(
      fc.property(any, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        const back: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
        expect(escaped.replace(/&([^;]+);/g, (found, name: string) => back[name] ?? found)).toBe(text);
      }),
    );
  });
});

describe('csvCell', () => {
  test.each([
    ['nothing', null, ''],
    ['no text', '', '""'],
    ['zero', 0, '0'],
    ['a negative number', -5, '-5'],
    ['quotes and commas', 'a "b", c', '"a ""b"", c"'],
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula behind blanks', '  @SUM(A1)', `"'  @SUM(A1)"`],
    ['a formula in wide signs', '＝1', `"'＝1"`],
    ['text that looks negative', '-1+cmd', `"'-1+cmd"`],
    ['a tab', '\tx', `"'\tx"`],
    ['a minus inside', 'a-b', '"a-b"'],
  ])('%s', (_name, value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('toCsv', () => {
  test('ends every line as RFC 4180 says', () => {
    expect(toCsv(['a', 'b'], [['x', null]])).toBe('a,b\r\n"x",\r\n');
    expect(toCsv(['a'], [])).toBe('a\r\n');
  });

  test('can be read back, cell by cell', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') }).map((one) => `x${one}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer(), text)), (rows) => {
        const read = parse(toCsv(['a', 'b', 'c'], rows), { record_delimiter: '\r\n' });
        expect(read).toEqual([['a', 'b', 'c'], ...rows.map((row) => row.map(String))]);
      }),
    );
  });
});
