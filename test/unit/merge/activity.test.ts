import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activityBounds,
  activityOf,
  activityRule,
  latestReleases,
  tagsBeforeHistory,
  windowOf,
} from '../../../scripts/merge/activity.ts';
import { historyOf, releaseOf, releasesOf, seenOf } from '../../support/facts.ts';

const releases = (...list: readonly (readonly [version: string, date: string, stable?: boolean])[]) =>
  releasesOf(list.map(([version, date, stable]) => releaseOf(version, date, stable)));

describe('a history that is younger than its tags', () => {
  const history = historyOf({ '2020-01': { 0: 3 } });
  const seen = seenOf({
    history,
    releases: releases(['0.1', '2018-05-01'], ['0.2', '2019-06-01'], ['1.0', '2020-02-01']),
  });

  test('is known by its tags', () => {
    expect(tagsBeforeHistory(seen)).toEqual({ first: '2018-05-01', count: 2 });
    expect(tagsBeforeHistory({ ...seen, releases: releases(['1.0', '2019-12-20']) })).toBeNull();
  });

  test('is unknown before it begins, not without commits', () => {
    expect(windowOf(seen, '2019-06-30').counts).toBeNull();
    expect(windowOf(seen, '2020-06-30').observedShare).toBeLessThan(1);
    expect(windowOf({ ...seen, releases: releases() }, '2019-06-30').counts?.commits).toBe(0);
  });
});

describe('windowOf', () => {
  const history = historyOf({ '2019-06': { 0: 5 }, '2019-07': { 0: 1, 1: 4 }, '2020-06': { 1: 3, 2: 2 } });
  const seen = seenOf({
    history,
    releases: releases(
      ['0.9', '2019-06-30'],
      ['1.0', '2019-07-01'],
      ['1.1rc1', '2020-06-01', false],
      ['1.1', '2020-06-30'],
    ),
  });

  test('twelve calendar months, the last of them that of the day', () => {
    const { from, to, observedShare, counts } = windowOf(seen, '2020-06-30');
    expect([from, to, observedShare]).toEqual(['2019-07-01', '2020-06-30', 1]);
    expect(counts).toEqual({
      ...{ commits: 10, bots: 0, agents: 0, authors: 3 },
      ...{ newcomers: 2, absenceFactor: 1, releases: 2 },
    });
  });

  test('bots and coding agents count as commits and not as authors', () => {
    const months = history.months.map((month) => ({ ...month, bot: 3, agent: 1 }));
    const { counts } = windowOf(seenOf({ history: { ...history, months } }), '2020-06-30');
    expect(counts).toMatchObject({ commits: 18, bots: 6, agents: 2, authors: 3, absenceFactor: 1 });
  });

  test.each([
    ['2021-06-30', '2020-07-01', 0, null],
    ['2020-07-31', '2019-08-01', 335 / 366, 5],
    ['2019-07-31', '2018-08-01', 1, 10],
    ['2010-01-31', '2009-02-01', 1, 0],
  ])('until %s: what was not seen is unknown, and not zero', (to, from, share, commits) => {
    const window = windowOf(seen, to);
    expect(window.from).toBe(from);
    expect(window.observedShare).toBeCloseTo(share, 10);
    expect(window.counts?.commits ?? null).toBe(commits);
  });

  test.each([
    [{}, null],
    [{ 0: 1 }, 1],
    [{ 0: 5, 1: 5 }, 1],
    [{ 0: 4, 1: 3, 2: 3 }, 2],
    [{ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1 }, 3],
  ])('half of the commits of %j are made by %s', (authors, factor) => {
    const { counts } = windowOf(seenOf({ history: historyOf({ '2020-06': authors }) }), '2020-06-30');
    expect(counts?.absenceFactor).toBe(factor);
  });

  test('counts hold together for any history', () => {
    const month = fc.tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 12 }));
    const authors = fc.dictionary(fc.constantFrom('0', '1', '2', '3'), fc.integer({ min: 1, max: 9 }));
    const months = fc.uniqueArray(fc.tuple(month, authors), { selector: ([[year, own]]) => year * 12 + own });
    fc.assert(
      fc.property(months, (list) => {
        const sorted = list
          .map(([[year, own], all]) => [`${year}-${String(own).padStart(2, '0')}`, all] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1));
        const { counts } = windowOf(seenOf({ history: historyOf(Object.fromEntries(sorted)) }), '2020-06-30');
        if (counts === null) throw new Error('the window was observed');
        const inside = sorted.filter(([own]) => own >= '2019-07' && own <= '2020-06');
        expect(counts.commits).toBe(inside.flatMap(([, all]) => Object.values(all)).reduce((sum, one) => sum + one, 0));
        expect(counts.newcomers).toBeLessThanOrEqual(counts.authors);
        expect(counts.absenceFactor === null).toBe(counts.authors === 0);
        expect(counts.absenceFactor ?? 0).toBeLessThanOrEqual(counts.authors);
      }),
    );
  });
});

