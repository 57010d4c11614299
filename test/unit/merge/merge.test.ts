import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../scripts/domain/claim.ts';
import { compareDates, earliestDay } from '../../../scripts/domain/dates.ts';
import type { Framework } from '../../../scripts/domain/framework.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import type { EditionDefinition, Registry, Shortlist } from '../../../scripts/domain/site.ts';
import { supportRank } from '../../../scripts/domain/support.ts';
import { claimAt, disputesOf, mergeReport } from '../../../scripts/merge/merge.ts';
import { benchmark, claimOf, featureOf, frameworkOf, namedSource, projectOf, runOf } from '../../support/samples.ts';

const edition = (id: string, on: string | null, more: Partial<EditionDefinition> = {}): EditionDefinition => ({
  ...{ id, label: id, note: null, on, frameworks: null, features: null, source: null },
  ...more,
});

const old = edition('old', '2009-12-22');
const latest = edition('living', null);

function registryOf(frameworks: readonly Framework[], more: Partial<Registry> = {}): Registry {
  return {
    site: {
      title: 'Site',
      noun: 'thing',
      nounPlural: 'things',
      tagline: 'A site.',
      figure: null,
      url: 'https://example.org',
      base: '/',
      license: { label: 'CC0', url: 'https://example.org/license' },
      repository: 'https://example.org/repository',
      branch: 'main',
      categories: ['first', 'second'].map((id) => ({ id, label: id })),
      editions: [old, latest],
      benchmarks: [],
      comparisons: [],
      navigation: [],
      hosts: ['github.com'],
      badges: [],
    },
    catalog: {
      groups: [{ id: 'all', label: 'All' }],
      features: [featureOf('epoll', 'support', { reviewYears: 5 }), featureOf('tls')],
    },
    sources: new Map(),
    frameworks,
    shortlists: [],
    ...more,
  };
}

const merge = (registry: Registry, runs: readonly Run[] = [], today: string | null = '2026-11-22'): Report =>
  mergeReport(projectOf(registry, [benchmark], runs), today);
const rowsOf = (report: Report, id: string) =>
  report.editions.map(({ rows }) => rows.find(({ framework }) => framework.id === id)?.cells);

describe('claimAt', () => {
  const table = claimOf('none', '2009-12-22', { sources: [namedSource('post', 'table')] });
  const comment = claimOf('full', 'after 2009-12-22', { sources: [namedSource('post', 'comments')] });
  const rival = claimOf('partial', '2009-12-22', { sources: [namedSource('rival')] });
  const today = claimOf('full', '2026-07-24');
  const undated = claimOf('unknown', null);
  const month = claimOf('full', '2026-07');
  test.each<[string, readonly Claim[], string | null, string | null, Claim | null]>([
    ['the newest one for the living edition', [table, comment, today], null, null, today],
    ['the newest one not later than the day', [table, today], '2026-07-23', null, table],
    ['one of the very day', [table, today], '2026-07-24', null, today],
    ['none before the first', [table, today], '2009-12-21', null, null],
    ['not one of after the day', [table, comment], '2009-12-22', null, table],
    ['one of after the day on the next day', [table, comment], '2009-12-23', null, comment],
    ['of one day the last in the file', [table, rival], '2009-12-22', null, rival],
    ['of one day that of the source of the edition', [table, rival], '2009-12-22', 'post', table],
    ['an older one of the source of the edition', [table, today], '2026-12-31', 'post', table],
    ['another source where its own is silent', [rival], '2009-12-22', 'post', rival],
    ['an undated one only for the living edition', [undated], null, null, undated],
    ['no undated one for a dated edition', [undated], '2026-12-31', null, null],
    ['a dated one rather than an undated one', [undated, table], null, null, table],
    ['nothing of an empty history', [], null, null, null],
    ['one of a month from the first day of it', [month], '2026-07-01', null, month],
  ])('shows %s', (_name, history, on, source, expected) => {
    expect(claimAt(history, { on, source })).toBe(expected);
  });

  const day = fc.integer({ min: 0, max: 4000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const dated = fc
    .tuple(day, fc.constantFrom('', 'after ', 'before '), fc.constantFrom('post', 'rival'))
    .filter(([text]) => text > '1970-01-02')
    .map(([text, kind, source]) => claimOf('full', `${kind}${text}`, { sources: [namedSource(source)] }));
  const history = fc.uniqueArray(dated, {
    comparator: (a, b) => a.on !== null && b.on !== null && compareDates(a.on, b.on) === 0,
    maxLength: 8,
  });
  const source = fc.constantFrom(null, 'post');
  const dayOf = (claim: Claim | null): string => (claim?.on ? earliestDay(claim.on) : '');

  test('does not depend on the order of a history without twins', () => {
    const shuffled = history.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, day, source, ([list, other], on, from) => {
        expect(claimAt(other, { on, source: from })).toBe(claimAt(list, { on, source: from }));
      }),
    );
  });

  test('never goes back in time as the edition goes on, and never shows a later claim', () => {
    fc.assert(
      fc.property(history, day, day, source, (list, one, other, from) => {
        const [early, late] = [one, other].sort();
        const before = claimAt(list, { on: early ?? null, source: from });
        const after = claimAt(list, { on: late ?? null, source: from });
        expect(dayOf(before) <= dayOf(after)).toBe(true);
        expect(dayOf(after) <= (late ?? '')).toBe(true);
        expect(dayOf(after) <= dayOf(claimAt(list, { on: null, source: null }))).toBe(true);
      }),
    );
  });
});

