import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../../scripts/domain/benchmark.ts';
import type { FacetDefinition, Feature } from '../../../../scripts/domain/feature.ts';
import type { Framework } from '../../../../scripts/domain/framework.ts';
import type { Report } from '../../../../scripts/domain/report.ts';
import type { Run } from '../../../../scripts/domain/run.ts';
import type { Registry } from '../../../../scripts/domain/site.ts';
import { mergeReport } from '../../../../scripts/merge/merge.ts';
import type { Site } from '../../../../templates/layout/site.ts';
import { applyQuery, sortRows } from '../../../../templates/matrix/filter/engine.ts';
import type { FilterIndex } from '../../../../templates/matrix/filter/model.ts';
import { readQuery } from '../../../../templates/matrix/filter/query.ts';
import { summarize } from '../../../../templates/matrix/filter/summary.ts';
import { makeFilterIndex } from '../../../../templates/matrix/filter-index.ts';
import { type FiltersView, filterFile, shortlistQuery, viewFilters } from '../../../../templates/matrix/filters.ts';
import {
  benchmark,
  claimOf,
  featureOf,
  frameworkOf,
  projectOf,
  runOf,
  stepOf,
  sweepOf,
} from '../../../support/samples.ts';
import { siteOf } from '../../../support/site.ts';

const families: FacetDefinition = {
  phrase: 'license',
  options: [
    { id: 'mild', label: 'mild', matches: ['MIT', 'ISC', 'LicenseRef-Own'] },
    { id: 'strict', label: 'strict', matches: ['GPL-2.0'] },
  ],
};
const backends: FacetDefinition = {
  phrase: 'backend',
  options: [
    { id: 'poll', label: 'poll', matches: ['poll'] },
    { id: 'epoll', label: 'epoll', matches: ['epoll'] },
    { id: 'ports', label: 'event ports', matches: ['event ports', 'evports'] },
  ],
};
const choices = [
  { id: 'quick', label: 'Quick' },
  { id: 'slow', label: 'Slow' },
];

function reportOf(
  frameworks: readonly Framework[],
  features: readonly Feature[],
  benchmarks: readonly Benchmark[] = [],
  runs: readonly Run[] = [],
): Report {
  const registry = {
    site: {
      base: '/',
      categories: [{ id: 'first', label: 'First' }],
      editions: [
        { id: 'old', label: 'Old', note: null, on: '2010-01-01', frameworks: ['a'], features: null, source: null },
        { id: 'now', label: 'Now', note: null, on: null, frameworks: null, features: null, source: null },
      ],
      benchmarks: [],
    },
    catalog: { groups: [{ id: 'all', label: 'All' }], features },
    sources: new Map(),
    frameworks,
    shortlists: [
      { id: 'fine', label: 'Fine', note: null, conditions: [{ feature: 'docs', atLeast: 'full' }], listed: null },
    ],
  } as unknown as Registry;
  return mergeReport(projectOf(registry, benchmarks, runs), '2026-01-01');
}

function facetRows(feature: Feature, values: readonly (string | readonly string[])[]): unknown {
  const frameworks = values.map((value, at) => frameworkOf(`f${at}`, { [feature.id]: [claimOf(value, '2025-01-01')] }));
  const report = reportOf(frameworks, [feature]);
  return makeFilterIndex(report.latest, report).facets.find(({ id }) => id === feature.id)?.rows;
}

