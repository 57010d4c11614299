import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Path, Place, Source } from '../../../scripts/domain/source.ts';
import { parseWhole, parseYaml } from '../../../scripts/load/yaml.ts';
import { parseSubset } from '../../../scripts/load/yaml-subset.ts';
import { diskFiles } from '../../../scripts/platform/disk-files.ts';
import { root } from '../../support/project.ts';

/** Both readings of a text, where the short one has one: they must agree that it is valid, and on its value. */
function expectAgreement(text: string): void {
  const subset = parseSubset(text);
  if (subset === null) return;
  const { source, issues } = parseWhole('one.yaml', text);
  expect({ text, issues, value: source?.value }).toEqual({ text, issues: [], value: subset.value });
  const places = (placeOf: Source['placeOf'] | undefined): readonly Place[] =>
    pathsIn(subset.value).flatMap((path) =>
      (['key', 'value'] as const).flatMap((at) => {
        const { line, column } = placeOf?.(path, at) ?? { line: 0, column: 0 };
        return { file: text, line, column };
      }),
    );
  const short = parseYaml('one.yaml', new TextEncoder().encode(text)).source;
  // Text with characters that no input may have is read by neither.
  if (short !== null) expect(places(short.placeOf)).toEqual(places(source?.placeOf));
}

/** The paths of all values in a value, and one that leads nowhere. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path, [...path, 'nowhere']];
  const members = Object.keys(value).map((key) => (Array.isArray(value) ? Number(key) : key));
  const inside = value as Readonly<Record<string | number, unknown>>;
  return [path, ...members.flatMap((key) => pathsIn(inside[key], [...path, key]))];
}

const sample = `# A comment.
name: Twig
summary: 'It''s a "parser", quoted'
spaced: "a \\"b\\" \\n"
numbers: [1, -2.5, 0, 2009-12-22, 1.2.3]
words: [yes, no, true, false, null]
package: {index: pypi, name: twig, tags: ['a, b', "c]"], none: {}}
claims:
  license:
    - value: Apache-2.0
      on: 2009-12-22
      source: {source: piel-2009, part: table}

    # Between claims.
    - value: http://x.example/a:b#c
  list:
    - one
    - two words, and a comma
folded: >-
  One line
  and another.
kept: |
  a: b
  # no comment
last: 1
`;

test('a text of what registries use is read without the parser of the whole language', () => {
  expect(parseSubset(sample)).not.toBeNull();
  expectAgreement(sample);
});

test('both readings agree on every YAML file of this repository', () => {
  const files = diskFiles(root);
  const yaml = ['data', 'frameworks', 'benchmarks', 'test/projects']
    .flatMap((folder) => files.list(folder))
    .filter((file) => file.endsWith('.yaml'));
  for (const file of yaml) expectAgreement(new TextDecoder().decode(files.read(file)));
});

test.each([
  ['a repeated key', 'a: 1\na: 2\n'],
  ['a key that is a number', '404: x\n'],
  ['a reserved key', '__proto__: x\n'],
  ['an anchor', 'a: &b 1\nc: *b\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a number of another form', 'a: 0x10\nb: 1e3\nc: 010\nd: .5\n'],
  ['a scalar of two lines', 'a: one\n  two\n'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['a colon in a value', 'a: b: c\n'],
  ['text behind a quote', "a: 'b' c\n"],
  ['an open bracket', 'a: [b\n'],
  ['a conflict marker', 'a: 1\n=======\nb: 2\n'],
  ['two paragraphs', 'a: >-\n  b\n\n  c\nd: e\n'],
  ['a tab', 'a:\tb\n'],
  ['deep nesting', Array.from({ length: 30 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
])('%s is left to the parser of the whole language', (_, text) => {
  expect(parseSubset(text)).toBeNull();
});

describe('both readings agree on', () => {
  const letters = fc.constantFrom(
    ...'ab1 0.-:,#\'"[]{}|>&*!?%@~=\\\n',
    ': ',
    ' #',
    '- ',
    '\n  ',
    '\n    - ',
    'null',
    'é',
  );
  const noise = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(''));

  test('a line of blanks behind a block', () => {
    for (const end of ['   \n', '   \nb: 1\n', '  \n', '\n   \nb: 1\n']) expectAgreement(`a: >-\n  one line\n${end}`);
  });

  test('texts of characters that mean something', () => {
    fc.assert(
      fc.property(noise, (text) => {
        for (const around of [`a: ${text}`, `a: ${text}\nb: 1\n`, `- ${text}\n`, `${text}: 1\n`, `a: {b: ${text}}\n`])
          expectAgreement(around);
      }),
      { numRuns: 2000 },
    );
  });

  test('a registry into which something was typed or of which something was deleted', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(6), noise, (at, length, typed) => {
        expectAgreement(`${sample.slice(0, at)}${typed}${sample.slice(at + length)}`);
      }),
      { numRuns: 1500 },
    );
  });

  test('values as a program writes them', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('yes', 'null', '1', '1.0', '2009-12-22', 'a: b', '-', 'a\nb\n'));
    const key = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.double({ noNaN: true }),
        fc.boolean(),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1, maxKeys: 5 }), (made) => expectAgreement(stringify(made))),
      { numRuns: 500 },
    );
  });
});

test('a value has the place that the parser of the whole language gives it', () => {
  const { source } = parseYaml('one.yaml', new TextEncoder().encode(sample));
  const whole = parseWhole('one.yaml', sample).source;
  const path = ['claims', 'license', 1, 'value'];
  expect({ ...source?.placeOf(path) }).toEqual(whole?.placeOf(path));
  expect(source?.placeOf(['package', 'name'], 'key')).toMatchObject({ line: 7, column: 24 });
});
