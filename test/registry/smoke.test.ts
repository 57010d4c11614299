/** The real site in a browser, a page of each large kind; every behavior is tested on small projects, in `test/browser`. */
import { expect, test } from 'vitest';
import { realSite } from '../support/built-site.ts';
import { axeFindings, openSite, overflowOf } from '../support/open-site.ts';

const site = openSite(realSite);

/** The front page, the newest matrix, and the largest page of each other kind. */
async function largestPages(): Promise<readonly string[]> {
  const { texts } = await realSite();
  const kinds = [
    /^frameworks\/[^/]+\/index\.html$/,
    /^benchmarks\/[^/]+\/[^/]+\/index\.html$/,
    /^compare\/[^/]+\/index\.html$/,
  ];
  const largest = kinds.flatMap(
    (kind) =>
      [...texts].filter(([path]) => kind.test(path)).toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? [],
  );
  return ['', 'matrix/', ...largest.map((path) => path.replace(/index\.html$/, ''))];
}

test.each([360, 1280])(
  'its largest pages are whole and accessible at %d px, and say nothing on the console',
  async (width) => {
    for (const path of await largestPages()) {
      const quiet = await site.open(path, { viewport: { width, height: 800 } });
      expect(quiet.said, path).toEqual([]);
      expect(await overflowOf(quiet.page), path).toBe(0);
      await quiet.page.context().close();
      const { page } = await site.open(path, { viewport: { width, height: 800 }, bypassCSP: true });
      expect(await axeFindings(page), path).toEqual([]);
      await page.context().close();
    }
  },
);
