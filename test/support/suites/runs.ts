import { beforeAll, describe, expect, test } from 'vitest';
import { sameTestbed } from '../../../templates/parts/dataset/testbed.ts';
import type { BuiltSite } from '../built-site.ts';

/** The pages of runs: their files, what they may be compared with, their linked data. */
export function describeRuns(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await open();
  });
  const runPages = (): readonly (readonly [string, string])[] =>
    [...site.texts].filter(([path]) => /^benchmarks\/[^/]+\/[^/]+\/index\.html$/.test(path));

  describe('the pages of runs', () => {
    test('lead to each of their own files in the repository', () => {
      // Histograms are in the folder, which is linked too.
      const kept = site.effects.files.list('data').filter((file) => /\/runs\/[^/]+\/[^/]+\.(?:yaml|csv)$/.test(file));
      const blob = new RegExp(`/blob/${site.report.site.branch}/(data/[^"]+)"`, 'g');
      const linked = runPages().flatMap(([, html]) => [...html.matchAll(blob)].map(([, file = '']) => file));
      expect([...new Set(linked)].sort()).toEqual([...kept].sort());
    });

    test('say of every run on another testbed that it cannot be compared, and of themselves nothing', () => {
      for (const { benchmark, runs } of site.report.benchmarks) {
        for (const { run } of runs) {
          const path = `benchmarks/${benchmark.id}/${run.id}/`;
          const html = site.texts.get(`${path}index.html`) ?? '';
          const foreign = html.split('id="other-testbeds"')[1]?.split('</section>')[0];
          const others = runs.filter((other) => other.run !== run && !sameTestbed(other.run, run));
          expect(foreign?.includes('Not comparable with this run.') ?? false, path).toBe(others.length > 0);
          expect(foreign ?? '', path).not.toContain(`/${path}"`);
        }
      }
    });

    test('carry a Dataset of schema.org with license and files that exist', () => {
      const home = `${site.report.site.url}${site.report.site.base}`;
      for (const [path, html] of [...runPages(), ['api/index.html', site.texts.get('api/index.html') ?? ''] as const]) {
        const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
        expect(blocks, path).toHaveLength(1);
        const dataset = JSON.parse(blocks[0]?.[1] ?? '');
        expect(dataset).toMatchObject({ '@context': 'https://schema.org', '@type': 'Dataset' });
        // What search engines for data sets ask for at least.
        expect(dataset.description.length, path).toBeGreaterThanOrEqual(50);
        expect(dataset.license).toMatch(/^https:/);
        expect(dataset.distribution).not.toEqual([]);
        for (const { contentUrl } of dataset.distribution)
          expect(site.files.has(contentUrl.slice(home.length)), contentUrl).toBe(true);
      }
    });
  });
}
