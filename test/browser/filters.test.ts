import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../scripts/domain/source.ts';
import { applyQuery } from '../../templates/matrix/filter/engine.ts';
import type { FilterIndex } from '../../templates/matrix/filter/model.ts';
import { readQuery } from '../../templates/matrix/filter/query.ts';
import { axeFindings, openSite, overflowOf } from '../support/open-site.ts';

const site = openSite();
let index: FilterIndex;

beforeAll(() => {
  index = JSON.parse(String(textOf(/^assets\/filter-now-/))) as FilterIndex;
});

/** What pages said on the console: nothing. */
const said: (readonly string[])[] = [];
afterEach(() => expect(said.splice(0).flat()).toEqual([]));

function textOf(path: RegExp): Output['content'] {
  const found = site.outputs.find((output) => path.test(output.path));
  if (found === undefined) throw new Error(`no output ${path}`);
  return found.content;
}

/** What the engine leaves of the newest edition: the browser must show the same. */
function expected(search: string): readonly string[] {
  const { rows } = applyQuery(readQuery(search, index), index);
  return index.ids.filter((_, row) => rows[row] === 1);
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const opened = await site.open(path, options);
  said.push(opened.said);
  return opened.page;
}

async function shown(page: Page): Promise<readonly (string | null)[]> {
  const rows = page.locator('tr[data-framework]:visible');
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-framework')));
}

async function summaryOf(page: Page, pattern: RegExp): Promise<string> {
  const summary = page.locator('.filters-summary', { hasText: pattern });
  await summary.waitFor({ timeout: 5000 });
  return (await summary.textContent()) ?? '';
}

const total = (): number => index.ids.length;
/** The sentence that tells how many are left, and by which conditions. */
const some = (conditions: string): RegExp => new RegExp(`^\\d+ of ${total()}: ${conditions}$`);
const summaryAll = /^All \d+, not filtered\.$/;

