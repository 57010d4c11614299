import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSite } from '../support/open-site.ts';

const site = openSite();
const figure = 'relay-achieved-rate';
let page: Page;
let said: readonly string[];

beforeAll(async () => {
  ({ page, said } = await site.open(`figures/${figure}/`, { viewport: { width: 1280, height: 900 } }));
});

const snippet = (id: string): Promise<string | null> => page.locator(`[data-snippet="${id}"] code`).textContent();

describe('the builder of embeds', () => {
  test('shows the figure beside the choices, at the height it takes', async () => {
    const frame = page.locator('.preview iframe');
    await frame.scrollIntoViewIfNeeded();
    await expect.poll(() => frame.evaluate((element) => (element as HTMLElement).style.height)).toMatch(/^\d{3}px$/);
    expect(await frame.getAttribute('src')).toBe(`/embed/${figure}/`);
  });

  test('rewrites every snippet for a pinned run in dark', async () => {
    await page.getByLabel('Data', { exact: true }).selectOption({ label: 'Pinned: always this run' });
    await page.getByLabel('Theme', { exact: true }).selectOption('dark');
    expect(await snippet('frame')).toMatch(/\/embed\/relay-achieved-rate@[a-z0-9-]+\/\?theme=dark"/);
    expect(await snippet('picture')).toMatch(/@[^)]+\.svg\)/);
    expect(await snippet('markdown')).toMatch(/@[^)]+\.png\)/);
    expect(await page.locator('.preview iframe').getAttribute('src')).toContain('?theme=dark');
  });

  test('asks for the ticked programs alone, and for none where all are ticked', async () => {
    const boxes = page.getByRole('group', { name: 'Shown' });
    await boxes.getByRole('button', { name: 'All or none' }).click();
    await boxes.getByLabel('birch').check();
    await boxes.getByLabel('Alder').check();
    expect(await snippet('fixed')).toContain('&amp;s=alder,birch"');
    await boxes.getByRole('button', { name: 'All or none' }).click();
    expect(await snippet('fixed')).not.toContain('s=');
  });

  test('takes a width', async () => {
    await page.getByLabel('Width in pixels').fill('480');
    await page.getByLabel('Width in pixels').blur();
    await expect.poll(() => snippet('fixed')).toMatch(/width="480" height="\d{3}"/);
  });

  test('leads to another figure', async () => {
    await page.getByLabel('Figure', { exact: true }).selectOption({ index: 1 });
    await page.waitForURL(/\/figures\/(?!relay-achieved-rate)[a-z-]+\/#embed$/);
    expect(said).toEqual([]);
  });
});

describe('without script', () => {
  test('the snippets are there, and no control that does nothing', async () => {
    const { page: bare } = await site.open(`figures/${figure}/`, { javaScriptEnabled: false });
    expect(await bare.locator('[data-snippet]').count()).toBe(7);
    expect(await bare.locator('#embed :is(button, select, input, iframe)').count()).toBe(0);
    await bare.context().close();
  });
});
