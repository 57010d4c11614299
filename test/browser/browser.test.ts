import { describe, expect, test } from 'vitest';
import { axeFindings, openSite, overflowOf } from '../support/open-site.ts';

const site = openSite();
const kinds = [
  '',
  'matrix/',
  'matrix/then/',
  'then-and-now/',
  'shortlists/',
  'frameworks/',
  'frameworks/cedar/',
  'frameworks/alder/',
  'contradictions/',
  'review/',
  'features/',
  'benchmarks/',
  'benchmarks/relay/',
  'benchmarks/relay/2015-06-01-desk/',
  'benchmarks/relay/2026-02-03-tower/',
  'changes/',
  'api/',
  'report/',
  'figures/',
  'figures/relay-achieved-rate/',
  'figures/matrix-then/',
  'embed/relay-achieved-rate@2026-02-04-tower-busy/',
  'embed/matrix-now/',
  'badges/',
  'no-such-page/',
];

describe('a reader without JavaScript', () => {
  test('finds that the license of Cedar is disputed, and its proofs', async () => {
    const { page } = await site.open('matrix/', { javaScriptEnabled: false });
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Cedar', exact: true }) });
    const cell = row.getByRole('link', { name: /BSD-3-Clause/ });
    expect(await cell.textContent()).toContain('disputed');
    await cell.click();
    expect(page.url()).toBe(`${site.url}frameworks/cedar/#license`);
    const section = page.locator('#license');
    expect(await section.textContent()).toContain('MIT');
    expect(await section.getByRole('link', { name: 'A survey of queues' }).count()).toBeGreaterThan(0);
    const file = section.getByRole('link', { name: 'LICENSE', exact: true }).first();
    expect(await file.getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/example\/cedar\/blob\/[0-9a-f]{40}\/LICENSE$/,
    );
    await page.context().close();
  });

  test('reaches the proof of the first cell by keyboard', async () => {
    const { page } = await site.open('matrix/then/', { javaScriptEnabled: false });
    const first = page.locator('.matrix td > a').first();
    await first.focus();
    expect(await first.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/frameworks/alder/#license');
    await page.context().close();
  });

  test('reads the numbers of a figure in its table', async () => {
    const { page } = await site.open('benchmarks/relay/', { javaScriptEnabled: false });
    await page.getByText('Data table: Achieved rate').click();
    expect(await page.locator('#achieved-rate table').isVisible()).toBe(true);
    expect(await page.locator('#achieved-rate .wide-picture svg').getAttribute('aria-label')).toMatch(
      /^Achieved rate\. .*each at its best: from /,
    );
    await page.context().close();
  });
});

describe.each(kinds)('the page /%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility finding in %s, at 360 and 1280 px',
    async (colorScheme) => {
      for (const width of [360, 1280]) {
        const { page } = await site.open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
        expect(await axeFindings(page), `${width} px`).toEqual([]);
        expect(await overflowOf(page), `${width} px`).toBe(0);
        await page.context().close();
      }
    },
  );

  test('says nothing on the console and asks no other host', async () => {
    const { page, said } = await site.open(path);
    const missing = path === 'no-such-page/';
    expect(missing ? said.filter((line) => !line.includes('404')) : said).toEqual([]);
    await page.context().close();
  });
});
