import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { axeFindings, openSite } from '../support/open-site.ts';

const site = openSite();
const said: (readonly string[])[] = [];

afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
  expect(said.splice(0).flat()).toEqual([]);
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const opened = await site.open(path, options);
  said.push(opened.said);
  return opened.page;
}

/** Where the focus is: framework and feature of its cell. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLTableCellElement>('td, th');
    const row = cell?.parentElement as HTMLTableRowElement | null;
    const heads = [...document.querySelectorAll<HTMLElement>('th[data-feature]')];
    const measured = document.querySelectorAll('.measured-head').length;
    const feature = heads[(cell?.cellIndex ?? 0) - 1 - measured]?.dataset['feature'] ?? 'name';
    return `${row?.dataset['framework'] ?? row?.className} ${feature}`;
  });
}

describe('a cell', () => {
  test('opens its proof in place, and gives the focus back', async () => {
    const page = await open('matrix/');
    const cell = page.locator('tr[data-framework="cedar"] td:not(.measured-cell) > a').first();
    await cell.click();
    const source = page.getByRole('dialog', { name: 'Cedar: License' });
    await source.getByText('This claim says that the one of 2015-06-01 is wrong.').first().waitFor();
    expect(page.url()).toBe(`${site.url}matrix/#cedar.license`);
    const file = source.getByRole('link', { name: 'LICENSE', exact: true }).first();
    expect(await file.getAttribute('href')).toMatch(/\/blob\/[0-9a-f]{40}\/LICENSE$/);
    expect(await source.getByText('Said by: author of Cedar').count()).toBe(1);
    const improve = source.getByRole('link', { name: 'Improve this claim' }).first();
    expect(await improve.getAttribute('href')).toMatch(/\/edit\/main\/frameworks\/cedar\.yaml#L\d+$/);
    await page.keyboard.press('Escape');
    expect(await source.isVisible()).toBe(false);
    expect(await focused(page)).toBe('cedar license');
    expect(page.url()).toBe(`${site.url}matrix/`);
  });

  test('has an address that opens it', async () => {
    const page = await open('matrix/#cedar.license');
    await page.getByRole('dialog', { name: 'Cedar: License' }).waitFor();
  });

  test('is said in words where it is pointed at', async () => {
    const page = await open('matrix/');
    await page.locator('tr[data-framework="cedar"] td[data-label="License"]').hover();
    await expect.poll(() => page.locator('.cell-tip').textContent()).toMatch(/^Cedar, License: BSD-3-Clause/);
  });

  test('is not covered by its proof, wherever it stands', async () => {
    const page = await open('matrix/then/');
    for (const framework of ['elm', 'cedar', 'birch']) {
      for (const label of ['License', 'Tests']) {
        const cell = page.locator(`tr[data-framework="${framework}"] td[data-label="${label}"] > a`);
        await cell.click();
        await page.getByRole('dialog').locator('.claim').first().waitFor();
        const covered = await cell.evaluate((link) => {
          const [one, other] = [link, document.getElementById('sources')].map((each) => each?.getBoundingClientRect());
          if (one === undefined || other === undefined) return true;
          const ranking = one.right <= other.left || other.right <= one.left;
          return !ranking && one.bottom > other.top && other.bottom > one.top;
        });
        expect(covered, `${framework} ${label}`).toBe(false);
        await page.keyboard.press('Escape');
      }
    }
  });

  test('shows what git says against it', async () => {
    const page = await open('matrix/then/');
    await page.locator('tr[data-framework="cedar"] td:not(.measured-cell) > a').first().click();
    const source = page.getByRole('dialog');
    await source
      .getByText(/git contradicts MIT/)
      .first()
      .waitFor();
  });

  test('is a plain link to whoever asks for another tab, and where its page does not come', async () => {
    const page = await open('matrix/');
    await page.route('**/frameworks/alder/', (route) =>
      route.request().resourceType() === 'xhr' ? route.abort() : route.continue(),
    );
    await page.locator('tr[data-framework="alder"] td:not(.measured-cell) > a').first().click();
    await page.waitForURL('**/frameworks/alder/#license');
    said.splice(0);
  });

  test('opened has no accessibility finding, wide and narrow, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1280]) {
        const page = await open('matrix/', { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
        await page.locator('tr[data-framework="alder"] td:not(.measured-cell) > a').first().click();
        await page.getByRole('dialog').locator('.claim').first().waitFor();
        expect(await axeFindings(page, { include: ['#sources'] }), `${colorScheme}, ${width} px`).toEqual([]);
        const overflow = await page.evaluate(() => {
          const { left, right } = document.getElementById('sources')?.getBoundingClientRect() ?? new DOMRect();
          return left < 0 || right > document.documentElement.clientWidth;
        });
        expect(overflow, `${width} px`).toBe(false);
        await page.context().close();
      }
    }
  });
});

