import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../scripts/domain/limits.ts';
import type { Path } from '../../../scripts/domain/source.ts';
import { parseJson } from '../../../scripts/load/json.ts';
import { brief, bytesOf } from '../../support/samples.ts';

const parse = (text: string) => parseJson('a.json', bytesOf(text));

describe('places', () => {
  const text = '{\n "a": {"b": [1, 2,\n  {"c": 3}]},\n "d": 4\n}\n';

  test.each([
    [['a'], 'value', '2:7'],
    [['a'], 'key', '2:2'],
    [['a', 'b', 1], 'value', '2:17'],
    [['a', 'b', 2, 'c'], 'value', '3:9'],
    [['a', 'b', 2, 'c'], 'key', '3:4'],
    [['a', 'b', 2, 'missing'], 'value', '3:3'],
    [['a', 'missing', 'deeper'], 'value', '2:7'],
    [['missing'], 'value', '1:1'],
    [[], 'value', '1:1'],
  ] as const)('%j as %s is at %s', (path, at, expected) => {
    const place = parse(text).source?.placeOf(path as Path, at);
    expect(`${place?.line}:${place?.column}`).toBe(expected);
  });
});

describe('what is no JSON is one issue with a place', () => {
  test.each([
    ['nothing', '', 'json-syntax@1:1'],
    ['cut short', '{\n "a": 1,\n "b"', 'json-syntax@3:5'],
    ['a comma too much', '{"a": 1,\n}', 'json-syntax@2:1'],
    ['a comment', '{} // x', 'json-syntax@1:4'],
    ['a conflict marker', '{\n<<<<<<< HEAD\n "a": 1\n}', 'json-syntax@2:1'],
    ['a control character', '{"a": "\u0007"}', 'text-control@1:8'],
  ])('%s', (_name, text, expected) => {
    const { source, issues } = parse(text);
    expect([source, brief(issues)]).toEqual([null, [expected]]);
  });

  test('a file above the limit is not parsed', () => {
    const { source, issues } = parse(`"${'a'.repeat(limits.factsBytes)}"`);
    expect([source, brief(issues)]).toEqual([null, ['file-size@1:1']]);
  });
});

test('any value comes through, and any text gives a source or an issue', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, text) => {
      const { source, issues } = parse(JSON.stringify(value));
      if (issues.length === 0) expect(source?.value).toEqual(JSON.parse(JSON.stringify(value)));
      const other = parse(text);
      expect(other.source === null).toBe(other.issues.length > 0);
    }),
  );
});
