import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../scripts/domain/limits.ts';
import type { Cell, Table } from '../../../scripts/domain/source.ts';
import { parseCsv } from '../../../scripts/load/csv.ts';
import { brief, bytesOf, outside } from '../../support/samples.ts';

const parse = (text: string) => parseCsv('a.csv', bytesOf(text));
/** The header and all rows of a table, as cells. */
function rowsOf(table: Table): readonly (readonly Cell[])[] {
  const { header, rowCount, textAt, placeAt } = table;
  const cells = (row: number): readonly Cell[] =>
    header.map((_, column) => ({ text: textAt(row, column), place: placeAt(row, column) }));
  return [header, ...Array.from({ length: rowCount }, (_, row) => cells(row))];
}
const texts = (table: Table | null): unknown =>
  table === null ? null : rowsOf(table).map((row) => row.map((cell) => cell.text));

describe('a table keeps its cells as text', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'csv-plain',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'csv-blank-cell',
      'a,b,c\n1,,\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
      ],
    ],
    [
      'csv-no-line-end-at-the-end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'csv-crlf',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'csv-both-line-ends',
      'a,b\n1,2\r\n3,4\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'csv-byte-order-mark',
      '\ufeffa,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'csv-quotes',
      'a,b\n"x,y","q""q"\n',
      [
        ['a', 'b'],
        ['x,y', 'q"q'],
      ],
    ],
    [
      'csv-quoted-blank',
      'a,b\n"",2\n',
      [
        ['a', 'b'],
        ['', '2'],
      ],
    ],
    [
      'csv-blanks-kept',
      'a,b\n 5,5 \n',
      [
        ['a', 'b'],
        [' 5', '5 '],
      ],
    ],
    [
      'csv-numbers-untouched',
      'a,b,c\n0x10,1e5,-0\n',
      [
        ['a', 'b', 'c'],
        ['0x10', '1e5', '-0'],
      ],
    ],
    ['csv-only-a-header', 'a,b\n', [['a', 'b']]],
    [
      'csv-empty-lines',
      'a,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(parse(text).issues).toEqual([]);
    expect(texts(parse(text).table)).toEqual(expected);
  });
});

describe('a broken table keeps its sound rows', () => {
  test.each<[string, string, readonly string[]]>([
    ['csv-empty', '', ['csv-header@1:1']],
    ['csv-only-line-ends', '\n\n', ['csv-header@1:1']],
    ['csv-ragged-long', 'a,b\n1,2\n1,2,3\n', ['csv-ragged@3:5']],
    ['csv-ragged-short', 'a,b,c\n1,3\n', ['csv-ragged@2:3']],
    ['csv-ragged-crlf', 'a,b\r\n1,2,3\r\n', ['csv-ragged@2:5']],
    ['csv-ragged-after-empty-line', 'a,b\n\n1,2,3\n', ['csv-ragged@3:5']],
    ['csv-ragged-after-empty-line-crlf', 'a,b\r\n\r\n1,2,3\r\n', ['csv-ragged@3:5']],
    ['csv-ragged-after-a-quote', 'a,b\n"x,y",2,3\n', ['csv-ragged@2:9']],
    ['csv-ragged-twice', 'a,b\n1\n1,2,3\n', ['csv-ragged@2:1', 'csv-ragged@3:5']],
    ['csv-line-of-blanks', 'a,b\n  \n1,2\n', ['csv-ragged@2:1']],
    ['csv-quote-inside', 'a,b\nx"y,2\n', ['csv-syntax@2:1']],
    ['csv-text-after-quote', 'a,b\n"x"y,2\n', ['csv-syntax@2:1']],
    ['csv-cell-over-a-line-end', 'a,b\n1,"x\ny"\n', ['csv-syntax@2:3']],
    ['csv-cell-too-long', `a,b\n1,${'x'.repeat(limits.csvCell + 1)}\n`, ['csv-syntax@2:3']],
    ['csv-nul', 'a,b\n1,\0\n', ['text-control@2:3']],
  ])('%s', (_name, text, expected) => {
    expect(parse(text).table?.rowCount ?? 0).toBe(text.includes('\n1,2\n') ? 1 : 0);
    expect(brief(parse(text).issues)).toEqual(expected);
  });

  test('csv-open-quote', () => {
    expect(parse('a,b\n"x,2\n3,4\n').table).toBeNull();
    expect(parse('a,b\n"x,2\n3,4\n').issues.map(({ rule }) => rule)).toEqual(['csv-syntax']);
  });

  test.each([
    ['between rows', 'a,b\r1,2\r'],
    ['inside a cell', 'a,b\n"x\ry",2\n'],
  ])('csv-lone-carriage-return %s', (_name, text) => {
    expect(parse(text).table).toBeNull();
  });

  test('csv-invalid-utf-8', () => {
    const { table, issues } = parseCsv('a.csv', Uint8Array.from([0x61, 0x0a, 0x31, 0xff]));
    expect(table).toBeNull();
    expect(brief(issues)).toEqual(['text-encoding@2:2']);
  });

  test('csv-too-wide and csv-too-large', () => {
    const wide = Array.from({ length: limits.csvColumns + 1 }, (_, index) => `c${index}`).join(',');
    expect(brief(parse(`${wide}\n`).issues)).toEqual(['csv-limit@1:1']);
    expect(brief(parse(`a\n${'1\n'.repeat(limits.csvRows + 1)}`).issues)).toEqual(['csv-limit@1:1']);
    expect(brief(parse('x'.repeat(limits.csvBytes + 1)).issues)).toEqual(['file-size@1:1']);
  });
});

