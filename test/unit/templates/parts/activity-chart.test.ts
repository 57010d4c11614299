import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  describeActivityChart,
  drawActivityChart,
  yearRows,
} from '../../../../templates/parts/repository/activity-chart.ts';
import { historyOf, releaseOf, releasesOf, seenOf } from '../../../support/facts.ts';

const seen = seenOf({
  history: historyOf({ '2018-12': { 0: 2 }, '2020-01': { 0: 4, 1: 4 }, '2020-06': { 1: 1 } }),
  releases: {
    ...releasesOf([releaseOf('1', '2020-01-31'), releaseOf('2rc1', '2020-02-01', false), releaseOf('2', '2020-06-30')]),
  },
});

test('in a sentence', () => {
  expect(describeActivityChart(seen)).toBe(
    'Commits per month, without merges: from 2018-12-01 to 2020-06-15, most in 2020 (9 commits); 2 releases are tagged. Observed until 2020-06-30.',
  );
  expect(describeActivityChart(seenOf())).toContain('no release is tagged');
});

test('in a table of years, the empty ones as well', () => {
  expect(yearRows(seen)).toEqual([
    { year: '2018', people: 2, machines: 0, releases: 0 },
    { year: '2019', people: 0, machines: 0, releases: 0 },
    { year: '2020', people: 9, machines: 0, releases: 2 },
  ]);
});

describe('as a picture', () => {
  const pathOf = (svg: string, name: string): string => new RegExp(`class="${name}" d="([^"]*)"`).exec(svg)?.[1] ?? '';

  test('a bar for each month with commits, the highest up to the top; a mark for each stable release', () => {
    const svg = drawActivityChart(seen, '2020-06-30', 'activity-one');
    expect(pathOf(svg, 'activity-people').match(/M/g)).toHaveLength(3);
    expect(pathOf(svg, 'activity-people')).toContain('V8h');
    expect(pathOf(svg, 'activity-releases').match(/M/g)).toHaveLength(2);
    expect(svg).not.toContain('activity-machines');
  });

  test('machines stand on top of people', () => {
    const months = seen.history.months.map((month) => ({ ...month, bot: 1, agent: 1 }));
    const svg = drawActivityChart({ ...seen, history: { ...seen.history, months } }, '2020-06-30', 'activity-one');
    expect(pathOf(svg, 'activity-machines').match(/M/g)).toHaveLength(3);
  });

  test('what was not observed is hatched, and nothing else', () => {
    expect(drawActivityChart(seen, '2020-06-30', 'activity-one')).not.toContain('hatch');
    expect(drawActivityChart(seen, '2026-11-22', 'activity-one')).toContain('activity-hatch');
  });

  test('it has a name, and ids of its own', () => {
    const svg = drawActivityChart(seen, '2026-11-22', 'activity-one');
    expect(svg).toContain('role="img" aria-labelledby="activity-one-title"');
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['activity-one-title', 'activity-one-unseen']);
  });

  test('nothing lies outside of the picture, whatever the history', () => {
    const month = fc.tuple(
      fc.integer({ min: 1985, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 9999 }),
    );
    const day = fc.constantFrom('1990-01-01', '2020-01-31', '2026-11-22');
    fc.assert(
      fc.property(fc.array(month, { maxLength: 30 }), day, day, fc.array(day), (months, observed, until, released) => {
        const names = months.map(
          ([year, own, commits]) => [`${year}-${String(own).padStart(2, '0')}`, { 0: commits }] as const,
        );
        const history = historyOf(Object.fromEntries(names.sort(([a], [b]) => (a < b ? -1 : 1))));
        const list = released.map((date) => releaseOf('1', date));
        const svg = drawActivityChart(seenOf({ observed, history, releases: releasesOf(list) }), until, 'x');
        expect(svg).not.toMatch(/NaN|Infinity|undefined|-\d+(?:\.\d+)?V/);
        for (const [, x] of svg.matchAll(/M(-?[\d.]+),/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(720);
        }
      }),
    );
  });
});
