import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../scripts/domain/claim.ts';
import type { FromGit, Seen } from '../../../scripts/domain/facts.ts';
import type { Edition, MatrixCell } from '../../../scripts/domain/report.ts';
import type { Condition } from '../../../scripts/domain/site.ts';
import { applyShortlist } from '../../../scripts/merge/shortlists.ts';
import { factsOf, historyOf, releaseOf, releasesOf, seenOf } from '../../support/facts.ts';
import { claimOf, featureOf, frameworkOf } from '../../support/samples.ts';

const fact = (name: 'last-activity' | 'newest-tag'): FromGit => ({
  ...{ kind: 'fact', fact: name, absence: 'inconclusive', fill: false, manifests: [] },
});
const activity = featureOf('activity', 'support', { fromGit: fact('last-activity') });
const latest = featureOf('latest-release', 'date', { fromGit: fact('newest-tag') });
const tests = featureOf('tests', 'support');
const framework = frameworkOf('one', {});

interface Case {
  readonly activity?: Claim;
  readonly release?: string;
  readonly tests?: Claim;
  readonly aged?: boolean;
  readonly seen?: Seen;
}

/** Whether the framework meets a condition in an edition of 2026-06-30, and the day that decides. */
function judge(condition: Partial<Condition>, given: Case): readonly unknown[] {
  const cell = (feature: MatrixCell['feature'], claim: Claim | undefined): MatrixCell => ({
    ...{ framework, feature, claim: claim ?? null, filled: false, disputes: [], corrections: [] },
    ...{ aged: given.aged ?? false, git: null },
  });
  const release = given.release === undefined ? undefined : claimOf(given.release, '2026-06-01');
  const cells = [cell(activity, given.activity), cell(latest, release), cell(tests, given.tests)];
  const definition = {
    id: 'today',
    label: 'Today',
    note: null,
    on: null,
    frameworks: null,
    features: null,
    source: null,
  };
  const edition: Edition = {
    ...{ definition, asOf: '2026-06-30', features: [activity, latest, tests] },
    rows: [{ framework, cells }],
  };
  const conditions = [{ feature: 'activity', atLeast: 'full', still: true, ...condition } as const];
  const repositories = new Map(given.seen === undefined ? [] : [['one', factsOf(given.seen)]]);
  const shortlist = { id: 'rule', label: 'Rule', question: 'Which?', note: null, conditions, listed: null };
  const [row] = applyShortlist(shortlist, edition, repositories).entries;
  return [row?.meets, row?.cells[0]?.basedOn];
}

const old = claimOf('full', '2021-06-30');
const young = claimOf('full', '2026-01-01');
const stopped = claimOf('none', '2026-05-01');
const busy = seenOf({ observed: '2026-06-20', history: historyOf({ '2026-06': { 0: 3 } }) });
const released = seenOf({
  ...{ observed: '2026-06-20', history: historyOf({ '2020-01': { 0: 1 } }) },
  releases: releasesOf([releaseOf('2.0', '2026-05-10')]),
});

describe('what is still active', () => {
  test.each<readonly [string, Case, boolean, string | null]>([
    ['by a claim of this year', { activity: young }, true, '2026-01-01'],
    ['not by a claim of years ago', { activity: old }, false, '2021-06-30'],
    ['by the newest commit, whatever an older claim says', { activity: old, seen: busy }, true, '2026-06-15'],
    ['by the newest release', { activity: old, seen: released }, true, '2026-05-10'],
    ['by a claimed release', { activity: old, release: '2026-03-02' }, true, '2026-03-02'],
    ['not by a claimed release of years ago', { activity: old, release: '2023-03-02' }, false, '2023-03-02'],
    ['not against a newer claim', { activity: stopped, release: '2026-03-02' }, false, '2026-05-01'],
    ['not without any fact', {}, false, null],
  ])('%s', (_name, given, meets, basedOn) => {
    expect(judge({}, given)).toEqual([meets, basedOn]);
  });

  test('a rule that does not say still takes the answer as it was given', () => {
    expect(judge({ still: false }, { activity: old })).toEqual([true, '2021-06-30']);
  });

  test('a release of two years ago is still active in part', () => {
    expect(judge({ atLeast: 'partial' }, { activity: old, release: '2024-09-01' })).toEqual([true, '2024-09-01']);
    expect(judge({}, { activity: old, release: '2024-09-01' })[0]).toBe(false);
  });
});

test('of other features, an aged answer does not hold still', () => {
  const given = { tests: claimOf('full', '2010-01-01') };
  expect(judge({ feature: 'tests' }, { ...given, aged: true })).toEqual([false, '2010-01-01']);
  expect(judge({ feature: 'tests' }, given)[0]).toBe(true);
  expect(judge({ feature: 'tests', still: false }, { ...given, aged: true })[0]).toBe(true);
});
