import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../scripts/domain/limits.ts';
import { parseYaml } from '../../../scripts/load/yaml.ts';
import { brief, bytesOf, outside, rulesOf, sourceOf } from '../../support/samples.ts';

const parse = (text: string) => parseYaml('a.yaml', bytesOf(text));

describe('the gate takes', () => {
  test.each<[string, string, unknown]>([
    ['words that YAML 1.1 reads as booleans', 'a: yes\nb: off\nc: n\n', { a: 'yes', b: 'off', c: 'n' }],
    ['a day as text', 'a: 2009-12-22\n', { a: '2009-12-22' }],
    ['an old octal and a number with underscores as YAML 1.2 does', 'a: 0o17\nb: 1_000\n', { a: 15, b: '1_000' }],
    ['nothing as null', 'a:\nb: ~\n', { a: null, b: null }],
    ['line ends of Windows', 'a: 1\r\nb: [x,\r\n  y]\r\n', { a: 1, b: ['x', 'y'] }],
    ['a byte order mark at the start', '\ufeffa: 1\n', { a: 1 }],
    ['one document between its marks', '---\na: 1\n...\n', { a: 1 }],
    ['a folded text', 'a: >-\n  one\n  two\n', { a: 'one two' }],
    ['signs of other features inside text', 'a: "x &y *z !t %d"\nb: 5 % 2\n', { a: 'x &y *z !t %d', b: '5 % 2' }],
    ['no text at all', '', null],
    ['only a comment', '# nothing\n', null],
  ])('%s', (_name, text, value) => {
    expect(parse(text).issues).toEqual([]);
    expect(parse(text).source?.value).toEqual(value);
  });
});