describe('a reader who filters', () => {
  test('chooses, goes back and forward, reloads, and takes conditions back', async () => {
    const page = await open('matrix/');
    await page.locator('summary', { hasText: 'Quality' }).click();
    await page.locator('select[name="documentation"]').selectOption('partial');
    await summaryOf(page, some(String.raw`documented: at least partly\.`));
    expect(await shown(page)).toEqual(expected('documentation=partial'));
    await page.locator('summary', { hasText: 'Storage' }).click();
    await page.locator('select[name="paging"]').selectOption('full');
    await summaryOf(page, /, paging\.$/);
    expect(new URL(page.url()).search).toBe('?documentation=partial&paging=full');
    expect(await shown(page)).toEqual(expected('documentation=partial&paging=full'));

    await page.goBack();
    await summaryOf(page, some(String.raw`documented: at least partly\.`));
    expect(await page.locator('select[name="paging"]').inputValue()).toBe('');
    await page.goBack();
    await summaryOf(page, summaryAll);
    expect(await shown(page)).toHaveLength(total());
    await page.goForward();
    await page.goForward();
    await summaryOf(page, /, paging\.$/);
    await page.reload();
    await summaryOf(page, /, paging\.$/);
    expect(await page.locator('select[name="paging"]').inputValue()).toBe('full');
    expect(await shown(page)).toEqual(expected('documentation=partial&paging=full'));

    const conditions = page.getByRole('list', { name: 'Conditions' });
    await conditions.getByRole('button', { name: /^Remove documented/ }).click();
    await summaryOf(page, some(String.raw`paging\.`));
    expect(new URL(page.url()).search).toBe('?paging=full');
    await page.context().close();
  });

  test('sees behind every answer what choosing it leaves', async () => {
    const page = await open('matrix/?activity=full');
    await summaryOf(page, /: active\.$/);
    await page.locator('summary', { hasText: 'Programming model' }).click();
    const label = page.locator('fieldset[data-facet="style"] label', { hasText: 'Coroutine' });
    const count = expected('activity=full&style=coroutine').length;
    expect(await label.locator('.filters-count').textContent()).toBe(String(count));
    await label.getByRole('checkbox').check();
    await summaryOf(page, new RegExp(`^${count} of ${total()}: active, style: Coroutine\\.`));
    await page.context().close();
  });

  test('bounds what was measured, and reads who is left out', async () => {
    const page = await open('matrix/');
    await page.locator('summary', { hasText: 'Measured' }).click();
    await page.getByLabel(/^Saturation, at least/).fill('5000');
    const text = await summaryOf(page, /saturation ≥ 5,000\/s\./);
    expect(text).toMatch(some(String.raw`saturation ≥ 5,000\/s\. \d+ left out without a result for saturation\.`));
    expect(await shown(page)).toEqual(expected('relay.saturation=5000'));
    await page.context().close();
  });

  test('searches with a slip of the finger, and one step leads back out of the word', async () => {
    const page = await open('matrix/');
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('aldero');
    await summaryOf(page, /Nothing contains “aldero”; showing “alder”\.$/);
    expect(await shown(page)).toContain('alder');
    await page.goBack();
    await summaryOf(page, summaryAll);
    await page.context().close();
  });

  test('opens a shortlist as a filter, and another edition under the same one', async () => {
    const page = await open('matrix/');
    await page.getByRole('search').getByRole('link', { name: 'Documented, with a community' }).click();
    await summaryOf(page, some(String.raw`with a community: at least partly, documented: at least partly\.`));
    await page.getByRole('link', { name: 'June 2015' }).click();
    await page.waitForURL('**/matrix/then/?*');
    await summaryOf(page, /^\d+ of 5: .*with a community: at least partly/);
    await page.context().close();
  });

  test('finds what an address asks for that is not known here kept and named', async () => {
    const page = await open('matrix/?documentation=partial&cost=low&style=quantum');
    await summaryOf(page, /Unknown conditions, not applied: cost=low, style=quantum\.$/);
    expect(await shown(page)).toEqual(expected('documentation=partial'));
    await page.locator('select[name="sort"]').selectOption('name');
    await page.waitForURL('**&sort=name&cost=low&style=quantum');
    await page.context().close();
  });

  test('sorts, and finds the matrix as it was afterwards', async () => {
    const page = await open('matrix/');
    const before = await shown(page);
    await page.locator('select[name="sort"]').selectOption('relay.saturation');
    await page.waitForURL('**?sort=relay.saturation');
    await expect.poll(() => shown(page)).not.toEqual(before);
    expect(await page.locator('tbody:visible').count()).toBe(1);
    expect([...(await shown(page))].sort()).toEqual([...before].sort());
    await page.locator('select[name="sort"]').selectOption('');
    await expect.poll(() => shown(page)).toEqual(before);
    await page.context().close();
  });

  test('needs nothing but the keyboard', async () => {
    const page = await open('matrix/');
    await page.getByRole('searchbox', { name: 'Search' }).focus();
    const event = page.locator('summary', { hasText: 'Storage' });
    for (let step = 0; step < 20 && !(await event.evaluate((one) => one === document.activeElement)); step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await summaryOf(page, /: paging: at least partly\.$/);
    await page.keyboard.press('Escape');
    expect(await event.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await page.locator('.filters-group[open]').count()).toBe(0);
    const remove = page.getByRole('button', { name: /^Remove paging/ });
    for (let step = 0; step < 20 && !(await remove.evaluate((one) => one === document.activeElement)); step += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await summaryOf(page, summaryAll);
    expect(await page.getByRole('searchbox').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('on a phone unfolds the filters, and folds them to see the rows', async () => {
    const page = await open('matrix/', { viewport: { width: 360, height: 700 } });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'Filters' }).click();
    await page.getByRole('searchbox').fill('alder');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await summaryOf(page, some(String.raw`“alder”\.`));
    expect(await shown(page)).toEqual(expected('q=alder'));
    await page.context().close();
  });

  test('without JavaScript reads what to do instead, and sees no dead control', async () => {
    const page = await open('matrix/?documentation=partial', { javaScriptEnabled: false });
    expect(await page.locator('.filters noscript p').isVisible()).toBe(true);
    expect(await page.locator('form.filters').locator('input:visible, select:visible, button:visible').count()).toBe(0);
    await page.getByRole('link', { name: 'Anything with replication' }).click();
    expect(page.url()).toBe(`${site.url}shortlists/#replicated`);
    await page.context().close();
  });

  test('is told where the index cannot be loaded, and sees every row', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.route('**/assets/filter-now-*', (route) => route.abort());
    await page.goto(`${site.url}matrix/?paging=full`);
    await summaryOf(page, /could not be loaded; nothing is filtered\.$/);
    expect(await shown(page)).toHaveLength(total());
    await context.close();
  });
});

describe.each([360, 1280])('at %d px', (width) => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility finding in %s, with groups open and rows left out',
    async (colorScheme) => {
      const page = await open('matrix/?documentation=partial&style=coroutine&style.not=callback&relay.saturation=99', {
        ...{ viewport: { width, height: 800 }, colorScheme, bypassCSP: true },
      });
      await summaryOf(page, some('.*'));
      if (width < 960) await page.locator('summary', { hasText: 'Filters' }).click();
      for (const group of ['Programming model', 'Measured']) {
        await page.locator('.filters-group > summary', { hasText: group }).click();
        expect(await axeFindings(page), group).toEqual([]);
        expect(await overflowOf(page), group).toBe(0);
      }
      await page.context().close();
    },
  );
});

describe('what is loaded', () => {
  test('the index only on first use, once', async () => {
    const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/assets/filter-')) asked.push(request.url());
    });
    await page.goto(`${site.url}matrix/`, { waitUntil: 'networkidle' });
    expect(asked).toEqual([]);
    await page.getByRole('searchbox').fill('birch');
    await summaryOf(page, /“birch”/);
    await page.getByRole('searchbox').fill('fir');
    await summaryOf(page, /“fir”/);
    expect(asked).toHaveLength(1);
    await context.close();
  });
});
