import { describe, expect, test } from 'vitest';
import type { ClaimValue } from '../../../scripts/domain/claim.ts';
import type { Content, FromGit, Seen } from '../../../scripts/domain/facts.ts';
import type { Evidence } from '../../../scripts/domain/report.ts';
import { findEvidence, repositoryName } from '../../../scripts/merge/git-evidence.ts';
import {
  commitId,
  contentOf,
  factsOf,
  historyOf,
  licenseOf,
  releaseOf,
  releasesOf,
  seenOf,
} from '../../support/facts.ts';
import { claimOf, featureOf } from '../../support/samples.ts';

interface Case {
  readonly value?: ClaimValue | null;
  readonly on?: string | null;
  readonly seen?: Partial<Seen>;
  readonly content?: Partial<Content>;
  readonly edition?: string | null;
}

function ask(fromGit: FromGit, { value = null, on = '2020-06-30', seen = {}, content = {}, edition = null }: Case) {
  const claim = value === null ? null : claimOf(value, on);
  const facts = factsOf(seenOf({ contents: [contentOf(content)], ...seen }));
  return findEvidence(featureOf('one', 'support', { fromGit }), claim, facts, edition);
}

const fact = (
  name: Extract<FromGit, { kind: 'fact' }>['fact'],
  absence: 'inconclusive' | 'contradicts' = 'inconclusive',
): FromGit => ({
  kind: 'fact',
  fact: name,
  absence,
  fill: false,
  manifests: [],
});
const verdictOf = (evidence: Evidence | null): string => evidence?.verdict ?? 'nothing';

describe('who is heard', () => {
  const file = { files: 1, sample: ['tests/'] };
  const present = { ...contentOf().present, tests: file };

  test('nobody, where the feature asks nothing, nothing was read, or no tree of that day', () => {
    const facts = factsOf(seenOf());
    const feature = featureOf('one', 'support', { fromGit: fact('test-files') });
    expect(findEvidence(featureOf('one'), null, facts, null)).toBeNull();
    expect(findEvidence(feature, null, undefined, null)).toBeNull();
    expect(findEvidence(feature, null, factsOf(null), null)).toBeNull();
    expect(findEvidence(feature, null, facts, '2009-12-22')).toBeNull();
  });

  test('the tree of the edition’s day speaks to the edition, and says as of when', () => {
    const old = contentOf({ asOf: '2009-12-22', commit: 'b'.repeat(40), present });
    const evidence = ask(fact('test-files'), {
      value: 'none',
      seen: { contents: [contentOf(), old] },
      edition: '2009-12-22',
    });
    expect(evidence).toMatchObject({ verdict: 'contradicted', asOf: '2009-12-22' });
    expect(evidence?.source).toMatchObject({ kind: 'file', commit: 'b'.repeat(40), path: 'tests/' });
  });

  test('today’s tree is as of the day until which it was observed', () => {
    expect(ask(fact('test-files'), { value: 'none', content: { present } })?.asOf).toBe('2020-06-30');
  });
});