describe('the gate refuses', () => {
  test.each<[string, string, readonly string[]]>([
    ['duplicate-key', 'a: 1\nb: 2\na: 3\n', ['yaml-duplicate-key@3:1']],
    ['duplicate-key-nested', 'a:\n  b: 1\n  b: 2\n', ['yaml-duplicate-key@3:3']],
    ['duplicate-key-flow', '{a: 1, a: 2}\n', ['yaml-duplicate-key@1:8']],
    ['duplicate-key-crlf', 'a: 1\r\nb: 2\r\na: 3\r\n', ['yaml-duplicate-key@3:1']],
    ['duplicate-key-behind-byte-order-mark', '\ufeffa: 1\na: 2\n', ['yaml-duplicate-key@2:1']],
    ['key-of-every-object', 'a: 1\nconstructor: b\n', ['yaml-feature@2:1']],
    ['key-that-changes-an-object', 'a:\n  __proto__: {b: 1}\n', ['yaml-feature@2:3']],
    ['key-that-changes-an-object-escaped', 'a: {"\\u005f_proto__": 1}\n', ['yaml-feature@1:5']],
    ['unknown-tag', 'a: !secret x\n', ['yaml-feature@1:4']],
    ['unknown-tag-long', 'a: 1\nb: !<tag:example.org,2026:x> y\n', ['yaml-feature@2:4']],
    ['alias', 'a: *b\n', ['yaml-feature@1:4']],
    ['anchor', 'a: &b 1\n', ['yaml-feature@1:7']],
    ['anchor-of-nothing', 'a: &b\nc: 1\n', ['yaml-feature@1:6']],
    ['merge-key', 'a: &b {c: 1}\nd:\n  <<: *b\n', ['yaml-feature@1:7', 'yaml-feature@3:7']],
    ['second-document', 'a: 1\n---\nb: 2\n', ['yaml-feature@2:1']],
    ['directive', '%YAML 1.1\n---\na: 1\n', ['yaml-feature@1:1']],
    ['directive-of-tags', '%TAG ! tag:example.org,2026:\n---\na: 1\n', ['yaml-feature@1:1']],
    ['nul', 'a: 1\nb: \0\n', ['text-control@2:4']],
    ['bidi-override', 'a: 1\nb: x\u202ey\n', ['text-control@2:5']],
    ['byte-order-mark-inside', 'a: 1\n\ufeffb: 2\n', ['text-control@2:1']],
    [
      'conflict-marker',
      'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n',
      ['yaml-syntax@2:1', 'yaml-syntax@4:1', 'yaml-syntax@6:1'],
    ],
    ['conflict-marker-crlf', 'a: 1\r\n=======\r\n', ['yaml-syntax@2:1']],
    ['number-as-key', 'a: 1\n5: 2\n', ['yaml-syntax@2:1']],
    ['boolean-as-key', 'true: 1\n', ['yaml-syntax@1:1']],
    ['null-as-key', 'a:\n  null: 1\n', ['yaml-syntax@2:3']],
    ['nothing-as-key', ': 1\n', ['yaml-syntax@1:1']],
    ['list-as-key', '? [a]\n: b\n', ['yaml-syntax@1:3']],
    ['tab-as-indentation', 'a:\n\tb: 1\n', ['yaml-syntax@2:1']],
    ['deep-indentation', `a:\n${' '.repeat(200)}b: 1\n`, ['yaml-limit@2:1']],
  ])('%s', (_name, text, expected) => {
    const { source, issues } = parse(text);
    expect(source).toBeNull();
    expect(brief(issues)).toEqual(expected);
  });

  test('invalid-utf-8', () => {
    const { source, issues } = parseYaml('a.yaml', Uint8Array.from([0x61, 0x3a, 0x20, 0x0a, 0xff]));
    expect(source).toBeNull();
    expect(brief(issues)).toEqual(['text-encoding@2:1']);
  });

  test.each([
    ['text', 'a: !!str 5\n'],
    ['mapping', 'a: !!map {b: 1}\n'],
    ['list', 'a: !!seq [1]\n'],
    ['binary', 'a: !!binary aGk=\n'],
    ['timestamp', 'a: !!timestamp 2009-12-22\n'],
    ['set', 'a: !!set {x}\n'],
    ['non-specific', 'a: ! 5\n'],
    ['on a key', '!!str a: 5\n'],
  ])('a known tag as well: %s', (_name, text) => {
    expect(parse(text).source).toBeNull();
    expect(rulesOf(parse(text).issues)).toEqual(['yaml-feature']);
  });

  test('all mistakes of a file at once', () => {
    expect(brief(parse('a: &x 1\nb: *x\n5: c\n').issues)).toEqual([
      'yaml-feature@1:7',
      'yaml-feature@2:4',
      'yaml-syntax@3:1',
    ]);
  });

  test('names the repeated key, quoted or not', () => {
    expect(parse('ab: 1\nab: 2\n').issues[0]?.message).toBe('The key `ab` occurs twice; keep one of them');
    expect(parse('"a b": 1\n"a b": 2\n').issues[0]?.message).toMatch(/`"?a b"?` occurs twice/);
  });

  test.each([
    ['a colon in plain text', 'note: Fast: very\n', 'put the text in quotes'],
    ['an open quote', 'note: "open\nb: 1\n', 'A quote, comma, colon or space is missing'],
    ['an open bracket', 'a: [1, 2\nb: 3\n', 'add the closing one'],
    ['a reserved first character', 'a: @b\n', 'put the value in quotes'],
    ['an unknown escape', 'a: "x\\q"\n', 'write two backslashes'],
    ['a key too far to the right', 'a: 1\n b: 2\n', 'correct the indentation'],
    ['a line without a colon', 'a: 1\nfoo\nb: 2\n', 'add the missing colon'],
    ['a tab', 'a:\n\t- b\n', 'indent with spaces'],
    ['text after a quote', 'a: "x" y\n', 'put the whole value in quotes'],
  ])('says how to fix %s, in one issue', (_name, text, remedy) => {
    const { issues } = parse(text);
    expect(issues.map(({ rule }) => rule)).toEqual(['yaml-syntax']);
    expect(issues[0]?.message).toContain(remedy);
  });
});

