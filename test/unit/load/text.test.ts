import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, placesIn } from '../../../scripts/load/text.ts';
import { brief, bytesOf, outside } from '../../support/samples.ts';

const decode = (text: string) => decodeText('a.txt', bytesOf(text));

describe('decodeText', () => {
  test.each([
    ['plain', 'a: 1\n', 'a: 1\n'],
    ['byte order mark at the start', '\ufeffa: 1\n', 'a: 1\n'],
    ['tab and both line ends', 'a\tb\r\nc\n', 'a\tb\r\nc\n'],
    ['beyond the basic plane', 'é 漢 😀', 'é 漢 😀'],
    ['right-to-left script', 'שלום', 'שלום'],
    ['empty', '', ''],
  ])('takes %s', (_name, text, expected) => {
    expect(decode(text)).toEqual({ text: expected, issues: [] });
  });

  test.each([
    ['nul', 'a\n\0', '2:1'],
    ['escape', 'a\u001b[31m', '1:2'],
    ['delete', 'ab\u007f', '1:3'],
    ['next line', '\u0085', '1:1'],
    ['left-to-right mark', 'a\u200e', '1:2'],
    ['right-to-left override', 'a\nbc\u202ed', '2:3'],
    ['isolate', '\u2066x', '1:1'],
    ['arabic letter mark', 'a\u061cb', '1:2'],
    ['byte order mark inside', 'a\n\ufeffb', '2:1'],
    ['a private mark', 'a\ue000', '1:2'],
    ['columns count UTF-16 units', '😀\0', '1:3'],
  ])('rejects %s', (_name, text, place) => {
    const { text: decoded, issues } = decode(text);
    expect(decoded).toBeNull();
    expect(brief(issues)).toEqual([`text-control@${place}`]);
  });

  test('names every bad character of a text at once', () => {
    expect(brief(decode('\0a\u202e\n\u0007').issues)).toEqual([
      'text-control@1:1',
      'text-control@1:3',
      'text-control@2:1',
    ]);
  });

  test.each([
    ['a lone continuation byte', [0x61, 0x0a, 0x80], '2:1'],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9], '1:4'],
    ['an overlong form', [0x61, 0xc0, 0xaf], '1:2'],
    ['a surrogate', [0xed, 0xa0, 0x80], '1:1'],
    ['a cut-off character', [0x61, 0x62, 0xe2, 0x82], '1:3'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], '1:1'],
    ['a bad byte behind a true U+FFFD', [0xef, 0xbf, 0xbd, 0x0a, 0x61, 0xff], '2:2'],
  ])('rejects %s where it stands', (_name, bytes, place) => {
    const { text, issues } = decodeText('a.txt', Uint8Array.from(bytes));
    expect(text).toBeNull();
    expect(brief(issues)).toEqual([`text-encoding@${place}`]);
  });

  test('holds the size in bytes, not in characters', () => {
    expect(decodeText('a.txt', bytesOf('éé'), 4).text).toBe('éé');
    expect(brief(decodeText('a.txt', bytesOf('ééa'), 4).issues)).toEqual(['file-size@1:1']);
  });

  test('gives text or issues, never both, with places inside the text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, issues } = decodeText('a.txt', bytes);
        expect(text === null).toBe(issues.length > 0);
        expect(outside(issues, new TextDecoder().decode(bytes))).toEqual([]);
      }),
    );
  });
});

describe('placesIn', () => {
  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [6, 3, 3],
  ])('offset %d is %d:%d', (offset, line, column) => {
    expect(placesIn('a.txt', 'ab\n\ncd')(offset)).toEqual({ file: 'a.txt', line, column });
  });
});
