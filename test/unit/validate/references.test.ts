import { describe, expect, test } from 'vitest';
import type { Claim, NamedSource } from '../../../scripts/domain/claim.ts';
import type { Feature } from '../../../scripts/domain/feature.ts';
import { checkFramework, checkRun, type Known } from '../../../scripts/validate/references.ts';
import {
  brief,
  claimOf,
  featureOf,
  frameworkOf,
  namedSource,
  runOf,
  somewhere,
  sourceOf,
  sweepOf,
} from '../../support/samples.ts';

const post: NamedSource = {
  ...{ id: 'post', title: 'Post', author: 'Me', url: 'https://post.org/', date: '2009-12-22' },
  ...{ parts: ['table', 'text'], partUrl: null, note: null },
};
const features: readonly Feature[] = [
  featureOf('epoll'),
  featureOf('license', 'license'),
  featureOf('status', 'choice', { choices: [{ id: 'active', label: 'Active' }] }),
  featureOf('style', 'list', { choices: ['async', 'callback'].map((id) => ({ id, label: id })) }),
  featureOf('backends', 'list'),
  featureOf('words', 'text'),
  featureOf('home', 'link'),
  featureOf('born', 'date'),
  featureOf('stars', 'number', { unit: 'stars' }),
];
const known: Known = {
  frameworks: ['one', 'two'],
  features,
  sources: new Map([
    ['post', post],
    ['list', { ...post, id: 'list', parts: [] }],
  ]),
  categories: ['first'],
  benchmarks: ['knocks'],
  hosts: ['example.org'],
  editions: ['old'],
};
const source = sourceOf('category: x\nclaims:\n  epol: full\n  epoll: full\n');
const sources = [namedSource('post', 'table')];
const check = (feature: string, ...list: readonly Claim[]) =>
  checkFramework(frameworkOf('one', { [feature]: list }), source, known);
const value = (feature: string, said: Claim['value']) => brief(check(feature, claimOf(said, '2009', { sources })));

describe('names', () => {
  test('an unknown category, with its place', () => {
    const issues = checkFramework({ ...frameworkOf('one', {}), category: 'frist' }, source, known);
    expect(brief(issues)).toEqual(['id-unknown@1:11']);
    expect(issues[0]?.message).toContain('did you mean `first`?');
  });

  test('an unknown feature, at its key', () => {
    const issues = check('epol', claimOf('full', '2009', { sources }));
    expect(brief(issues)).toEqual(['id-unknown@3:3']);
    expect(issues[0]?.message).toContain('did you mean `epoll`?');
  });

  test.each<[string, ReturnType<typeof namedSource>, boolean]>([
    ['a known source', namedSource('post'), true],
    ['a known part', namedSource('post', 'text'), true],
    ['an unknown part', namedSource('post', 'comments'), false],
    ['any part of a source without a list of them', namedSource('list', 'anything'), true],
    ['an unknown source', namedSource('pots'), false],
    ['a part of every object', namedSource('constructor'), false],
  ])('%s', (_name, source, good) => {
    const issues = check('epoll', claimOf('full', '2009', { sources: [source] }));
    expect(brief(issues)).toEqual(good ? [] : ['id-unknown@7:3']);
  });

  test('nothing is said of names whose own file is broken', () => {
    const nothing: Known = { ...known, features: null, sources: null, categories: null };
    const framework = { ...frameworkOf('one', { epol: [claimOf('ful', '2009')] }), category: 'frist' };
    expect(checkFramework(framework, source, nothing)).toEqual([]);
  });
});

describe('values', () => {
  test.each<[string, Claim['value']]>([
    ...['full', 'partial', 'none', 'unknown', 'inapplicable'].map((one): [string, string] => ['epoll', one]),
    ['license', 'MIT'],
    ['license', 'MIT OR Apache-2.0'],
    ['license', 'LicenseRef-Own'],
    ['license', 'unknown'],
    ['status', 'active'],
    ['status', 'unknown'],
    ['style', ['async', 'callback']],
    ['style', 'unknown'],
    ['backends', ['/dev/poll']],
    ['words', 'full of words'],
    ['home', 'https://a.org/'],
    ['born', '2009-12'],
  ])('%s takes %j', (feature, said) => {
    expect(value(feature, said)).toEqual([]);
  });

  test.each<[string, Claim['value'], string]>([
    ['epoll', 'yes', 'choice-unknown'],
    ['epoll', 'Full', 'choice-unknown'],
    ['epoll', ['full'], 'value-type'],
    ['license', 'mit', 'license-invalid'],
    ['license', 'MIT OR', 'license-invalid'],
    ['license', 'BSD', 'license-invalid'],
    ['status', 'dead', 'choice-unknown'],
    ['status', ['active'], 'value-type'],
    ['style', 'async', 'value-type'],
    ['style', ['async', 'greenlet'], 'choice-unknown'],
    ['style', ['unknown'], 'choice-unknown'],
    ['words', ['a'], 'value-type'],
    ['home', 'a.org', 'value-form'],
    ['home', 'javascript:alert(1)', 'value-form'],
    ['born', '2009-13', 'value-form'],
    ['born', 'after 2009-12-22', 'value-form'],
  ])('%s refuses %j', (feature, said, rule) => {
    expect(value(feature, said)).toEqual([`${rule}@7:3`]);
  });

  test('a list of nothing says nothing, and is refused', () => {
    expect(value('backends', []).length).toBe(1);
  });
});