describe('disputes', () => {
  const table = claimOf('none', '2009-12-22');
  const denial = claimOf('full', 'after 2009-12-22', { disputes: { kind: 'on', text: '2009-12-22' } });
  const echo = claimOf('none', 'after 2009-12-22', { disputes: { kind: 'on', text: '2009-12-22' } });
  test.each<[string, Claim, readonly Claim[], readonly Claim[]]>([
    ['the claim that denies the shown one', table, [table, denial], [denial]],
    ['the claim that the shown one denies', denial, [table, denial], [table]],
    ['not one of the same value', table, [table, echo], []],
    ['not one of another day', claimOf('none', '2010-01-01'), [denial], []],
  ])('%s', (_name, shown, list, expected) => {
    expect(disputesOf(shown, list)).toEqual(expected);
  });
});

describe('supportRank', () => {
  test('orders support; what says nothing is below none', () => {
    expect(['full', 'partial', 'none', 'unknown', 'inapplicable', ['full']].map(supportRank)).toEqual([
      2, 1, 0, -1, -1, -1,
    ]);
  });
});

describe('editions', () => {
  const a = frameworkOf('a', { epoll: [claimOf('none', '2009-12-22'), claimOf('full', '2026-01-01')] });
  const b = { ...frameworkOf('b', { tls: [claimOf('full', '2015')] }), category: 'second' };
  const c = { ...frameworkOf('c', {}), name: 'Able' };

  test('sort rows by category and name, without regard to capitals', () => {
    const names = merge(registryOf([b, a, c])).latest.rows.map(({ framework }) => framework.id);
    expect(names).toEqual(['a', 'c', 'b']);
  });

  test('do not depend on the order of the files', () => {
    const ids = (list: readonly Framework[]): unknown =>
      merge(registryOf(list)).editions.map(({ rows }) =>
        rows.map(({ framework, cells }) => [framework.id, cells.map(({ claim }) => claim)]),
      );
    expect(ids([c, b, a])).toEqual(ids([a, b, c]));
  });

  test('name their own frameworks and features, in their own order', () => {
    const own = edition('own', null, { frameworks: ['c', 'a'], features: ['tls'] });
    const registry = registryOf([a, b, c]);
    const { rows, features } = merge({ ...registry, site: { ...registry.site, editions: [own] } }).latest;
    expect(rows.map(({ framework }) => framework.id)).toEqual(['c', 'a']);
    expect(features.map(({ id }) => id)).toEqual(['tls']);
    expect(rows.every(({ cells }) => cells.length === 1)).toBe(true);
  });

  test.each([
    ['younger than the age of its review', '2021-11-23', false],
    ['of that age', '2021-11-22', true],
  ])('a claim %s', (_name, on, aged) => {
    const framework = frameworkOf('a', { epoll: [claimOf('full', on)] });
    expect(rowsOf(merge(registryOf([framework])), 'a')[1]?.[0]?.aged).toBe(aged);
  });

  test('are as of the newest day in the data where no day is given', () => {
    const registry = registryOf([a, frameworkOf('d', { tls: [claimOf('full', '2027')] })]);
    expect(merge(registry, [], null).updated).toBe('2026-01-01');
    expect(merge(registry, [runOf('r', '2026-03-04')], null).updated).toBe('2026-03-04');
    expect(merge(registry, [runOf('r', '2026-03-04')], '2030-01-01').updated).toBe('2030-01-01');
  });

  test('a new framework never changes a cell of another one', () => {
    const value = fc.constantFrom('full', 'none', 'unknown');
    const date = fc.constantFrom(null, '2009-12-22', '2010', '2015-03', 'after 2009-12-22', '2026-11-01');
    const list = fc.array(
      fc.tuple(value, date).map(([text, on]) => claimOf(text, on)),
      { maxLength: 4 },
    );
    const claims = fc.record({ epoll: list, tls: list });
    fc.assert(
      fc.property(claims, claims, (mine, theirs) => {
        const alone = frameworkOf('a', mine);
        const before = merge(registryOf([alone]));
        const after = merge(registryOf([alone, frameworkOf('b', theirs)]));
        expect(rowsOf(after, 'a')).toEqual(rowsOf(before, 'a'));
      }),
    );
  });

  test('counts dated and proven claims', () => {
    const sourced = claimOf('full', '2009-12-22', { sources: [namedSource('post')] });
    const report = merge(registryOf([frameworkOf('a', { epoll: [sourced], tls: [claimOf('unknown', null)] }), a]));
    expect([report.claimCount, report.sourcedCount]).toEqual([3, 1]);
  });
});

