import { describe, expect, test } from 'vitest';
import { readBenchmark } from '../../../scripts/validate/benchmark.ts';
import { readCatalog } from '../../../scripts/validate/catalog.ts';
import { brief, sourceOf } from '../../support/samples.ts';

const head = 'groups:\n- {id: loop, label: Loop}\nfeatures:\n';
const read = (kind: string, more: string, id = 'docs') =>
  readCatalog(
    sourceOf(`${head}- {id: ${id}, label: Docs, short: Docs, question: Docs?, group: loop, kind: ${kind}${more}}\n`),
  );
const options = 'options: [{id: a, label: A, matches: [MIT]}]';

describe('a facet', () => {
  test.each<[string, string, string, unknown]>([
    ['none', 'support', '', null],
    ['of supports', 'support', ', facet: true', { phrase: 'Docs', options: [] }],
    ['of numbers', 'number', ', unit: km, better: lower, facet: true', { phrase: 'Docs', options: [] }],
    ['with words', 'support', ', facet: {words: documented}', { phrase: 'documented', options: [] }],
    [
      'of families',
      'license',
      `, facet: {${options}}`,
      { phrase: 'Docs', options: [{ id: 'a', label: 'A', matches: ['MIT'] }] },
    ],
  ])('%s', (_name, kind, more, expected) => {
    const { value, issues } = read(kind, more);
    expect(issues).toEqual([]);
    expect(value?.features[0]?.facet).toEqual(expected);
  });

  test.each<[string, string, string, string, readonly string[]]>([
    ['license-without-families', 'docs', 'license', ', facet: true', ['value-form@4:92']],
    ['list-without-choices', 'docs', 'list', ', facet: true', ['value-form@4:89']],
    ['options-for-supports', 'docs', 'support', `, facet: {${options}}`, ['value-form@4:92']],
    ['id-of-the-address', 'sort', 'support', ', facet: true', ['value-form@4:92']],
    ['false', 'docs', 'support', ', facet: false', ['value-type@4:92']],
    ['options-for-numbers', 'docs', 'number', `, facet: {${options}}`, ['value-form@4:91']],
    ['unit-of-a-text', 'docs', 'text', ', unit: km', ['value-form@4:88']],
    ['better-end-of-a-text', 'docs', 'text', ', better: lower', ['value-form@4:90']],
    [
      'option-twice',
      'docs',
      'license',
      `, facet: {options: [{id: a, label: A, matches: [MIT]}, {id: a, label: B, matches: [ISC]}]}`,
      ['id-duplicate@4:143'],
    ],
  ])('%s', (_name, id, kind, more, expected) => {
    expect(brief(read(kind, more, id).issues)).toEqual(expected);
  });
});

const start = [
  'title: Knocks',
  'summary: Knocks.',
  'workload: Knock.',
  'axis: rate',
  'key: [rate]',
  'measures: [{id: rate, label: Rate, unit: /s}, {id: memory, label: Memory, unit: KiB, better: lower}]',
  'charts: []',
  '',
].join('\n');
const saturation = 'saturation: {label: S, text: T, tests: [{measure: memory, atLeast: 1}]}\n';
const readKnocks = (text: string) => readBenchmark(sourceOf(start + text), 'knocks');

describe('the filters of a benchmark', () => {
  test('are none where none are named', () => {
    expect(readKnocks('').value?.filters).toEqual([]);
  });

  test('take unit and direction from what they bound', () => {
    const { value, issues } = readKnocks(
      `${saturation}filters: [{id: most, label: Most}, {id: memory, label: Memory, measure: memory, at: 10, unit: MiB, per: 1024}]`,
    );
    expect(issues).toEqual([]);
    expect(value?.filters).toEqual([
      { id: 'most', label: 'Most', at: null, fix: {}, bound: 'least', unit: '/s', per: 1 },
      {
        ...{ id: 'memory', label: 'Memory', at: { measure: 'memory', axis: 10 }, fix: {}, bound: 'most' },
        ...{ unit: 'MiB', per: 1024 },
      },
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    ['saturation-undefined', 'filters: [{id: most, label: Most}]', ['key-missing@8:11']],
    ['measure-unknown', 'filters: [{id: m, label: M, measure: memry, at: 1}]', ['id-unknown@8:38']],
    ['measure-without-better-end', 'filters: [{id: m, label: M, measure: rate, at: 1}]', ['id-unknown@8:38']],
    ['measure-at-nowhere', 'filters: [{id: m, label: M, measure: memory}]', ['key-missing@8:11']],
    ['divided-by-nothing', 'filters: [{id: m, label: M, measure: memory, at: 1, per: 0}]', ['value-form@8:58']],
    [
      'id-twice',
      'filters: [{id: m, label: M, measure: memory, at: 1}, {id: m, label: N, measure: memory, at: 2}]',
      ['id-duplicate@8:59'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(brief(readKnocks(text).issues)).toEqual(expected);
  });
});