describe('numbers', () => {
  const message = (feature: string, said: Claim['value']) =>
    check(feature, claimOf(said, '2009', { sources }))[0]?.message;

  test.each<[string, Claim['value']]>([
    ['a whole one', 1536],
    ['a negative one', -259.16],
    ['nothing known', 'unknown'],
    ['no answer', 'inapplicable'],
  ])('%s is an answer to a question of numbers', (_name, said) => {
    expect(value('stars', said)).toEqual([]);
  });

  test.each<[string, Claim['value'], string]>([
    ['in quotes', '1536', 'remove the quotes'],
    ['with separators', '1,536', 'thousands separators'],
    ['with a unit', '12 KiB', 'a unit (`KiB`)'],
    ['in a list', ['1536'], 'expected one number'],
    ['that no computer keeps exactly', 2 ** 60, 'too large'],
  ])('%s is refused', (_name, said, reason) => {
    expect(message('stars', said)).toContain(reason);
  });

  test('is no answer to another question', () => {
    expect(value('words', 5)).toEqual(['value-type@7:3']);
    expect(message('words', 5)).toContain('quote it');
  });
});

describe('claims', () => {
  test.each<[string, Claim, readonly string[]]>([
    ['without a source', claimOf('full', '2009'), ['claim-unproven@7:3']],
    ['in the short form', claimOf('full', null), ['claim-unproven@7:3']],
    ['that nothing is known', claimOf('unknown', null), []],
    ['that the question does not apply', claimOf('inapplicable', null), []],
  ])('%s', (_name, claim, expected) => {
    expect(brief(check('epoll', claim))).toEqual(expected);
  });

  test('a page is cited with the day on which it was read', () => {
    const page = (retrieved: string | null): Claim =>
      claimOf('full', '2020', { sources: [{ kind: 'url', url: 'https://one.example/', retrieved }] });
    expect(brief(check('epoll', page('2020-01-01')))).toEqual([]);
    expect(brief(check('epoll', page(null)))).toEqual(['source-undated@7:3']);
    expect(check('epoll', page(null))[0]?.message).toContain('https://one.example/');
  });

  test('an unproven one is a warning only', () => {
    expect(check('epoll', claimOf('full', null))[0]?.level).toBe('warning');
  });

  const table = claimOf('none', '2009-12-22', { sources });
  const later = (disputes: string): Claim =>
    claimOf('full', 'after 2009-12-22', { sources, disputes: { kind: 'on', text: disputes } });
  test.each<[string, readonly Claim[], readonly string[]]>([
    ['a dispute of a claim that is there', [table, later('2009-12-22')], []],
    ['a dispute of one that is not', [table, later('2009-12-23')], ['claim-disputes@7:3']],
    ['the same date and source twice', [table, { ...table, value: 'full' }], ['claim-duplicate@7:3']],
    ['the same date from another source', [table, { ...table, sources: [namedSource('list')] }], []],
    ['the same date and source from another voice', [table, { ...table, by: 'a reader' }], []],
  ])('%s', (_name, list, expected) => {
    expect(brief(check('epoll', ...list))).toEqual(expected);
  });
});

describe('runs', () => {
  const text = sourceOf('sweeps:\n  fast: {label: Fast, framework: tow}\n');
  test.each<[string, string, string | null, readonly string[]]>([
    ['a framework of its own name', 'one', 'one', []],
    ['a baseline', 'raw', null, []],
    ['a framework by description', 'fast', 'two', []],
    ['an unknown file', 'three', 'three', ['id-unknown@1:1']],
    ['an unknown framework by description', 'fast', 'tow', ['id-unknown@2:34']],
  ])('%s', (_name, id, framework, expected) => {
    const run = runOf('r', '2026-01-01', { sweeps: [{ ...sweepOf([], id), framework }] });
    expect(brief(checkRun(run, text, known))).toEqual(expected);
  });

  test('statements name known frameworks and sources', () => {
    const statement = {
      ...{ framework: 'tow', setting: null, axis: null, measure: 'achieved', value: 1, note: null, place: somewhere },
      ...{ qualifier: 'exactly' as const, sources: [namedSource('pots')] },
    };
    const run = runOf('r', '2026-01-01', { statements: [statement] });
    expect(brief(checkRun(run, text, known))).toEqual(['id-unknown@7:3', 'id-unknown@7:3']);
  });
});
