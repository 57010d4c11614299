import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../scripts/domain/report.ts';
import type { BuiltSite } from '../support/built-site.ts';

const features = [
  ...['license', 'documentation', 'examples', 'production', 'community', 'activity', 'blog', 'twitter'],
  ...['repository', 'thread-pool', 'wsgi', 'tcp-socket', 'comet', 'epoll', 'tests', 'style'],
];

// The text of the table of 2009-12-22, cell by cell, in the order of `features`.
const table: readonly (readonly [string, string])[] = [
  ['twisted', 'MIT|Yes|Yes|Yes|Huge|Yes|Lots|No|Trac|Yes|Yes|Yes|No|Yes|Yes|Callback'],
  ['tornado', 'Apache|Yes|Yes|F.Feed|Yes|Yes|FB|Yes|GHub|No|Lim.|Yes|No|Yes|No|Async'],
  ['orbited', 'MIT|Yes|Yes|Yes|Yes|Yes|Yes|No|Trac|No|No|Yes|Yes|Yes|Yes|Callback'],
  ['diesel', 'BSD|Yes|Yes|STalk|Yes|Yes|Yes|Yes|BitB.|No|Lim.|Yes|Yes|Yes|No|Generator'],
  ['multitask', 'MIT|Some|No|No|No|No|Yes|No|Bzr|No|No|No|No|No|No|Generator'],
  ['chiral', 'GPL2|API|No|No|IRC|No|No|No|Trac|No|Yes|Yes|Yes|Yes|Yes|Coroutine'],
  ['eventlet', 'MIT|Yes|Yes|S. Life|Yes|Yes|Yes|No|BitB.|Yes|Yes|Yes|No|Yes|Yes|Greenlet'],
  ['friendlyflow', 'GPL2|Some|One|No|No|No|No|Yes|Ggle|No|No|Yes|No|No|Yes|Generator'],
  ['weightless', 'GPL2|Yes|No|Yes|No|No|No|Yes|SF|No|No|Yes|No|No|Yes|Generator'],
  ['fibra', 'MIT|No|No|No|No|No|Yes|No|Ggle|No|No|Yes|No|No|No|Generator'],
  ['concurrence', 'MIT|Yes|Yes|hyves|Yes|Yes|No|No|GHub|No|Yes|Yes|No|Yes|Yes|Tasklet'],
  ['circuits', 'MIT|Yes|Yes|Yes|Yes|Yes|Yes|Yes|Trac|No|Yes|Yes|No|No|Yes|Async'],
  ['gevent', 'MIT|Yes|Yes|Yes|Yes|Yes|Yes|Yes|BitB.|No|Yes|Yes|No|Yes|Yes|Greenlet'],
  ['cogen', 'MIT|Yes|Yes|Yes|No|Yes|Yes|Yes|Ggle|No|Yes|Yes|No|Yes|Yes|Generator'],
];

/** The table of 2009-12-22, cell by cell, as it was published. */
export function describeTable2009(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  let edition: Edition | undefined;
  beforeAll(async () => {
    site = await open();
    edition = site.report.editions.find(({ definition }) => definition.id === 'year-2009');
  });

  describe('the table of 2009', () => {
    test('has its rows and columns, in their order', () => {
      expect(edition?.rows.map(({ framework }) => framework.id)).toEqual(table.map(([id]) => id));
      expect(edition?.features.map(({ id }) => id)).toEqual(features);
    });

    test.each(table)('%s says what it said', (id, text) => {
      const row = edition?.rows.find(({ framework }) => framework.id === id);
      expect(row?.cells.map(({ claim }) => claim?.said)).toEqual(text.split('|'));
    });

    test('every cell is of the day and cites the table', () => {
      const claims = edition?.rows.flatMap(({ cells }) => cells.map(({ claim }) => claim)) ?? [];
      const source = { kind: 'named', source: 'piel-2009', part: 'table' };
      expect(claims).toHaveLength(table.length * features.length);
      for (const claim of claims) {
        expect(claim?.on).toEqual({ kind: 'on', text: '2009-12-22' });
        expect(claim?.sources).toContainEqual(source);
      }
    });

    test('a plain yes is support, a plain no is none', () => {
      const cells = edition?.rows.flatMap((row) => row.cells) ?? [];
      const values = (said: string) => [
        ...new Set(cells.filter(({ claim }) => claim?.said === said).map(({ claim }) => claim?.value)),
      ];
      expect([values('Yes'), values('No')]).toEqual([['full'], ['none']]);
    });

    test('every claim of its frameworks has a source, unless nothing is known or it does not apply', () => {
      const listed = site.report.frameworks.filter(({ id }) => table.some(([one]) => one === id));
      const bare = listed.flatMap(({ id, claims }) =>
        [...claims].flatMap(([feature, list]) =>
          list
            .filter(({ value, sources }) => sources.length === 0 && value !== 'unknown' && value !== 'inapplicable')
            .map(() => `${id} ${feature}`),
        ),
      );
      expect(listed).toHaveLength(table.length);
      expect(bare).toEqual([]);
    });
  });
}
