import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Opened, openPost, postOf } from '../support/blog.ts';
import { startBrowser } from '../support/browser.ts';
import { caseSite } from '../support/built-site.ts';

let browser: Browser;
let outputs: ReadonlyMap<string, string | Uint8Array>;
let site: string;
/** A figure that follows the lead run, one that stays with a run, and a matrix. */
const names = ['relay-achieved-rate', 'relay-saturation@2026-02-03-tower', 'storage-then'];

beforeAll(async () => {
  ({ files: outputs } = await caseSite('every-page'));
  site = (JSON.parse(text('api/v1/index.json')) as { url: string }).url;
  browser = await startBrowser();
}, 120_000);

afterAll(() => browser?.close());

function text(path: string): string {
  return Buffer.from(outputs.get(path) ?? '').toString('utf8');
}

/** A snippet as the figure's page offers it. */
function snippet(name: string, id: string): string {
  const code = new RegExp(`data-snippet="${id}"[^>]*><code>([^<]*)</code>`).exec(
    text(`figures/${name}/index.html`),
  )?.[1];
  if (code === undefined) throw new Error(`no snippet ${id} on the page of ${name}`);
  const entities: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    amp: '&',
    '#x27': "'",
    '#x3D': '=',
    '#x60': '`',
  };
  return code.replaceAll(/&([a-z]+|#x[0-9A-F]+);/g, (all, entity: string) => entities[entity] ?? all);
}

/** Every vessel of a figure that is pasted as HTML. */
function blocksOf(name: string, styled: boolean): readonly string[] {
  return [
    ...(styled ? [snippet(name, 'frame')] : []),
    snippet(name, 'fixed'),
    snippet(name, 'component'),
    snippet(name, 'image'),
    `<img src="${site}figures/${name}.png" alt="" width="640" height="480">`,
  ];
}

/**
 * A tenth of what search engines call a good page: a fraction of a pixel, as rounding gives on a busy machine, is no shift that a
 * reader could see.
 */
const visibleShift = 0.01;

/** What every post must show: nothing asked of others, nothing said (a use of `eval` would be), nothing moved, every frame as tall as what it shows. */
async function expectQuiet({ page, context, strangers, said }: Opened, frames: number): Promise<void> {
  const inside = page.frames().filter((frame) => frame !== page.mainFrame());
  expect(inside).toHaveLength(frames);
  for (const frame of inside) await expectFit(frame);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen);
  const pictures = await page.evaluate(() =>
    [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
  );
  expect(pictures, 'pictures that did not load').toEqual([]);
  expect(strangers, 'requests to others').toEqual([]);
  expect(said, 'the console').toEqual([]);
  expect(seen.shift, 'shift of layout').toBeLessThan(visibleShift);
  await context.close();
}

/** A frame shows all of its content and little more; off the screen the browser lays frames out late. */
async function expectFit(frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  await element.scrollIntoViewIfNeeded();
  const measure = async (): Promise<{ readonly hidden: number; readonly spare: number }> => {
    const outer = (await element.boundingBox())?.height ?? 0;
    const inner = await frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    const hidden = await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    return { hidden, spare: outer - inner };
  };
  await expect.poll(async () => (await measure()).hidden, { message: `${frame.url()} scrolls` }).toBeLessThanOrEqual(0);
  const { spare } = await measure();
  expect(spare, `${frame.url()}: empty pixels`).toBeGreaterThanOrEqual(-1);
  expect(spare, `${frame.url()}: empty pixels`).toBeLessThanOrEqual(56);
}

describe('a post on another origin', () => {
  test('shows every vessel of a living, a pinned and another figure', async () => {
    const post = postOf(
      names.flatMap((name) => blocksOf(name, true)),
      null,
    );
    await expectQuiet(await openPost(browser, outputs, site, post), 3 * names.length);
  });

  test('shows them under a strict policy with trusted types, where styles are forbidden', async () => {
    const host = new URL(site).origin;
    const policy = `default-src 'none'; script-src ${host}; style-src 'self'; img-src ${host} data:; frame-src ${host}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const post = postOf(
      names.flatMap((name) => blocksOf(name, false)),
      policy,
    );
    await expectQuiet(await openPost(browser, outputs, site, post), 2 * names.length);
  });
});

describe('a frame', () => {
  test('of every figure is reserved at its height: never too small, at most three lines too tall', async () => {
    const context = await browser.newContext({ viewport: { width: 720, height: 700 } });
    await context.route('**/*', (route) => {
      const body = text(`${new URL(route.request().url()).pathname.slice(1)}index.html`);
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    });
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of [...outputs.keys()].filter((one) => /^embed\/[^/]+\/index\.html$/.test(one))) {
      const reserved = JSON.parse(text(path.replace(/^embed\/(.*)\/index\.html$/, 'figures/$1.oembed.json')))
        .height as number;
      await page.goto(`${site}${path.replace(/index\.html$/, '')}`);
      const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
      if (reserved < height || reserved - height > 72) wrong.push(`${path}: ${reserved} for ${height}`);
    }
    expect(wrong).toEqual([]);
    await context.close();
  });

  test('says its height to our component and to WordPress, without an origin of its own', async () => {
    const frame = `<iframe src="${site}embed/${names[0]}/#?secret=word1" sandbox="allow-scripts" width="720" height="400" title="one"></iframe>`;
    const { page, context } = await openPost(browser, outputs, site, postOf([frame], null));
    await page.waitForFunction(
      () => (globalThis as unknown as { seen: { messages: unknown[] } }).seen.messages.length >= 2,
    );
    const messages = await page.evaluate(
      () => (globalThis as unknown as { seen: { messages: unknown[] } }).seen.messages,
    );
    const height = expect.any(Number);
    expect(messages.slice(0, 2)).toEqual([
      { type: 'proofsheet:height', height, src: `${site}embed/${names[0]}/#?secret=word1` },
      { message: 'height', value: height, secret: 'word1' },
    ]);
    expect((messages[1] as { value: number }).value).toBeLessThanOrEqual(1000);
    await context.close();
  });

  test('shows the chosen series alone, in the theme it was asked for', async () => {
    const series = JSON.parse(text(`figures/${names[0]}.json`)).series as { id: string }[];
    const chosen = series.slice(0, 2).map(({ id }) => id);
    const frame = `<iframe src="${site}embed/${names[0]}/?theme=dark&amp;s=${chosen.join(',')}" width="720" height="700" title="one"></iframe>`;
    const { page, context } = await openPost(browser, outputs, site, postOf([frame], null));
    const inside = page.frames().find((one) => one !== page.mainFrame());
    expect(
      await inside?.evaluate(() =>
        [...document.querySelectorAll('tr[data-s]:not([hidden])')].map((row) => row.getAttribute('data-s')),
      ),
    ).toEqual(chosen);
    expect(await inside?.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 24, 29)');
    await context.close();
  });

  test('is read by keys, in a sandbox without an origin', async () => {
    const frame = `<iframe src="${site}embed/${names[0]}/" sandbox="allow-scripts" width="720" height="700" title="one"></iframe>`;
    const { page, context, said } = await openPost(browser, outputs, site, postOf([frame], null));
    const inside = page.frames().find((one) => one !== page.mainFrame());
    await inside?.locator('.picture').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
    await page.keyboard.press('End');
    expect(await inside?.locator('[aria-live]').textContent()).toMatch(/^.+: [\d.,]+.* at [\d,]+\/s/);
    expect(said).toEqual([]);
    await context.close();
  });

  test('follows the theme of the page around it, through the web component', async () => {
    const block = snippet(names[0] ?? '', 'component');
    const { page, context } = await openPost(browser, outputs, site, postOf([block], null));
    const inside = page.frames().find((one) => one !== page.mainFrame());
    const ground = (): Promise<string | undefined> | undefined =>
      inside?.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(253, 252, 250)');
    await page.evaluate(() => document.querySelector('proofsheet-figure')?.setAttribute('theme', 'dark'));
    await expect.poll(ground).toBe('rgb(21, 24, 29)');
    await context.close();
  });
});
