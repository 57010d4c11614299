/** What a new reader comes for, done as a reader would: with the mouse and without script, and with the keyboard alone. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { caseSite } from '../support/built-site.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite();

afterEach(async () => {
  for (const context of site.browser.contexts()) await context.close();
});

describe.each([true, false])('a new reader, script allowed: %s', (javaScriptEnabled) => {
  const start = async (): Promise<Page> => (await site.open('', { javaScriptEnabled })).page;

  test('finds the proof of the license of Cedar in three clicks', async () => {
    const page = await start();
    await page.getByRole('main').getByRole('link', { name: 'Matrix', exact: true }).click();
    await page
      .locator('tr[data-framework="cedar"]')
      .getByRole('link', { name: /BSD-3-Clause/ })
      .click();
    const source = javaScriptEnabled ? page.getByRole('dialog') : page.locator('#license');
    const file = source.getByRole('link', { name: 'LICENSE', exact: true }).first();
    await file.waitFor();
    expect(await file.getAttribute('href')).toMatch(/^https:\/\/github\.com\/.+\/blob\/[0-9a-f]{40}\/LICENSE$/);
  });

  test('names all that the shortlist finds in one click', async () => {
    const page = await start();
    await page.getByRole('link', { name: 'Anything with replication' }).click();
    const section = page.locator('#replicated section').filter({ has: page.getByRole('heading', { name: /^Now/ }) });
    const named = await section.locator('.picks:not(.plain) > li > a').allTextContents();
    const rows = (await caseSite('every-page')).report.latest.rows;
    const expected = rows.filter(({ cells }) =>
      cells.some(
        ({ feature, claim }) => feature.id === 'replication' && ['full', 'partial'].includes(String(claim?.value)),
      ),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect([...named].sort()).toEqual(expected.map(({ framework }) => framework.name).sort());
  });

  test('learns which of Alder and Birch saturates later, whether one can tell, and how to cite it', async () => {
    const page = await start();
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Compare' }).click();
    await page.getByRole('link', { name: 'Alder and Birch', exact: true }).click();
    const short = await page.locator('#in-short').textContent();
    expect(short).toMatch(/Saturation.*: Alder.*\/s.*; Birch.*\/s/s);
    expect(short).toMatch(/cannot be told apart in this run|is higher than/);
    await page.getByText('Cite this page').click();
    const path = new URL(page.url()).pathname;
    const cited = page.locator('.cite p');
    expect(await cited.isVisible()).toBe(true);
    expect(await cited.textContent()).toMatch(
      new RegExp(`^“Compare: Alder and Birch”.*as of \\d{4}-\\d\\d-\\d\\d.*${path}`, 's'),
    );
  });
});

test.each(['', 'matrix/', 'frameworks/', 'frameworks/alder/', 'compare/', 'compare/?f=alder,birch', 'shortlists/'])(
  'without script there is no control that does nothing: /%s',
  async (path) => {
    const { page } = await site.open(path, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator(':is(button, input, select):visible').count()).toBe(0);
  },
);

test('the keyboard alone leads from a filter to a cell, its proof and a comparison', async () => {
  const { page } = await site.open('matrix/');
  await pickByKeyboard(page, 'alder', 'Tab');
  await pickByKeyboard(page, 'birch', 'Shift+Tab');
  await pressUntil(page, 'Shift+Tab', '.picks-link');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/compare/?f=alder,birch');
  const answers = page.locator('.comparison');
  await answers.first().waitFor();
  expect(await answers.first().getByRole('columnheader').allTextContents()).toEqual(['Feature', 'Alder', 'Birch']);
});

/** Searches, walks to the one row left, opens the proof of its second cell, picks the framework, and comes back. */
async function pickByKeyboard(page: Page, framework: string, toward: string): Promise<void> {
  await pressUntil(page, toward, 'input[name="q"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(framework);
  await page.getByRole('status').filter({ hasText: ' of ' }).first().waitFor();
  await expect.poll(() => page.locator('tr[data-framework]:visible').count()).toBeLessThan(5);
  await pressUntil(page, 'Tab', `tr[data-framework="${framework}"] a, tr[data-framework] td > a`);
  await pressUntil(page, 'ArrowDown', `tr[data-framework="${framework}"] a`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('.claim').first().waitFor();
  await pressUntil(page, 'Tab', '.popover-head button');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.dataset['framework'])).toBe(framework);
}

/** Presses a key until what has the focus matches; a reader would give up after some time, too. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
}