describe('license', () => {
  const licenses = (...expressions: readonly (string | null)[]) => ({
    licenses: expressions.map((expression, index) => licenseOf(`LICENSE.${index}`, expression)),
  });
  const manifests = (expression: string | null) => [
    { path: 'setup.py', license: { said: 'x', expression, line: 25 }, versions: null },
  ];

  test.each([
    ['MIT', licenses('MIT'), 'confirmed'],
    ['MIT', licenses('BSD-3-Clause'), 'contradicted'],
    ['MIT', licenses('BSD-3-Clause', 'MIT'), 'confirmed'],
    ['MIT OR Apache-2.0', licenses('Apache-2.0'), 'inconclusive'],
    ['MIT OR Apache-2.0', licenses('Apache-2.0', 'MIT'), 'confirmed'],
    ['MIT', licenses('BSD-3-Clause', null), 'inconclusive'],
    ['MIT', licenses('MIT', null), 'inconclusive'],
    ['LGPL-3.0-only', licenses('GPL-3.0', 'LGPL-3.0'), 'confirmed'],
    ['GPL-3.0-only', licenses('GPL-3.0', 'LGPL-3.0'), 'inconclusive'],
    ['LGPL-2.1-or-later', licenses('GPL-2.1'), 'inconclusive'],
    ['GPL-2.0-only', licenses('GPL-2.0-or-later'), 'inconclusive'],
    ['MIT', { licenses: [licenseOf('COPYRIGHT', null, { text: 'notice' }), licenseOf('LICENSE', 'MIT')] }, 'confirmed'],
    ['GPL-2.0-or-later', licenses('GPL-2.0'), 'confirmed'],
    ['GPL-3.0-only', licenses('GPL-2.0'), 'contradicted'],
    ['BSD-3-Clause', licenses('BSD-3-Clause AND MIT'), 'confirmed'],
    ['LicenseRef-Own', licenses('MIT'), 'inconclusive'],
    ['unknown', licenses('MIT'), 'inconclusive'],
    [null, licenses('MIT'), 'inconclusive'],
    ['MIT', licenses(null), 'inconclusive'],
    ['MIT', licenses(), 'nothing'],
    ['MIT', { ...licenses(), manifests: manifests('BSD-3-Clause') }, 'contradicted'],
    ['MIT', { ...licenses('MIT'), manifests: manifests('BSD-3-Clause') }, 'confirmed'],
    ['MIT', { ...licenses(null), manifests: manifests('BSD-3-Clause') }, 'inconclusive'],
    ['MIT', { ...licenses(), manifests: manifests(null) }, 'inconclusive'],
  ])('%s against %j: %s', (value, content, verdict) => {
    expect(verdictOf(ask(fact('license-files'), { value, content }))).toBe(verdict);
  });

  test('the words, and the proof down to the line', () => {
    const { says, short, source } = ask(fact('license-files'), {
      value: 'MIT',
      content: licenses('ISC', 'MIT'),
    }) as Evidence;
    expect([says, short]).toEqual(['LICENSE.0 says ISC, LICENSE.1 says MIT', 'ISC, MIT']);
    expect(source).toEqual({
      kind: 'file',
      repository: 'somebody/one',
      commit: commitId,
      path: 'LICENSE.0',
      line: null,
    });
    const declared = ask(fact('license-files'), { value: 'MIT', content: { manifests: manifests('MIT') } });
    expect(declared).toMatchObject({ says: 'setup.py declares MIT', source: { path: 'setup.py', line: 25 } });
  });
});

describe('files at their usual places', () => {
  const tests = (files: number) => ({
    present: { ...contentOf().present, tests: { files, sample: files === 0 ? [] : ['tests/', 'sub/tests/'] } },
  });

  test.each([
    ['none', 3, 'inconclusive', 'contradicted'],
    ['partial', 3, 'inconclusive', 'confirmed'],
    ['full', 3, 'inconclusive', 'confirmed'],
    ['unknown', 3, 'inconclusive', 'inconclusive'],
    ['inapplicable', 3, 'inconclusive', 'inconclusive'],
    [null, 3, 'inconclusive', 'inconclusive'],
    ['none', 0, 'inconclusive', 'confirmed'],
    ['full', 0, 'inconclusive', 'inconclusive'],
    ['full', 0, 'contradicts', 'contradicted'],
    ['partial', 0, 'contradicts', 'contradicted'],
    ['unknown', 0, 'contradicts', 'inconclusive'],
    [null, 0, 'contradicts', 'inconclusive'],
  ] as const)('%s, %d files, absence is %s: %s', (value, files, absence, verdict) => {
    expect(verdictOf(ask(fact('test-files', absence), { value, content: tests(files) }))).toBe(verdict);
  });

  test('the words name a folder', () => {
    expect(ask(fact('test-files'), { value: 'none', content: tests(3) })?.says).toBe(
      '3 test files by folder and file names, in tests/ and elsewhere',
    );
    expect(ask(fact('test-files'), { value: 'none', content: tests(1) })?.says).toBe(
      '1 test file by folder and file names, in tests/',
    );
    expect(ask(fact('test-files'), { value: 'none' })?.says).toBe('no test files in the usual places');
  });

  test.each([
    ['documentation-files', 'documentation', 'documentation'],
    ['example-files', 'examples', 'example'],
    ['ci-files', 'ci', 'CI configuration'],
  ] as const)('%s', (name, key, word) => {
    const present = { ...contentOf().present, [key]: { files: 2, sample: ['a/'] } };
    expect(ask(fact(name), { value: 'none', content: { present } })).toMatchObject({
      verdict: 'contradicted',
      says: `2 ${word} files by folder and file names, in a/`,
    });
  });
});

