import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, openSite, overflowOf } from '../support/open-site.ts';

const site = openSite();

/** The texts of a table, row by row. */
async function textsOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(`${selector} tr`).allInnerTexts();
}

describe('a prepared comparison, without script', () => {
  test('says whether the saturations of Alder and Birch can be told apart', async () => {
    const { page } = await site.open('compare/alder-vs-birch/', { javaScriptEnabled: false });
    const short = await page.locator('#in-short').innerText();
    expect(short).toMatch(/Alder ≥ 16,000\/s \(16,000 or more\); Birch ≥ 16,000\/s \(16,000 or more\)/);
    expect(short).toContain('Alder and Birch cannot be told apart in this run.');
    await page.context().close();
  });

  test('shows only answers that differ, all at a click, and all on paper', async () => {
    const { page } = await site.open('compare/alder-vs-birch/', { javaScriptEnabled: false });
    const rows = page.locator('.comparison tbody tr:not(.group)');
    const shown = async (): Promise<number> => (await rows.all()).length - (await hidden());
    const hidden = async (): Promise<number> =>
      rows.evaluateAll((all) => all.filter((row) => getComputedStyle(row).display === 'none').length);
    const total = await rows.count();
    expect(await shown()).toBe(await page.locator('.comparison .is-different').count());
    expect(await shown()).toBeLessThan(total);
    await page.getByLabel('Only answers that differ').uncheck();
    expect(await shown()).toBe(total);
    await page.getByLabel('Only answers that differ').check();
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(total);
    await page.context().close();
  });

  test('draws just its own programs, and has a program of each beside the other', async () => {
    const { page } = await site.open('compare/alder-vs-birch/', { javaScriptEnabled: false });
    const series = await page
      .locator('#achieved-rate svg [data-s]')
      .evaluateAll((all) => all.map((one) => (one as unknown as HTMLElement).dataset['s']));
    expect(new Set(series)).toEqual(new Set(['alder', 'birch']));
    expect(await page.locator('.aligned').isVisible()).toBe(false);
    await page.getByText('Side by side:').click();
    expect(await page.locator('.aligned .is-shared').allInnerTexts()).toContain('import sys\timport sys');
    expect(await page.locator('#programs').innerText()).toContain(
      'earlier programs to the same workload, which were not kept',
    );
    await page.context().close();
  });

  test('is a click away from the list of frameworks, which offers no boxes then', async () => {
    const { page } = await site.open('frameworks/', { javaScriptEnabled: false });
    expect(await page.getByLabel('Compare Alder').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'prepared comparisons' }).click();
    await page.getByRole('link', { name: 'Alder and Birch', exact: true }).click();
    expect(await page.locator('h1').innerText()).toBe('Alder and Birch');
    await page.context().close();
  });
});