describe('the answers of a facet', () => {
  test('supports: a full one is a partial one too; unknown is no answer, and not applicable none of these', () => {
    const feature = featureOf('docs', 'support', { facet: { phrase: 'documented', options: [] } });
    expect(facetRows(feature, ['full', 'partial', 'none', 'unknown', 'inapplicable'])).toEqual([
      [0, 1],
      [0],
      [2],
      null,
      [],
    ]);
  });

  test('licenses: any way to take the expression, and of licenses together the strictest', () => {
    const feature = featureOf('license', 'license', { facet: families });
    const values = [
      'MIT',
      'GPL-2.0-or-later',
      'MIT OR GPL-2.0-only',
      'MIT AND GPL-2.0-only',
      'ISC AND MIT',
      'LicenseRef-Own',
      'Zlib',
      'MIT AND Zlib',
    ];
    expect(facetRows(feature, values)).toEqual([[0], [1], [0, 1], [1], [0], [0], [], []]);
  });

  test('texts: by whole words', () => {
    const feature = featureOf('backends', 'list', { facet: backends });
    const values = [
      ['libev (epoll, select)'],
      ['poll'],
      ['/dev/poll'],
      ['Poll', 'evports'],
      ['epollish'],
      ['event ports'],
    ];
    expect(facetRows(feature, values)).toEqual([[1], [0], [], [0, 2], [], [2]]);
  });

  test('choices of the catalog', () => {
    const one = featureOf('pace', 'choice', { choices, facet: { phrase: 'pace', options: [] } });
    expect(facetRows(one, ['slow', 'quick', 'unknown'])).toEqual([[1], [0], null]);
    expect(facetRows({ ...one, kind: 'list' }, [['quick', 'slow'], ['slow']])).toEqual([[0, 1], [1]]);
  });

  test('a feature without facet is none', () => {
    expect(facetRows(featureOf('docs'), ['full'])).toBeUndefined();
  });
});

describe('what every framework has', () => {
  test('its category, its language, and the editions that name it', () => {
    const report = reportOf([frameworkOf('a', {}), { ...frameworkOf('b', {}), language: 'C++' }], []);
    const { facets, ids } = makeFilterIndex(report.latest, report);
    expect(ids).toEqual(['a', 'b']);
    expect(facets.map(({ id, options, rows }) => [id, options.map((option) => option.id), rows])).toEqual([
      ['category', ['first'], [[0], [0]]],
      ['language', ['C++', 'Python'], [[1], [0]]],
      ['edition', ['old'], [[0], []]],
    ]);
  });
});

describe('a feature of numbers', () => {
  const facet = { phrase: 'stars', options: [] };
  const stars = featureOf('stars', 'number', { unit: 'k', facet });
  const report = reportOf(
    [
      frameworkOf('a', { stars: [claimOf(1536, '2009-12-22')] }),
      frameworkOf('b', { stars: [claimOf('unknown', '2009-12-22')] }),
      frameworkOf('c', { stars: [claimOf(12, '2009-12-22')] }),
    ],
    [stars],
  );
  const index = makeFilterIndex(report.latest, report);

  test('has a bound from below and one from above', () => {
    const range = { phrase: 'stars', unit: 'k', stated: true, rows: [1536, null, 12], open: [] };
    expect(index.ranges).toEqual([
      { id: 'stars.least', bound: 'least', ...range },
      { id: 'stars.most', bound: 'most', ...range },
    ]);
    expect(index.facets.map(({ id }) => id)).not.toContain('stars');
  });

  test('keeps what lies between, and sorts by size', () => {
    const ask = (search: string) => [...applyQuery(readQuery(search, index), index).rows];
    expect(ask('stars.least=12&stars.most=1000')).toEqual([0, 0, 1]);
    expect(ask('stars.least=13')).toEqual([1, 0, 0]);
    expect(sortRows(readQuery('sort=stars.least', index), index)).toEqual([0, 2, 1]);
    expect(sortRows(readQuery('sort=stars.most', index), index)).toEqual([2, 0, 1]);
  });

  test('says once who is left out without a number', () => {
    const query = readQuery('stars.least=1&stars.most=9&sort=stars.most', index);
    const text = summarize(query, applyQuery(query, index), index);
    expect(text.match(/without a result for stars/g)).toHaveLength(1);
    expect(text).toContain('Those without a number come last.');
  });
});

