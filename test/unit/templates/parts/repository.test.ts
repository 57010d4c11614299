import { describe, expect, test } from 'vitest';
import type { Failure, Seen } from '../../../../scripts/domain/facts.ts';
import { viewRepository } from '../../../../templates/parts/repository/view.ts';
import { contentOf, factsOf, historyOf, licenseOf, releaseOf, releasesOf, seenOf } from '../../../support/facts.ts';

interface View {
  readonly failure: string;
  readonly seen: {
    readonly status: string;
    readonly facts: readonly { readonly label: string; readonly text: string; readonly detail: string }[];
    readonly activityText: string;
    readonly doubts: readonly string[];
  } | null;
}

const view = (seen: Seen | null, updated = '2020-07-01', failure: Failure | null = null): View =>
  viewRepository(factsOf(seen, { failure }), 'one', updated) as View;

describe('the status says what was seen, until when, and never that a project is dead', () => {
  const history = historyOf({ '2015-03': { 0: 20 } });

  test.each([
    [
      '2015-04-14',
      '2015-05-01',
      'active: last commit or release 2015-03-15 (computed as of 2015-04-14, the last day observed)',
    ],
    [
      '2015-04-14',
      '2026-11-22',
      'no commit or release seen since 2015-03-15; last observed on 2015-04-14, when it was active (computed)',
    ],
    [
      '2017-01-01',
      '2017-02-01',
      'dormant: no commit or release seen since 2015-03-15 (computed as of 2017-01-01, the last day observed)',
    ],
    [
      '2020-01-01',
      '2026-11-22',
      'no commit or release seen since 2015-03-15 (computed as of 2020-01-01, the last day observed)',
    ],
  ])('observed until %s, shown on %s', (observed, updated, text) => {
    expect(view(seenOf({ observed, history }), updated).seen?.status).toBe(text);
  });
});

test('no facts, no section; no history, only the reason', () => {
  const failure = {
    state: 'moved',
    detail: 'has moved',
    since: '2020-06-01',
    to: 'https://new.example/a/b',
  } as const;
  expect(viewRepository(undefined, 'one', '2020-07-01')).toBeNull();
  expect(view(null, '2020-07-01', failure)).toEqual({
    failure:
      'Could not be read (moved, since 2020-06-01): the repository has moved. It names https://new.example/a/b. Nothing is known about it.',
    seen: null,
  });
  expect(view(seenOf(), '2020-07-01', failure).failure).toContain('The facts below were observed until 2020-06-30.');
});

test.each([
  [[], 'none tagged', 'no release is tagged'],
  [[releaseOf('1.0', '2020-01-01')], '1 release', 'newest tag v1.0 of 2020-01-01'],
  [
    [releaseOf('2.0', '2019-01-01'), releaseOf('1.5', '2020-01-01'), releaseOf('3.0rc1', '2020-02-01', false)],
    '2 releases',
    'newest tag v1.5 of 2020-01-01; highest version v2.0 of 2019-01-01',
  ],
])('releases %j', (list, text, detail) => {
  const { seen } = view(seenOf({ releases: releasesOf(list) }));
  expect(seen?.facts.find(({ label }) => label === 'Releases')).toMatchObject({ text, detail });
});

test('a license that was found and one that was declared stand apart', () => {
  const content = contentOf({
    licenses: [licenseOf('LICENSE', 'BSD-3-Clause', { confidence: 0.97 })],
    manifests: [{ path: 'setup.py', license: { said: 'MIT', expression: 'MIT', line: 2 }, versions: null }],
  });
  const facts = view(seenOf({ contents: [content] })).seen?.facts ?? [];
  expect(facts.filter(({ label }) => label.startsWith('License')).map(({ text }) => text)).toEqual([
    'BSD-3-Clause in LICENSE (97\u202f% match)',
    'MIT in setup.py',
  ]);
});

test('what should be known before the numbers are trusted', () => {
  const history = historyOf(
    { '2020-06': { 0: 1 } },
    { imported: { subversion: 2, withoutEmail: 3208 }, mailmap: true },
  );
  expect(view(seenOf({ history })).seen?.doubts).toEqual([
    '2 commits came from Subversion.',
    '3,208 commits without a personal e-mail address: their authors are distinguished by name.',
    'The mailmap is not applied; people are joined by name or e-mail.',
  ]);
  expect(view(seenOf()).seen?.doubts).toEqual([]);
});

test('a history younger than its tags, a replacement ref and stray tags are said', () => {
  const history = historyOf({ '2020-06': { 0: 1 } }, { replaced: 1 });
  const releases = { ...releasesOf([releaseOf('1.0', '2018-01-01')]), strays: ['v2.0'] };
  expect(view(seenOf({ history, releases })).seen?.doubts).toEqual([
    'The history is younger than its tags: 1 release from 2018-01-01 on is older than its first commit, and the commits before it are not known.',
    'The repository joins other history by 1 replacement ref; it is not followed, as in an ordinary clone.',
    '1 tag left out for pointing to no commit: v2.0.',
  ]);
});

test('tags that match no template are not said to be no release', () => {
  const releases = { ...releasesOf([], ['rel_{semver}']), tags: 336 };
  const { seen } = view(seenOf({ releases }));
  expect(seen?.facts.find(({ label }) => label === 'Releases')).toMatchObject({
    ...{ text: 'not known', detail: '336 tags, none matches rel_{semver}' },
  });
  expect(seen?.activityText).toContain('; 336 tags, none matches rel_{semver}.');
});

test('a license file with other text beside a license is not said to be that license', () => {
  const licenses = [
    licenseOf('LICENSE', null, { text: 'part', holds: ['MIT'] }),
    licenseOf('COPYRIGHT', null, { text: 'notice' }),
    licenseOf('COPYING', null),
  ];
  const facts = view(seenOf({ contents: [contentOf({ licenses })] })).seen?.facts ?? [];
  expect(facts.find(({ label }) => label === 'License, detected')?.text).toBe(
    'LICENSE: MIT and other text; COPYING: not recognized',
  );
});