describe('the grid', () => {
  test('is one stop of the Tab key, and arrows walk it', async () => {
    const page = await open('matrix/');
    expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
    await page.locator('.matrix [tabindex="0"]').focus();
    const start = await focused(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const moved = await focused(page);
    expect(moved).not.toBe(start);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe(start);
    await page.keyboard.press('End');
    const [first = '', last = ''] = [start.split(' ')[0], await focused(page)];
    const features = await page
      .locator('th[data-feature]')
      .evaluateAll((all) => all.map((one) => one.dataset['feature']));
    expect(last).toBe(`${first} ${features.at(-1)}`);
    await page.keyboard.press('Home');
    expect(await focused(page)).toBe(`${first} name`);
    await page.keyboard.press('Control+End');
    const ids = await page
      .locator('tr[data-framework]')
      .evaluateAll((all) => all.map((one) => one.dataset['framework']));
    expect(await focused(page)).toBe(`${ids.at(-1)} ${features.at(-1)}`);
    expect(await page.locator('.matrix [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.matrix'))).toBeNull();
  });

  test('leaves out rows that are hidden, and keeps a stop when its own is', async () => {
    const page = await open('matrix/');
    const ids = await page
      .locator('tr[data-framework]')
      .evaluateAll((all) => all.map((one) => one.dataset['framework']));
    await page.evaluate((hidden) => {
      for (const id of hidden)
        document.querySelector<HTMLElement>(`[data-framework="${id}"]`)?.setAttribute('hidden', '');
    }, ids.slice(0, 2) as string[]);
    const stop = page.locator('.matrix [tabindex="0"]');
    await expect.poll(() => stop.evaluate((one) => one.closest('tr')?.dataset['framework'])).toBe(ids[2]);
    await stop.focus();
    await page.locator(`tr[data-framework="${ids[3]}"]`).evaluate((row) => row.setAttribute('hidden', ''));
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`${ids[4]} license`);
  });
});

describe('columns', () => {
  test('can be chosen, and the choice is kept', async () => {
    const page = await open('matrix/');
    const head = page.locator('th[data-feature="chat"]');
    expect(await head.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Chat room' }).uncheck();
    expect(await head.isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await page.reload();
    expect(await head.isVisible()).toBe(false);
    await page.getByRole('button', { name: /^Columns: \d+ of \d+$/ }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await head.isVisible()).toBe(true);
  });

  test('fold by group to a stub, and cells stay below their heads', async () => {
    const page = await open('matrix/');
    const fold = page.getByRole('button', { name: 'People and use' });
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await fold.click();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    const lefts = await page.evaluate(() => {
      const left = (element: Element | null | undefined) => element?.getBoundingClientRect().left;
      const heads = [...document.querySelectorAll<HTMLTableCellElement>('th[data-feature]')];
      const place = heads.findIndex((head) => head.dataset['feature'] === 'tests') + 1;
      const row = document.querySelector<HTMLTableRowElement>('tr[data-framework]');
      const quality = document.querySelector('[data-group="quality"]');
      const first = heads.find((head) => head.dataset['feature'] === 'documentation');
      const measured = document.querySelectorAll('.measured-head').length;
      return [left(heads[place - 1]), left(row?.cells[place + measured]), left(quality), left(first)];
    });
    expect(lefts[0]).toBe(lefts[1]);
    expect(lefts[2]).toBe(lefts[3]);
  });

  test('show signs at first, and words where they are asked for, which the address keeps', async () => {
    const page = await open('matrix/');
    const width = () => page.locator('table.matrix').evaluate((table) => table.getBoundingClientRect().width);
    const before = await width();
    await page.getByRole('button', { name: 'Words' }).click();
    const after = await width();
    expect(after).toBeGreaterThan(before * 1.5);
    expect(page.url()).toBe(`${site.url}matrix/#view=words`);
    await page.reload();
    expect(await width()).toBe(after);
  });
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 } };

  test('the matrix has every feature, without script, in eight screens at most', async () => {
    const page = await open('matrix/', { ...phone, javaScriptEnabled: false });
    const cell = page.locator('tr[data-framework="alder"] td[data-label="Paging to disk"]');
    await cell.scrollIntoViewIfNeeded();
    expect((await cell.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(8 * 740);
  });

  test('one feature is a list of answers in words, which the address keeps', async () => {
    const page = await open('matrix/', phone);
    await page.getByLabel('Feature').selectOption({ label: 'Paging to disk' });
    const cells = page.locator('tr[data-framework="alder"] td:visible');
    expect(await cells.count()).toBe(1);
    expect((await cells.boundingBox())?.width).toBeGreaterThan(150);
    expect(page.url()).toContain('#only=');
    expect(await page.evaluate(() => document.querySelector('.matrix')?.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('light and dark', () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('follow the system, or the choice of the reader, which is kept', async () => {
    const page = await open('', { colorScheme: 'light' });
    const light = await paper(page);
    const button = page.getByRole('button', { name: /colors, change/ });
    await button.click();
    expect(await paper(page)).toBe(light);
    await button.click();
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto(`${site.url}matrix/`);
    expect(await paper(page)).toBe(dark);
    await button.click();
    expect(await paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper(page)).toBe(dark);
  });

  test('without script follow the system, and there is no switch that does nothing', async () => {
    const page = await open('', { colorScheme: 'dark', javaScriptEnabled: false });
    expect(await paper(page)).toBe('rgb(21, 24, 29)');
    expect(await page.locator('.theme-switch').count()).toBe(0);
  });
});
