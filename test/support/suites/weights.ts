import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../built-site.ts';

/** What pages weigh on the wire: scripts by themselves, the matrix by its cells, figures by the numbers they draw. */
export function describeWeights(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await open();
  });
  const brotli = (text: string): number => brotliCompressSync(text).length;
  const weigh = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + brotliCompressSync(site.files.get(path) ?? '').length, 0);
  const named = (pattern: RegExp): readonly string[] => [...site.files.keys()].filter((path) => pattern.test(path));

  describe('on the wire', () => {
    test('the scripts of the matrix are at most 20 kB, of which filters 10 kB, those of figures 4 kB', () => {
      const loaded = scriptsOf(site, site.texts.get('matrix/index.html') ?? '');
      expect(loaded).not.toEqual([]);
      expect(weigh(loaded)).toBeLessThanOrEqual(20_000);
      for (const [pattern, most] of [
        [/^assets\/filters-.*\.js$/, 10_000],
        [/^assets\/figure-.*\.js$/, 4_000],
      ] as const) {
        expect(named(pattern), String(pattern)).toHaveLength(1);
        expect(weigh(named(pattern)), String(pattern)).toBeLessThanOrEqual(most);
      }
    });

    test('the matrix is at most 5 kB and 10 bytes a cell, the index of its filters 1.5 kB and 6 bytes a cell', () => {
      const { rows, features } = site.report.latest;
      const cells = rows.length * features.length;
      expect(weigh(['matrix/index.html'])).toBeLessThanOrEqual(5000 + 10 * cells);
      const index = named(new RegExp(`^assets/filter-${site.report.latest.definition.id}-`));
      expect(weigh(index)).toBeLessThanOrEqual(1500 + 6 * cells);
    });

    test('a figure is at most 1.5 kB, 100 bytes a series and 20 bytes a number', () => {
      for (const [path, html] of site.texts) {
        if (!/^benchmarks\/[^/]+\/[^/]+\/index\.html$/.test(path)) continue;
        for (const [figure] of html.matchAll(/<figure class="figure"[\s\S]*?<\/figure>/g)) {
          const numbers = figure.match(/<td data-v=/g)?.length ?? 0;
          const series = figure.match(/<tr data-s=/g)?.length ?? 0;
          expect(brotli(figure), path).toBeLessThanOrEqual(1500 + 100 * series + 20 * numbers);
        }
      }
    });

    test('the fonts are at most 25 kB each, and carry their license', () => {
      const fonts = named(/\.woff2$/);
      expect(fonts).not.toEqual([]);
      for (const font of fonts) expect(site.files.get(font)?.length, font).toBeLessThanOrEqual(25_000);
      expect(site.texts.get('assets/galley-sans-license.txt')).toContain('SIL OPEN FONT LICENSE');
    });
  });
}

/** The scripts of a page and what they import at once; what they import on demand is not among them. */
function scriptsOf({ texts }: BuiltSite, html: string): readonly string[] {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, chunk = ''] of (texts.get(path) ?? '').matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g))
      add(`assets/${chunk}`);
  };
  for (const [, path = ''] of html.matchAll(/<script[^>]* src="[^"]*(assets\/[^"]+)"/g)) add(path);
  return [...found];
}