describe('comparisons', () => {
  const table = claimOf('none', '2009-12-22');
  test.each<[string, readonly Claim[], string]>([
    ['changed', [table, claimOf('full', '2026-01-01')], 'changed'],
    ['said again', [table, claimOf('none', '2026-01-01')], 'same'],
    ['repeated', [table], 'repeated'],
    ['only said now', [claimOf('none', '2026-01-01')], 'changed'],
  ])('a claim %s', (_name, list, kind) => {
    const report = merge(registryOf([frameworkOf('a', { epoll: list })]));
    expect(report.comparisons.length).toBe(1);
    expect(report.comparisons[0]?.rows[0]?.changes[0]?.kind).toBe(kind);
  });
});

describe('shortlists', () => {
  const rule: Shortlist = {
    id: 'rule',
    label: 'Rule',
    question: 'Which?',
    note: null,
    conditions: [{ feature: 'epoll', atLeast: 'partial', still: false }],
    listed: { source: 'post', edition: 'old', frameworks: ['a', 'no'] },
  };
  const entries = (value: string, atLeast: 'partial' | 'full'): boolean | undefined => {
    const framework = frameworkOf('a', { epoll: [claimOf(value, '2026-01-01')] });
    const shortlists = [{ ...rule, conditions: [{ feature: 'epoll', atLeast, still: false }] }];
    return merge(registryOf([framework], { shortlists })).shortlists.at(-1)?.entries[0]?.meets;
  };

  test.each([
    ['full', 'full', true],
    ['full', 'partial', true],
    ['partial', 'partial', true],
    ['partial', 'full', false],
    ['none', 'partial', false],
    ['unknown', 'partial', false],
    ['inapplicable', 'partial', false],
  ] as const)('%s against at least %s', (value, atLeast, meets) => {
    expect(entries(value, atLeast)).toBe(meets);
  });

  test('show where the list of a source and its rule disagree, in its edition only', () => {
    const yes = frameworkOf('yes', { epoll: [claimOf('full', '2009-12-22')] });
    const no = frameworkOf('no', { epoll: [claimOf('none', '2009-12-22')] });
    const a = frameworkOf('a', { epoll: [claimOf('full', '2009-12-22')] });
    const [inOld, inLatest] = merge(registryOf([a, no, yes], { shortlists: [rule] })).shortlists;
    expect(inOld?.disagreements.map(({ row, listed }) => [row.framework.id, listed])).toEqual([
      ['no', true],
      ['yes', false],
    ]);
    expect(inLatest?.disagreements).toEqual([]);
  });

  test('a feature that an edition does not show is not met', () => {
    const registry = registryOf([frameworkOf('a', { epoll: [claimOf('full', '2009-12-22')] })], { shortlists: [rule] });
    const editions = [edition('old', '2009-12-22', { features: ['tls'] }), latest];
    const [inOld, inLatest] = merge({ ...registry, site: { ...registry.site, editions } }).shortlists;
    expect([inOld?.entries[0]?.meets, inLatest?.entries[0]?.meets]).toEqual([false, true]);
  });
});

describe('runs', () => {
  const order = (runs: readonly Run[], lead: string | null = null): unknown =>
    mergeReport(projectOf(registryOf([]), [{ ...benchmark, lead }], runs), null).benchmarks[0]?.runs.map(
      ({ run }) => run.id,
    );
  const quiet = runOf('quiet', '2025-01-01');
  const older = runOf('older', '2020-01-01');
  const busy = runOf('busy', '2026-01-01', { condition: 'busy' });
  const busyOld = runOf('busy-old', '2019-01-01', { condition: 'busy' });

  test('the one that the benchmark names leads, whatever the order of the files', () => {
    expect(order([busy, older, quiet], 'older')).toEqual(['older', 'busy', 'quiet']);
    expect(order([quiet, older, busy], 'older')).toEqual(['older', 'busy', 'quiet']);
  });

  test('the newest leads where none is named, and the others follow, newest first', () => {
    expect(order([older, busyOld, quiet, busy])).toEqual(['busy', 'quiet', 'older', 'busy-old']);
    expect(order([busyOld, quiet, busy], 'gone')).toEqual(['busy', 'quiet', 'busy-old']);
  });

  test('of another benchmark stay out', () => {
    expect(order([{ ...quiet, benchmark: 'else' }])).toEqual([]);
  });
});