describe('every cell has its place', () => {
  test.each([
    ['plain', 'a,b\n1,22\n3,4\n', ['1:1', '1:3', '2:1', '2:3', '3:1', '3:3']],
    ['crlf', 'a,b\r\n1,22\r\n3,4\r\n', ['1:1', '1:3', '2:1', '2:3', '3:1', '3:3']],
    ['quoted', 'a,b\n"x,y",2\n', ['1:1', '1:3', '2:1', '2:7']],
    ['quote in quotes', 'a,b\n"x"",y",2\n', ['1:1', '1:3', '2:1', '2:9']],
    ['behind empty lines', 'a,b\n\n\n1,2\n', ['1:1', '1:3', '4:1', '4:3']],
  ])('%s', (_name, text, places) => {
    const { table } = parse(text);
    const cells = table === null ? [] : rowsOf(table).flat();
    expect(cells.map(({ place }) => `${place.line}:${place.column}`)).toEqual(places);
  });
});

describe('any input', () => {
  const scrap = fc.constantFrom('a', '1', ',', ',', '\n', '\n', '\r\n', '"', '""', ' ', 'é', '😀', '-5', '\t');
  const check = (bytes: Uint8Array): void => {
    const { table, issues } = parseCsv('a.csv', bytes);
    if (table === null) expect(issues).not.toEqual([]);
    expect(outside(issues, new TextDecoder().decode(bytes))).toEqual([]);
    for (const row of table === null ? [] : rowsOf(table)) expect(row.length).toBe(table?.header.length);
  };

  test('of bytes gives a table or issues with places inside the file', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), check));
  });

  test('of scraps of CSV gives a table or issues with places inside the file', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => check(bytesOf(scraps.join('')))),
      { numRuns: 2000 },
    );
  });

  test('that is well-formed keeps every cell, at its place', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '0', '-', ',', '"', ' ', 'é'), maxLength: 6 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
        const lines = rows.map((row) => row.map(quoted).join(','));
        const { table } = parse(lines.map((line) => `${line}\n`).join(''));
        expect(texts(table)).toEqual(rows);
        const cells = table === null ? [] : rowsOf(table).flat();
        for (const { text, place } of cells) {
          expect(lines[place.line - 1]?.slice(place.column - 1).startsWith(quoted(text))).toBe(true);
        }
      }),
    );
  });
});
