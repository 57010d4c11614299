import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../scripts/domain/limits.ts';
import {
  checkShape,
  columnId,
  day,
  id,
  isDate,
  line,
  mapping,
  oneOf,
  prose,
  url,
} from '../../../scripts/validate/shape.ts';
import { brief, sourceOf } from '../../support/samples.ts';

describe('isDate', () => {
  test.each(['2009-12-22', '2026-10', '2015', '2024-02-29', '1970'])('takes %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each([
    ...['2009-12-32', '2009-13', '2025-02-29', '2100-02-29', '2026-00', '2026-01-00', '1969', '09-12-22', '2009-1-2'],
    ...['2009-12-22T00:00', ' 2009', '2009 ', '2009-', '', 'after 2009-12-22', '２００９'],
  ])('refuses `%s`', (text) => {
    expect(isDate(text)).toBe(false);
  });
});

describe.each<[string, v.GenericSchema<string>, readonly string[], readonly string[]]>([
  [
    'id',
    id(),
    ['a', 'erlang-otp', 'orbited2', '3d', 'x'.repeat(limits.idLength)],
    ['', 'A', 'a_b', 'a--b', '-a', 'a-', 'a.b', '../a', 'a/b', 'é', 'a\n', 'x'.repeat(limits.idLength + 1)],
  ],
  [
    'columnId',
    columnId(),
    ['a', 'latency_p99_ms', 'a1'],
    ['', 'A', '1a', 'a-b', 'a__b', '_a', 'a_', 'a b', '__proto__', 'a\n'],
  ],
  [
    'url',
    url(),
    ['https://example.org', 'http://example.org/', 'https://example.org/a?b=c&d#e', 'https://EXAMPLE.org/(x)'],
    [
      ...['javascript:alert(1)', 'data:text/html,x', '//example.org', 'ftp://example.org/', 'https://', 'https:///x'],
      ...['https://user@example.org/', 'https://u:p@example.org/', 'https://example.org:80/', 'https://example.org/ x'],
      ...['https://example.org/"onclick', 'https://example.org/<b>', 'https://example.org/\u0000', 'https://a.org\n'],
      `https://example.org/${'x'.repeat(limits.urlLength)}`,
    ],
  ],
  ['day', day(), ['2009-12-22'], ['2009-12', '2009', '2009-12-32', 'after 2009-12-22', '']],
  [
    'line',
    line(10),
    ['a', 'a b', 'é漢😀', 'x'.repeat(10)],
    ['', ' a', 'a ', 'a\nb', 'a\tb', 'a\rb', 'a\u200bb', 'a\u00adb', 'a\u2060b', 'x'.repeat(11)],
  ],
  ['prose', prose(), ['a', 'a\nb\n', 'x'.repeat(limits.noteLength)], ['', ' \n ', 'x'.repeat(limits.noteLength + 1)]],
  ['oneOf', oneOf(['quiet', 'busy']), ['quiet', 'busy'], ['', 'Quiet', 'loud']],
])('%s', (_name, schema, good, bad) => {
  test.each(good.map((text) => [text]))('takes `%s`', (text) => {
    expect(v.safeParse(schema, text).success).toBe(true);
  });

  test.each(bad.map((text) => [text]))('refuses `%s`', (text) => {
    expect(v.safeParse(schema, text).success).toBe(false);
  });

  test.each([[null], [5], [true], [['a']], [{}]])('refuses %j, which is no text', (value) => {
    expect(v.safeParse(schema, value).success).toBe(false);
  });
});

describe('checkShape', () => {
  const schema = mapping({
    name: line(),
    condition: v.optional(oneOf(['quiet', 'busy'])),
    site: v.optional(url()),
    inner: v.optional(mapping({ measure: columnId(), atLeast: v.optional(v.number()) })),
    tags: v.optional(v.union([line(), v.array(line())])),
  });
  const check = (text: string) => checkShape(schema, sourceOf(text));

  test('gives the value where nothing is wrong', () => {
    const { value, issues } = check('name: a\ninner: {measure: b, atLeast: 1}\ntags: [x, y]\n');
    expect(issues).toEqual([]);
    expect(value).toEqual({ name: 'a', inner: { measure: 'b', atLeast: 1 }, tags: ['x', 'y'] });
  });

  test.each<[string, string, readonly string[], RegExp]>([
    ['unknown-key', 'name: a\nsiet: https://a.org\n', ['key-unknown@2:1'], /`siet`.*did you mean `site`\?/],
    ['missing-key', 'tags: x\n', ['key-missing@1:1'], /`name`/],
    ['missing-key-inside', 'name: a\ninner:\n  atLeast: 1\n', ['key-missing@3:3'], /`measure`/],
    ['wrong-word', 'name: a\ncondition: busi\n', ['choice-unknown@2:12'], /`busi`.*did you mean `busy`\?/],
    ['number-for-text', 'name: 5\n', ['value-type@1:7'], /number `5`, expected text; put it in quotes/],
    ['nothing-for-text', 'name:\n', ['value-type@1:6'], /nothing, expected text/],
    ['list-for-text', 'name: [a]\n', ['value-type@1:7'], /a list, expected text/],
    ['text-for-mapping', 'name: a\ninner: b\n', ['value-type@2:8'], /text `b`, expected a mapping/],
    ['text-for-number', 'name: a\ninner: {measure: b, atLeast: "1"}\n', ['value-type@2:30'], /expected a number/],
    ['bad-address', 'name: a\nsite: javascript:alert(1)\n', ['value-form@2:7'], /expected a URL/],
    ['bad-item', 'name: a\ntags: [x, " y"]\n', ['value-form@2:11'], /begins or ends with a space/],
    ['wrong-item', 'name: a\ntags: [x, 5]\n', ['value-type@2:11'], /number `5`/],
    ['list-for-file', '- a\n', ['value-type@1:1'], /a list, expected a mapping/],
    ['empty-file', '', ['value-type@1:1'], /nothing, expected a mapping/],
    [
      'all-at-once',
      'nam: a\ncondition: loud\nsite: x\n',
      ['choice-unknown@2:12', 'key-unknown@1:1', 'value-form@3:7'],
      /./,
    ],
  ])('%s', (_name, text, expected, message) => {
    const { value, issues } = check(text);
    expect(value).toBeNull();
    expect([...brief(issues)].sort()).toEqual(expected);
    expect(issues.map((one) => one.message).join('\n')).toMatch(message);
  });

  test.each(['\\0', '\\e', '\\u202e', '\\u061c', '\\ufeff', '\\u2028', '\\N'])(
    'an escape of YAML brings no character past the gate: %s',
    (escaped) => {
      expect(brief(check(`name: "a${escaped}b"\n`).issues)).toEqual(['value-form@1:7']);
    },
  );

  test('a misspelled key is one issue, which guesses the key; it is not missing too', () => {
    expect(check('nmae: a\n').issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Unknown key `nmae`, .*; did you mean `name`\?$/),
    ]);
  });

  test.each(['\\ud800', '\\ue000', '\\uffff'])('nor half a pair, a private mark or a non-character: %s', (escaped) => {
    expect(brief(check(`name: "a${escaped}b"\n`).issues)).toEqual(['value-form@1:7']);
  });

  test.each(['constructor', 'prototype', 'con', 'aux', 'com1'])('an id is none that a system keeps: %s', (name) => {
    const found = checkShape(id(), sourceOf(`${name}\n`));
    expect(brief(found.issues)).toEqual(['value-form@1:1']);
  });
});
