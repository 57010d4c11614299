import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../scripts/domain/claim.ts';
import { readFramework } from '../../../scripts/validate/framework.ts';
import { brief, sourceOf } from '../../support/samples.ts';

const commit = 'e530031405e2154654dedc4c84d5656b557ea310';
const head = 'name: One\ncategory: first\nlanguage: C\n';
const read = (claims: string) => readFramework(sourceOf(`${head}claims:\n${claims}`, 'frameworks/one.yaml'), 'one');
/** The issues of a claim on line 6 and following: `  - <claim>` under `  epoll:`. */
const issuesOf = (...claims: readonly string[]) =>
  brief(read(`  epoll:\n${claims.map((one) => `  - ${one}\n`).join('')}`).issues);
const claimOf = (text: string): Claim | undefined => read(`  epoll:\n  - ${text}\n`).value?.claims.get('epoll')?.[0];

describe('a framework', () => {
  test('has its id from its file and everything else from inside', () => {
    const text = `${head}homepage: https://one.org/\ntags: ['v{semver}', 'r{semver}']\npackage: {index: pypi, name: one}\nclaims: {}\n`;
    const { value, issues } = readFramework(sourceOf(text, 'frameworks/one.yaml'), 'one');
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      ...{ id: 'one', name: 'One', summary: null, homepage: 'https://one.org/', repository: null },
      ...{ tags: ['v{semver}', 'r{semver}'], package: { index: 'pypi', name: 'one' }, file: 'frameworks/one.yaml' },
    });
    expect(value?.claims.size).toBe(0);
  });

  test('keeps what is sound beside what is broken', () => {
    const repository = 'https://github.com/one/one';
    const text = `nmae: One\ncategory: first\nlanguage: 3\nrepository: ${repository}\nlook: {hue: 1, style: 1}\nclaims: {}\n`;
    const { value, issues } = readFramework(sourceOf(text, 'frameworks/one.yaml'), 'one');
    expect(brief(issues)).toEqual(['value-type@3:11', 'key-unknown@1:1']);
    expect(value).toMatchObject({ name: 'one', category: 'first', language: '', repository });
    expect(value?.seriesStyle).toEqual({ hue: 1, style: 1 });
  });

  test.each<[string, string, readonly string[]]>([
    ['no-name', 'category: first\nlanguage: C\nclaims: {}\n', ['key-missing@1:1']],
    ['no-claims', head, ['key-missing@1:1']],
    ['claims-of-nothing', `${head}claims:\n`, ['value-type@4:8']],
    ['claims-as-a-list', `${head}claims: [epoll]\n`, ['value-type@4:9']],
    ['unknown-key', `${head}homepgae: https://one.org/\nclaims: {}\n`, ['key-unknown@4:1']],
    ['bad-address', `${head}homepage: one.org\nclaims: {}\n`, ['value-form@4:11']],
    ['bad-category', 'name: One\ncategory: Not an id\nlanguage: C\nclaims: {}\n', ['value-form@2:11']],
  ])('%s', (_name, text, expected) => {
    expect(brief(readFramework(sourceOf(text), 'one').issues)).toEqual(expected);
  });
});

describe('the short form', () => {
  test('is a claim without a date', () => {
    const { value, issues } = read('  epoll: full\n  style: [async, callback]\n');
    expect(issues).toEqual([]);
    expect(value?.claims.get('epoll')).toMatchObject([{ value: 'full', on: null, sources: [], place: { line: 5 } }]);
    expect(value?.claims.get('style')).toMatchObject([{ value: ['async', 'callback'], on: null }]);
  });

  test.each<[string, string, readonly string[]]>([
    ['a number without an end', '  epoll: .inf\n', ['value-form@5:10']],
    ['nothing', '  epoll:\n', ['value-type@5:9']],
    ['a mapping', '  epoll: {value: full}\n', ['value-type@5:10']],
    ['an empty list', '  epoll: []\n', ['value-form@5:10']],
    ['a text with blanks around it', '  epoll: " full"\n', ['value-form@5:10']],
    ['the words of YAML 1.1', '  epoll: true\n', ['value-type@5:10']],
  ])('refuses %s', (_name, claims, expected) => {
    expect(brief(read(claims).issues)).toEqual(expected);
  });
});