describe('the bounds', () => {
  const levels = (depth: number): string => `${'['.repeat(depth)}x${']'.repeat(depth)}\n`;
  const mappings = (depth: number): string => `${'{a: '.repeat(depth)}x${'}'.repeat(depth)}\n`;

  test.each([
    ['lists', levels(limits.yamlDepth - 1)],
    ['mappings', mappings(limits.yamlDepth - 1)],
  ])('takes as many levels as allowed: %s', (_name, text) => {
    expect(parse(text).issues).toEqual([]);
  });

  test.each([
    ['one list too deep', levels(limits.yamlDepth + 1)],
    ['one mapping too deep', mappings(limits.yamlDepth + 1)],
    ['depth-bomb-closed', levels(20_000)],
    ['depth-bomb-open', '['.repeat(60_000)],
    ['depth-bomb-mappings', '{a: '.repeat(20_000)],
    ['depth-bomb-dashes', `${'- '.repeat(60_000)}x\n`],
    ['depth-bomb-questions', `${'? '.repeat(50_000)}x\n`],
  ])('refuses %s by its limit', (_name, text) => {
    const { source, issues } = parse(text);
    expect(source).toBeNull();
    expect(rulesOf(issues)).toEqual(['yaml-limit']);
  });

  test('billion-laughs costs one pass over its text', () => {
    const rows = Array.from({ length: 30 }, (_, row) => {
      const before = Array.from({ length: 9 }, () => `*a${row - 1}`).join(', ');
      return `a${row}: &a${row} [${row === 0 ? 'ha' : before}]`;
    });
    const { source, issues } = parse(`${rows.join('\n')}\n`);
    expect(source).toBeNull();
    expect(rulesOf(issues)).toEqual(['yaml-feature']);
    expect(issues.length).toBe(30 + 29 * 9);
  });

  test('takes as many lines as allowed and no more', () => {
    const lines = (count: number): string => `a: 1\n${'#\n'.repeat(count - 1)}`;
    expect(parse(lines(limits.yamlLines - 1)).issues).toEqual([]);
    expect(parse(lines(limits.yamlLines)).issues).toEqual([]);
    expect(brief(parse(lines(limits.yamlLines + 1)).issues)).toEqual([`yaml-limit@${limits.yamlLines + 1}:1`]);
  });

  test('refuses too many values and too many bytes', () => {
    expect(rulesOf(parse(`[${'1,'.repeat(limits.yamlNodes)}1]\n`).issues)).toEqual(['yaml-limit']);
    expect(brief(parse(`a: ${'x'.repeat(limits.yamlBytes)}\n`).issues)).toEqual(['file-size@1:1']);
  });
});

describe('placeOf', () => {
  const source = sourceOf('a:\n  - b: 1\n    c: [x, y]\nd: {e: "f"}\n');
  test.each<[string, readonly (string | number)[], 'key' | 'value', string]>([
    ['the whole', [], 'value', '1:1'],
    ['a key', ['a'], 'key', '1:1'],
    ['a value below its key', ['a'], 'value', '2:3'],
    ['an item', ['a', 0, 'b'], 'value', '2:8'],
    ['an item of a flow list', ['a', 0, 'c', 1], 'value', '3:12'],
    ['a key in a flow mapping', ['d', 'e'], 'key', '4:5'],
    ['a value in a flow mapping', ['d', 'e'], 'value', '4:8'],
    ['a missing key: its parent', ['d', 'x'], 'value', '4:4'],
    ['a missing item: its parent', ['a', 0, 'c', 9, 'z'], 'value', '3:8'],
  ])('%s', (_name, path, at, place) => {
    const { line, column } = source.placeOf(path, at);
    expect(`${line}:${column}`).toBe(place);
  });
});

describe('any input', () => {
  const scrap = fc.constantFrom(
    ...['a', 'b: ', '- ', '\n', '\n  ', '\r\n', '[', ']', '{', '}', ',', ': ', '? ', '&a ', '*a ', '!t ', '!!str '],
    ...['"', "'", '|', '>', '#', '%', '---\n', '...\n', '\t', '<<: ', '~', '5', 'é', '😀', '\\x', '\r', '@', '`'],
  );
  const check = (bytes: Uint8Array): void => {
    const { source, issues } = parseYaml('a.yaml', bytes);
    expect(source === null).toBe(issues.length > 0);
    expect(outside(issues, new TextDecoder().decode(bytes))).toEqual([]);
  };

  test('of bytes gives a source or issues with places inside the file', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), check));
  });

  test('of scraps of YAML gives a source or issues with places inside the file', () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => check(bytesOf(scraps.join('')))),
      { numRuns: 2000 },
    );
  });

  test('that is JSON keeps its value', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ':', '-', '"', '\\', '#', '\n') });
    const value = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, text, fc.integer(), fc.boolean(), tie('list'), tie('map')),
      list: fc.array(tie('tree'), { maxLength: 4 }),
      map: fc.dictionary(fc.constantFrom('a', 'b-c', 'd_e'), tie('tree')),
    })).tree;
    fc.assert(
      fc.property(value, (tree) => {
        expect(parse(JSON.stringify(tree, null, 2)).source?.value).toEqual(JSON.parse(JSON.stringify(tree)));
      }),
    );
  });
});
