import { describe, expect, test } from 'vitest';
import { duplicateIds, readCatalog } from '../../../scripts/validate/catalog.ts';
import { brief, sourceOf } from '../../support/samples.ts';

const groups = 'groups:\n- {id: loop, label: Loop}\nfeatures:\n';
const feature = (more: string, id = 'epoll'): string =>
  `- {id: ${id}, label: epoll, short: epoll, question: epoll?, group: loop, kind: support${more}}\n`;
const read = (text: string) => readCatalog(sourceOf(groups + text));

describe('the catalog', () => {
  test('keeps the order of its features and has null for what is not said', () => {
    const { value, issues } = read(feature('', 'b') + feature(', help: "Some. ", review: 5y', 'a'));
    expect(issues).toEqual([]);
    expect(value?.groups).toEqual([{ id: 'loop', label: 'Loop' }]);
    expect(value?.features.map(({ id, help, reviewYears, choices }) => [id, help, reviewYears, choices])).toEqual([
      ['b', null, null, []],
      ['a', 'Some.', 5, []],
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    ['unknown-group', feature('').replace('group: loop', 'group: lop'), ['id-unknown@4:68']],
    ['unknown-kind', feature('').replace('kind: support', 'kind: suport'), ['choice-unknown@4:80']],
    ['duplicate-id', feature('') + feature(''), ['id-duplicate@5:8']],
    ['duplicate-choice', feature(', choices: [{id: a, label: A}, {id: a, label: B}]'), ['id-duplicate@4:123']],
    ['no-question', feature('').replace(' question: epoll?,', ''), ['key-missing@4:3']],
    ['age-without-unit', feature(', review: 5'), ['value-type@4:97']],
    ['age-of-months', feature(', review: 5m'), ['value-form@4:97']],
    ['age-of-zero', feature(', review: 0y'), ['value-form@4:97']],
    ['unknown-key', feature(', reviews: 5y'), ['key-unknown@4:89']],
    ['long-table-head', feature('').replace('short: epoll', `short: ${'x'.repeat(21)}`), ['value-form@4:36']],
  ])('%s', (_name, text, expected) => {
    expect(brief(read(text).issues)).toEqual(expected);
  });

  test('guesses the group that was meant', () => {
    const { issues } = read(feature('').replace('group: loop', 'group: lop'));
    expect(issues[0]?.message).toBe('Unknown group `lop`, expected one of loop; did you mean `loop`?');
  });
});

describe('duplicateIds', () => {
  test('names every one but the first', () => {
    const source = sourceOf('a:\n- id: x\n- id: y\n- id: x\n- id: x\n');
    expect(brief(duplicateIds(source, ['a'], ['x', 'y', 'x', 'x']))).toEqual(['id-duplicate@4:7', 'id-duplicate@5:7']);
  });
});