describe('the long form', () => {
  test('keeps value, words, date and proof', () => {
    const claim = claimOf(
      '{value: full, said: F.Feed, note: "x ", by: me, on: 2009-12-22, source: post, disputes: 2009}',
    );
    expect(claim).toMatchObject({
      ...{ value: 'full', said: 'F.Feed', note: 'x', by: 'me', on: { kind: 'on', text: '2009-12-22' } },
      sources: [{ kind: 'named', source: 'post', part: null }],
      disputes: { kind: 'on', text: '2009' },
      place: { line: 6, column: 13 },
    });
  });

  test.each([
    ['2009-12-22', { kind: 'on', text: '2009-12-22' }],
    ['2026-10', { kind: 'on', text: '2026-10' }],
    ['2015', { kind: 'on', text: '2015' }],
    ['"2015"', { kind: 'on', text: '2015' }],
    ['after 2009-12-22', { kind: 'after', text: '2009-12-22' }],
    ['before 2009-12-22', { kind: 'before', text: '2009-12-22' }],
  ])('takes the date %s', (on, date) => {
    expect(claimOf(`{value: full, on: ${on}, source: post}`)?.on).toEqual(date);
  });

  test.each([
    '2009-13',
    '22.12.2009',
    '20091222',
    '2009-12-22T10:00:00Z',
    'after 2009',
    'after after 2009-12-22',
    '09',
    '2009.5',
  ])('refuses the date %s', (on) => {
    const [found] = issuesOf(`{value: full, on: ${on}, source: post}`);
    expect(found).toMatch(/^value-(form|type)@6:23$/);
  });

  test.each<[string, string, readonly string[]]>([
    ['unknown-key', '{valeu: full}', ['key-unknown@6:6']],
    ['unknown-key-with-value', '{value: full, onn: 2009, source: post}', ['key-unknown@6:19']],
    ['dated-without-value', '{on: 2009, source: post}', ['key-missing@6:5']],
    ['empty-source-list', '{value: full, on: 2009, source: []}', ['value-form@6:37']],
    ['bad-link', '{value: full, on: 2009, source: post, link: "javascript:x"}', ['value-form@6:49']],
    ['proven-without-a-date', '{value: full, source: post}', ['key-missing@6:13']],
    ['undated-with-a-note', '{value: full, note: x}', []],
    ['nothing-known-with-a-note', '{value: unknown, note: x}', []],
    ['text-among-claims', 'full', []],
  ])('%s', (_name, claim, expected) => {
    expect([...issuesOf(claim)].sort()).toEqual(expected);
  });

  test('a second claim may say that nothing is known without a date', () => {
    expect(issuesOf('{value: unknown, note: x}', '{value: full, on: 2009, source: post}')).toEqual([]);
  });

  test('a text and a mapping do not stand in one list', () => {
    expect(issuesOf('full', '{value: none, on: 2009, source: post}').length).toBeGreaterThan(0);
  });
});

describe('history', () => {
  const at = (on: string): string => `{value: full, on: ${on}, source: post}`;
  test.each<[string, readonly string[], readonly string[]]>([
    ['oldest first', ['2009-12-22', 'after 2009-12-22', '2010', '2026-07'], []],
    ['of one day', ['2009-12-22', '2009-12-22'], []],
    ['a year before a day of it', ['2010', '2010-06-01'], []],
    ['newest first', ['2010', '2009'], ['claim-order@7:13']],
    ['after a day before that day', ['after 2009-12-22', '2009-12-22'], ['claim-order@7:13']],
    ['twice wrong', ['2012', '2011', '2010'], ['claim-order@7:13', 'claim-order@8:13']],
  ])('%s', (_name, dates, expected) => {
    expect(issuesOf(...dates.map(at))).toEqual(expected);
  });
});

describe('proofs', () => {
  const sources = (source: string) => claimOf(`{value: full, on: 2009, source: ${source}}`)?.sources;
  const at = { repository: 'a/b', commit };
  test.each<[string, string, unknown]>([
    ['a name', 'post', { kind: 'named', source: 'post', part: null }],
    ['a part', '{source: post, part: table}', { kind: 'named', source: 'post', part: 'table' }],
    [
      'an address',
      '{url: "https://a.org/", retrieved: 2026-01}',
      { kind: 'url', url: 'https://a.org/', retrieved: '2026-01' },
    ],
    [
      'a file',
      `{repository: a/b, commit: ${commit}, path: c/d, line: 5}`,
      { kind: 'file', ...at, path: 'c/d', line: 5 },
    ],
    ['a folder', `{repository: a/b, commit: ${commit}, path: c/}`, { kind: 'file', ...at, path: 'c/', line: null }],
    ['a commit', `{repository: a/b, commit: ${commit}}`, { kind: 'commit', ...at }],
    ['a tag', `{repository: a/b, commit: ${commit}, tag: v1}`, { kind: 'tag', ...at, tag: 'v1' }],
    [
      'a search',
      `{repository: a/b, commit: ${commit}, search: x, in: "*.py"}`,
      { kind: 'search', ...at, search: 'x', in: '*.py' },
    ],
  ])('%s', (_name, text, source) => {
    expect(sources(text)).toEqual([source]);
    expect(sources(`[post, ${text}]`)?.[1]).toEqual(source);
  });

  test.each<[string, string]>([
    ['a short commit', '{repository: a/b, commit: e530031}'],
    ['a commit in capitals', `{repository: a/b, commit: ${commit.toUpperCase()}}`],
    ['no commit', '{repository: a/b, path: c}'],
    ['a repository without owner', `{repository: b, commit: ${commit}}`],
    ['a repository that climbs', `{repository: ../b, commit: ${commit}}`],
    ['an absolute path', `{repository: a/b, commit: ${commit}, path: /etc/passwd}`],
    ['a climbing path', `{repository: a/b, commit: ${commit}, path: ../c}`],
    ['a path that climbs inside', `{repository: a/b, commit: ${commit}, path: c/../../d}`],
    ['a path that climbs at its end', `{repository: a/b, commit: ${commit}, path: c/..}`],
    ['a path that only climbs', `{repository: a/b, commit: ${commit}, path: ..}`],
    ['line zero', `{repository: a/b, commit: ${commit}, path: c, line: 0}`],
    ['half a line', `{repository: a/b, commit: ${commit}, path: c, line: 1.5}`],
    ['an unknown key', `{repository: a/b, commit: ${commit}, paht: c}`],
    ['an address without scheme', '{url: a.org}'],
    ['a word that is no id', 'Some Post'],
    ['a number', '5'],
  ])('refuses %s, on its line', (_name, source) => {
    const found = issuesOf(`{value: full, on: 2009, source: ${source}}`);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => /@6:(3[7-9]|[4-9]\d|1\d\d)$/.test(one))).toBe(true);
  });
});
