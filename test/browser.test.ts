import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/build.ts';
import { servePreview } from '../scripts/serve.ts';
import { writeSite } from '../scripts/write.ts';
import { startBrowser } from './browser.ts';
import { realEffects } from './project.ts';

let browser: Browser;
let server: Server;
let address: string;
const folder = mkdtempSync(join(tmpdir(), 'proofsheet-site-'));
const kinds = [
  '',
  'matrix/',
  'matrix/year-2009/',
  'then-and-now/',
  'shortlists/',
  'frameworks/',
  'frameworks/concurrence/',
  'frameworks/tornado/',
  'contradictions/',
  'review/',
  'first-run/',
  'features/',
  'benchmarks/',
  'benchmarks/ping-pong/',
  'benchmarks/ping-pong/2009-12-22-macbook/',
  'benchmarks/ping-pong/2026-11-22-epyc-quiet/',
  'changes/',
  'api/',
  'about/',
  'first-run/',
  'figures/',
  'figures/ping-pong-achieved-rate/',
  'figures/matrix-year-2009/',
  'embed/ping-pong-achieved-rate@2026-11-22-epyc-busy/',
  'embed/matrix-today/',
  'badges/',
  'no-such-page/',
];

beforeAll(async () => {
  const { outputs } = await build(realEffects());
  writeSite(outputs ?? [], join(folder, 'dist'));
  server = await servePreview(join(folder, 'dist'), '/', 0);
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(address + path);
  return page;
}

describe('a reader without JavaScript', () => {
  test('finds that the licence of Concurrence is disputed, and its proofs', async () => {
    const page = await open('matrix/', { javaScriptEnabled: false });
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Concurrence', exact: true }) });
    const cell = row.getByRole('link', { name: /BSD-3-Clause/ });
    expect(await cell.textContent()).toContain('disputed');
    await cell.click();
    expect(page.url()).toBe(`${address}frameworks/concurrence/#license`);
    const section = page.locator('#license');
    expect(await section.textContent()).toContain('MIT');
    expect(await section.getByRole('link', { name: 'Asynchronous Servers in Python' }).count()).toBeGreaterThan(0);
    const file = section.getByRole('link', { name: 'LICENSE', exact: true }).first();
    expect(await file.getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/jskorpan\/concurrence\/blob\/[0-9a-f]{40}\/LICENSE$/,
    );
    await page.context().close();
  });

  test('reaches the proof of the first cell by keyboard', async () => {
    const page = await open('matrix/year-2009/', { javaScriptEnabled: false });
    const first = page.locator('.matrix td > a').first();
    await first.focus();
    expect(await first.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/frameworks/twisted/#license');
    await page.context().close();
  });

  test('reads the numbers of a figure in its table', async () => {
    const page = await open('benchmarks/ping-pong/', { javaScriptEnabled: false });
    await page.getByText('The numbers: Achieved rate').click();
    expect(await page.locator('#achieved-rate table').isVisible()).toBe(true);
    expect(await page.locator('#achieved-rate svg').getAttribute('aria-label')).toMatch(
      /^Achieved rate\. .*each at its highest: from /,
    );
    await page.context().close();
  });
});

describe.each(kinds)('the page /%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility finding in %s, at 360 and 1280 px',
    async (colorScheme) => {
      const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
      for (const width of [360, 1280]) {
        const page = await open(path, { viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
        await page.addScriptTag({ path: source });
        const findings = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const { violations } = await axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(findings, `${width} px`).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${width} px`).toBe(0);
        await page.context().close();
      }
    },
  );

  test('says nothing on the console and asks no other host', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => {
      if (!/^(?:data:|http:\/\/127\.0\.0\.1)/.test(request.url())) said.push(request.url());
    });
    const response = await page.goto(address + path);
    if (response?.status() === 404) said.splice(0, said.length, ...said.filter((line) => !line.includes('404')));
    expect(said).toEqual([]);
    await context.close();
  });
});
