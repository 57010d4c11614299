import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { startBrowser } from '../browser.ts';
import { realEffects } from '../project.ts';
import { fileServer } from './blog.ts';

let browser: Browser;
let page: Page;
let said: string[];
const site = 'https://proofsheet.example/';
const figure = 'ping-pong-achieved-rate';

beforeAll(async () => {
  const { outputs } = await build(realEffects());
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route('**/*', fileServer(new Map((outputs ?? []).map(({ path, content }) => [path, content]))));
  page = await context.newPage();
  said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${site}figures/${figure}/`);
}, 120_000);

afterAll(() => browser?.close());

const snippet = (id: string): Promise<string | null> => page.locator(`[data-snippet="${id}"] code`).textContent();

describe('the builder of embeds', () => {
  test('shows the figure beside the choices, at the height it takes', async () => {
    const frame = page.locator('.preview iframe');
    await frame.scrollIntoViewIfNeeded();
    await expect.poll(() => frame.evaluate((element) => (element as HTMLElement).style.height)).toMatch(/^\d{3}px$/);
    expect(await frame.getAttribute('src')).toBe(`/embed/${figure}/`);
  });

  test('rewrites every snippet for a pinned run in dark', async () => {
    await page.getByLabel('Data', { exact: true }).selectOption({ label: 'Pinned: this run for ever' });
    await page.getByLabel('Theme', { exact: true }).selectOption('dark');
    expect(await snippet('frame')).toMatch(/\/embed\/ping-pong-achieved-rate@[a-z0-9-]+\/\?theme=dark"/);
    expect(await snippet('picture')).toMatch(/<picture><img src="[^"]+@[^"]+\.dark\.svg"/);
    expect(await snippet('markdown')).toMatch(/@[^)]+\.dark\.png\)/);
    expect(await page.locator('.preview iframe').getAttribute('src')).toContain('?theme=dark');
  });

  test('asks for the ticked programs alone, and for none where all are ticked', async () => {
    const boxes = page.getByRole('group', { name: 'Shown' });
    await boxes.getByRole('button', { name: 'All or none' }).click();
    await boxes.getByLabel('gevent').check();
    await boxes.getByLabel('Tornado').check();
    expect(await snippet('fixed')).toContain('&amp;s=gevent,tornado"');
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
    await page.waitForURL(/\/figures\/(?!ping-pong-achieved-rate)[a-z-]+\/#embed$/);
    expect(said).toEqual([]);
  });
});

describe('without script', () => {
  test('the snippets are there, and no control that does nothing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { outputs } = await build(realEffects());
    await context.route('**/*', fileServer(new Map((outputs ?? []).map(({ path, content }) => [path, content]))));
    const bare = await context.newPage();
    await bare.goto(`${site}figures/${figure}/`);
    expect(await bare.locator('[data-snippet]').count()).toBe(7);
    expect(await bare.locator('#embed :is(button, select, input, iframe)').count()).toBe(0);
    await context.close();
  });
});