describe('any frameworks, with script', () => {
  test('stand side by side as they do on the page made at build time', async () => {
    const prepared = await site.open('compare/alder-vs-birch/');
    const chosen = await site.open('compare/?f=alder,birch');
    await chosen.page.locator('#chosen .aligned').waitFor({ state: 'attached' });
    for (const table of ['.comparison', '.measured .numbers', '.aligned']) {
      expect(await textsOf(chosen.page, `#chosen ${table}`), table).toEqual(await textsOf(prepared.page, table));
    }
    expect(await chosen.page.locator('#chosen .rankings').allInnerTexts()).toEqual(
      await prepared.page.locator('.rankings').allInnerTexts(),
    );
    expect(chosen.said).toEqual([]);
    await prepared.page.context().close();
    await chosen.page.context().close();
  });

  test('are drawn alone in frames of the figures of the lead run, in the theme of the page', async () => {
    const { page, said } = await site.open('compare/');
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    await page.goto(`${site.url}compare/?f=fir&f=hazel`);
    const frame = page.frameLocator('#chosen #figures iframe').first();
    await frame.getByText('Only a part of the figure is shown.').waitFor();
    const series = await frame
      .locator('svg [data-s]')
      .evaluateAll((all) => all.map((one) => (one as unknown as HTMLElement).dataset['s']));
    expect(new Set(series)).toEqual(new Set(['fir', 'hazel', 'hazel-threads']));
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await frame.getByRole('img').getAttribute('aria-label')).toContain('Only a part');
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('that nobody knows are named, and so are too many', async () => {
    const { page } = await site.open('compare/?f=alder,nosuch,birch,fir,elm,hazel,cedar,ivy');
    await page.locator('#chosen .comparison').waitFor();
    expect(await page.locator('#chosen .remark').allInnerTexts()).toEqual([
      'Unknown: nosuch.',
      'Only the first 6 are shown.',
    ]);
    expect(await page.locator('#chosen .comparison thead th').count()).toBe(7);
    await page.context().close();
  });

  test('are picked by keyboard, two at least and six at most, and keep the order of the ticks', async () => {
    const { page } = await site.open('compare/');
    const button = page.getByRole('button', { name: 'Compare', exact: true });
    expect(await button.isDisabled()).toBe(true);
    for (const name of ['Cedar', 'Elm', 'Fir', 'Hazel', 'Birch', 'Alder']) {
      await page.getByRole('checkbox', { name, exact: true }).focus();
      await page.keyboard.press('Space');
    }
    expect(await page.locator('#picked').innerText()).toBe('6 picked, the maximum.');
    expect(await page.getByRole('checkbox', { name: 'Ivy', exact: true }).isDisabled()).toBe(true);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?f=cedar,elm,fir,hazel,birch,alder$/);
    await page.context().close();
  });
});

describe.each(['compare/', 'compare/alder-vs-birch/', 'compare/?f=birch,alder', 'frameworks/', 'frameworks/cedar/'])(
  'the page /%s',
  (path) => {
    test.each(['light', 'dark'] as const)(
      'has no accessibility finding in %s, at 360 and 1280 px',
      async (colorScheme) => {
        for (const width of [360, 1280]) {
          const { page } = await site.open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
          if (path.includes('?')) await page.locator('#chosen .aligned').waitFor({ state: 'attached' });
          expect(await axeFindings(page), `${width} px`).toEqual([]);
          expect(await overflowOf(page), `${width} px`).toBe(0);
          await page.context().close();
        }
      },
    );

    test('says nothing on the console, its block of linked data included, and asks no other host', async () => {
      const { page, said } = await site.open(path);
      if (path.includes('?')) await page.locator('#chosen .aligned').waitFor({ state: 'attached' });
      expect(said).toEqual([]);
      await page.context().close();
    });
  },
);

/** Presses Tab until the focus is on what matches; fails where a whole page has no such stop. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 400; stop++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

test('a reader walks by keyboard alone from a filter to a cell, its proof, the framework and a comparison', async () => {
  const { page, said } = await site.open('matrix/');
  await tabTo(page, '.filters-group summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '.filters-group[open] :is(select, input)');
  await page.keyboard.press((await page.locator(':focus').getAttribute('type')) === 'checkbox' ? 'Space' : 'ArrowDown');
  await page.waitForURL(/\/matrix\/\?/);
  await tabTo(page, 'table.matrix a');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('#sources').waitFor();
  expect(await page.locator('#sources .popover-body').innerText()).not.toBe('');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/frameworks\/[a-z0-9-]+\/#/);
  await tabTo(page, '#similar a[href*="/compare/"], p a[href*="/compare/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/compare\//);
  await page.locator('#answers').waitFor();
  await tabTo(page, '#only-differences');
  const same = page.locator('.comparison .is-same').first();
  expect(await same.isVisible()).toBe(false);
  await page.keyboard.press('Space');
  expect(await same.isVisible()).toBe(true);
  expect(said).toEqual([]);
  await page.context().close();
}, 60_000);

test('a page of a framework describes it in linked data', async () => {
  const { page } = await site.open('frameworks/alder/');
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '');
  expect(data).toMatchObject({
    '@type': 'SoftwareSourceCode',
    name: 'Alder',
    programmingLanguage: 'Python',
    license: 'https://spdx.org/licenses/Apache-2.0',
  });
  await page.context().close();
});