describe('words in the source', () => {
  const nowhere = { files: 0, sample: [] };
  const grep: FromGit = { kind: 'grep', patterns: ['epoll', 'poller'], in: 'source' };
  const searches = (epoll: number, poller = 0) => ({
    searches: [
      ...[['epoll', epoll] as const, ['poller', poller] as const].map(([pattern, files]) => ({
        ...{ pattern, in: 'source' as const, files, elsewhere: nowhere },
        sample: files === 0 ? [] : [{ path: `src/${pattern}.py`, line: 7 }],
      })),
    ],
  });

  test.each([
    ['none', searches(2), 'contradicted'],
    ['full', searches(2), 'confirmed'],
    ['partial', searches(0, 1), 'confirmed'],
    ['none', searches(0), 'confirmed'],
    ['full', searches(0), 'inconclusive'],
    ['unknown', searches(2), 'inconclusive'],
    ['inapplicable', searches(2), 'inconclusive'],
    ['none', { searches: [] }, 'nothing'],
  ])('%s against %j: %s', (value, content, verdict) => {
    expect(verdictOf(ask(grep, { value, content }))).toBe(verdict);
  });

  test('the word found most often speaks, and leads to its line', () => {
    const evidence = ask(grep, { value: 'none', content: searches(1, 5) });
    expect(evidence).toMatchObject({ says: '5 source files name poller: src/poller.py …', short: 'poller in 5 files' });
    expect(evidence?.source).toMatchObject({ kind: 'file', path: 'src/poller.py', line: 7 });
  });

  test('what was not found is proven by the search', () => {
    expect(ask(grep, { value: 'none', content: searches(0) })).toMatchObject({
      says: 'no source file names epoll or poller',
      source: { kind: 'search', search: 'epoll|poller', in: 'source' },
    });
  });

  test('a hit in a sketch, an example, a test or a bundled copy is inconclusive, and shown', () => {
    const elsewhere = { files: 1, sample: [{ path: 'Sketches/RJL/server.py', line: 33 }] };
    const content = { searches: [{ pattern: 'epoll', in: 'source' as const, ...nowhere, elsewhere }] };
    for (const value of ['none', 'full'])
      expect(ask(grep, { value, content })).toMatchObject({
        verdict: 'inconclusive',
        says: 'epoll only in tests, examples, sketches or bundled code: Sketches/RJL/server.py',
        source: { kind: 'file', path: 'Sketches/RJL/server.py', line: 33 },
      });
  });

  test('a search elsewhere says nothing here', () => {
    const content = { searches: [{ pattern: 'epoll', in: 'all' as const, files: 1, sample: [], elsewhere: nowhere }] };
    expect(ask(grep, { value: 'none', content })).toBeNull();
  });
});

describe('activity, as of the day on which the claim held', () => {
  const history = historyOf({ '2009-03': { 0: 1 }, '2016-06': { 0: 1 }, '2020-06': { 0: 1 } });

  test.each([
    ['full', '2020-06-30', 'confirmed'],
    ['partial', '2020-06-30', 'inconclusive'],
    ['none', '2020-06-30', 'contradicted'],
    ['full', '2019-12-31', 'contradicted'],
    ['partial', '2018-01-01', 'confirmed'],
    ['full', '2018-01-01', 'inconclusive'],
    ['none', '2015-01-01', 'confirmed'],
    ['unknown', '2020-06-30', 'inconclusive'],
    ['none', '2009-01-01', 'nothing'],
    ['full', '2020-07-01', 'nothing'],
  ])('%s on %s: %s', (value, on, verdict) => {
    expect(verdictOf(ask(fact('last-activity'), { value, on, seen: { history } }))).toBe(verdict);
  });

  test('without a whole day, as of the last day observed', () => {
    expect(verdictOf(ask(fact('last-activity'), { value: 'full', on: '2015', seen: { history } }))).toBe('confirmed');
  });

  test('the words say what was seen, between two days where only months are known', () => {
    const says = (on: string) => ask(fact('last-activity'), { value: 'full', on, seen: { history } })?.says;
    expect(says('2020-06-30')).toBe('last commit or release 2020-06-15');
    expect(says('2018-01-01')).toBe('last commit or release in 2016-06');
    expect(says('2016-06-20')).toBe('last commit or release between 2009-03 and 2016-06');
  });
});