describe('bounds', () => {
  const filters: Benchmark['filters'] = [
    { id: 'saturation', label: 'Saturation', at: null, fix: {}, bound: 'least', unit: '/s', per: 1 },
    {
      id: 'achieved',
      label: 'Achieved',
      at: { measure: 'achieved', axis: 20 },
      fix: {},
      bound: 'most',
      unit: 'k/s',
      per: 10,
    },
  ];
  const bounded = { ...benchmark, filters };
  const steps = [stepOf(10, 1, 10), stepOf(20, 1, 15)];
  const ranges = (run: Run, at: 'living' | 0 = 'living'): FilterIndex['ranges'] => {
    const report = reportOf(
      ['a', 'b'].map((id) => frameworkOf(id, {})),
      [],
      [bounded],
      [run],
    );
    return makeFilterIndex(at === 'living' ? report.latest : (report.editions[at] ?? report.latest), report).ranges;
  };

  test('hold the leading run, in the unit of the filter; who was not measured has no number', () => {
    const run = runOf('one', '2025-05-05', { sweeps: [sweepOf(steps, 'a')] });
    expect(ranges(run)).toEqual([
      {
        id: 'knocks.saturation',
        phrase: 'saturation',
        unit: '/s',
        bound: 'least',
        stated: false,
        rows: [10, null],
        open: [],
      },
      {
        id: 'knocks.achieved',
        phrase: 'achieved',
        unit: 'k/s',
        bound: 'most',
        stated: false,
        rows: [1.5, null],
        open: [],
      },
    ]);
  });

  test('take the best program of a framework, and know a number that is only a lower bound', () => {
    const better = { ...sweepOf([stepOf(10, 1, 10), stepOf(20, 1, 20)], 'a-fast'), framework: 'a' };
    const [saturation] = ranges(runOf('one', '2025-05-05', { sweeps: [sweepOf(steps, 'a'), better], ceiling: 20 }));
    expect([saturation?.rows, saturation?.open]).toEqual([[20, null], [0]]);
  });

  test('leave out what was disturbed, withheld or measured on a busy machine', () => {
    const disturbed = [stepOf(10, 1, 10, 'disturbed'), stepOf(20, 1, 15, 'disturbed')];
    const sweeps = [sweepOf(disturbed, 'a')];
    expect(ranges(runOf('one', '2025-05-05', { sweeps })).map(({ rows }) => rows)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(ranges(runOf('one', '2025-05-05', { sweeps, withheld: ['achieved'] })).map(({ id }) => id)).toEqual([
      'knocks.saturation',
    ]);
    expect(ranges(runOf('one', '2025-05-05', { sweeps, condition: 'busy' }))).toEqual([]);
  });

  test('an edition knows nothing that was measured after it', () => {
    expect(ranges(runOf('one', '2025-05-05', { sweeps: [sweepOf(steps, 'a')] }), 0)).toEqual([]);
    expect(ranges(runOf('one', '2009-05-05', { sweeps: [sweepOf(steps, 'a')] }), 0)).toHaveLength(2);
  });
});

describe('the panel', () => {
  const docs = featureOf('docs', 'support', { facet: { phrase: 'documented', options: [] } });
  const report = reportOf([frameworkOf('a', { docs: [claimOf('full', '2025-01-01')] }), frameworkOf('b', {})], [docs]);
  const site = siteOf(report);
  const viewOf = (one: Site): FiltersView => viewFilters(one.report.latest, filterFile(one.report.latest, one), one);

  test('names its index by what is in it', () => {
    const { output } = filterFile(report.latest, site);
    expect(output.path).toMatch(/^assets\/filter-now-hash\d+-+\.json$/);
    expect(viewOf(site).indexHref).toBe(`/${output.path}`);
    expect(JSON.parse(String(output.content))).toEqual(makeFilterIndex(report.latest, report));
  });

  test('counts every answer, and offers no question with one answer', () => {
    const { groups } = viewOf(site);
    expect(groups.map(({ label }) => label)).toEqual(['All']);
    expect(groups[0]?.levels.map(({ id, options }) => [id, options.map(({ count }) => count)])).toEqual([
      ['docs', ['1', '1', '0']],
    ]);
  });

  test('has the shortlists that can be asked for', () => {
    const shortlist = report.shortlists[0]?.shortlist;
    expect(shortlist).toBeDefined();
    if (shortlist === undefined) return;
    expect(shortlistQuery(shortlist, report)).toBe('docs=full');
    const without = reportOf([], [featureOf('docs')]);
    expect(shortlistQuery(shortlist, without)).toBeNull();
    expect(viewOf(siteOf(without)).shortlists).toEqual([]);
  });
});