test('the latest release by date and by version differ where an old line is kept up', () => {
  const list = releases(['7.0.12', '2024-02-07'], ['8.0rc1', '2024-02-08', false], ['5.0.17', '2024-02-14']);
  const latest = latestReleases(seenOf({ releases: list }));
  expect([latest?.byDate.version, latest?.byVersion.version]).toEqual(['5.0.17', '7.0.12']);
  expect(latestReleases(seenOf({ releases: releases(['1rc1', '2024-02-08', false]) }))).toBeNull();
});

describe('activityOf', () => {
  test.each([
    ['active by commits', { '2020-01': { 0: 12 } }, [], 'active', '2020-01-15'],
    [
      'active by two releases',
      { '2018-01': { 0: 1 } },
      [
        ['1', '2020-01-01'],
        ['2', '2020-02-01'],
      ],
      'active',
      '2020-02-01',
    ],
    ['maintained', { '2020-01': { 0: 11 } }, [], 'maintained', '2020-01-15'],
    ['maintained by one release', { '2012-01': { 0: 99 } }, [['1', '2020-01-01']], 'maintained', '2020-01-01'],
    ['a candidate is no release', { '2012-01': { 0: 99 } }, [['1rc1', '2020-01-01', false]], 'quiet', '2012-01-15'],
    ['dormant', { '2018-01': { 0: 99 } }, [], 'dormant', '2018-01-15'],
    ['quiet', { '2015-03': { 0: 99 } }, [], 'quiet', '2015-03-15'],
  ] as const)('%s', (_name, months, list, state, last) => {
    const seen = seenOf({ history: historyOf(months), releases: releases(...list) });
    expect(activityOf(seen)).toEqual({ state, last, asOf: '2020-06-30' });
  });

  test('bots alone keep nothing active', () => {
    const history = historyOf({ '2020-06': { 0: 1 } });
    const months = history.months.map((month) => ({ ...month, bot: 500 }));
    expect(activityOf(seenOf({ history: { ...history, months } })).state).toBe('maintained');
  });

  test('the rule in words names the bounds of the rule in code', () => {
    expect(activityRule).toContain('12 commits of people or 2 releases');
  });
});

describe('activityBounds', () => {
  const history = historyOf({ '2009-03': { 0: 1 }, '2009-12': { 0: 1 }, '2012-05': { 0: 1 } });

  test.each([
    ['before anything', '2009-02-28', [], null],
    ['in a month with a commit, and nothing before', '2009-03-10', [], null],
    ['after the month’s end', '2009-04-10', [], ['2009-03-01', '2009-03-31']],
    ['in a month with a commit that may be later', '2009-12-22', [], ['2009-03-01', '2009-12-22']],
    ['a release narrows it', '2009-12-22', [['1', '2009-12-20']], ['2009-12-20', '2009-12-22']],
    ['a later release says nothing', '2009-12-22', [['1', '2009-12-23']], ['2009-03-01', '2009-12-22']],
    ['after the last commit the day is known', '2013-01-01', [], ['2012-05-15', '2012-05-15']],
    ['or that of a release', '2013-01-01', [['1', '2012-11-11']], ['2012-11-11', '2012-11-11']],
  ] as const)('%s', (_name, day, list, expected) => {
    const [earliest, latest] = expected ?? [];
    expect(activityBounds(seenOf({ history, releases: releases(...list) }), day)).toEqual(
      expected === null ? null : { earliest, latest },
    );
  });

  test('earliest is never after latest, and latest never after the day', () => {
    const day = fc.tuple(
      fc.integer({ min: 2008, max: 2014 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const write = ([year, month, own]: readonly number[]): string =>
      [year, String(month).padStart(2, '0'), String(own).padStart(2, '0')].join('-');
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 3 }), (asked, released) => {
        const dates = released.map(write).sort();
        const seen = seenOf({ history, releases: releases(...dates.map((one) => ['1', one] as const)) });
        const bounds = activityBounds(seen, write(asked));
        if (bounds === null) return;
        expect(bounds.earliest <= bounds.latest).toBe(true);
        expect(bounds.latest <= write(asked)).toBe(true);
      }),
    );
  });
});