describe('tags', () => {
  const list = [
    releaseOf('0.9rc1', '2010-01-01', false),
    releaseOf('1.0', '2010-03-01'),
    releaseOf('1.1', '2012-01-01'),
    releaseOf('2.0rc1', '2019-01-01', false),
  ];
  const seen = { releases: releasesOf(list) };

  test.each([
    ['2010-03-15', 'confirmed'],
    ['2010-02-10', 'confirmed'],
    ['2009', 'inconclusive'],
    ['2010-06-01', 'contradicted'],
    ['unknown', 'inconclusive'],
  ])('a first release of %s is %s: it may be older than its tag, and never younger', (value, verdict) => {
    expect(verdictOf(ask(fact('first-tag'), { value, seen }))).toBe(verdict);
  });

  test.each([
    ['2012-01-20', '2020-06-30', 'confirmed'],
    ['2013-05-01', '2020-06-30', 'inconclusive'],
    ['2011-01-01', '2020-06-30', 'contradicted'],
    ['2010-03-01', '2011-06-01', 'confirmed'],
    ['2010-03-01', '2012-06-01', 'contradicted'],
    ['2009-01-01', '2009-06-01', 'nothing'],
  ])('a latest release of %s, said on %s, is %s', (value, on, verdict) => {
    expect(verdictOf(ask(fact('newest-tag'), { value, on, seen }))).toBe(verdict);
  });

  test('no stable tag says nothing', () => {
    const none = { releases: releasesOf(list.slice(0, 1), []) };
    expect(ask(fact('first-tag'), { value: '2010', seen: none })).toBeNull();
    expect(ask(fact('newest-tag'), { value: '2010', seen: none })).toBeNull();
  });

  test('the proof is the tag', () => {
    expect(ask(fact('first-tag'), { value: '2010', seen })?.source).toEqual({
      kind: 'tag',
      repository: 'somebody/one',
      commit: commitId,
      tag: 'v1.0',
    });
  });
});

test.each([
  [
    'Python',
    [
      ['Python', 90],
      ['C', 10],
    ],
    'confirmed',
  ],
  [
    'C',
    [
      ['Python', 90],
      ['C', 10],
    ],
    'contradicted',
  ],
  [
    'C',
    [
      ['Python', 60],
      ['C', 40],
    ],
    'inconclusive',
  ],
  [
    'C, Python',
    [
      ['Python', 90],
      ['C', 10],
    ],
    'confirmed',
  ],
  ['unknown', [['Python', 90]], 'inconclusive'],
  [null, [['Python', 90]], 'inconclusive'],
  ['Python', [], 'nothing'],
  ['Java', [['JavaScript', 90]], 'contradicted'],
  ['JavaScript', [['Java', 90]], 'contradicted'],
] as const)('written in %s, against %j: %s', (value, languages, verdict) => {
  expect(verdictOf(ask(fact('main-language'), { value, content: { languages } }))).toBe(verdict);
});

test.each([
  ['https://github.com/somebody/one', 'somebody/one'],
  ['https://github.com/somebody/one.git', 'somebody/one'],
  ['https://github.com/somebody/one/', 'somebody/one'],
  ['https://codeberg.org/somebody/one', 'codeberg.org/somebody/one'],
])('%s is cited as %s', (url, name) => {
  expect(repositoryName(url)).toBe(name);
});
