import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Output } from '../../scripts/domain/source.ts';
import { servePreview } from '../../scripts/platform/serve.ts';
import { writeSite } from '../../scripts/platform/write-site.ts';
import { startBrowser } from './browser.ts';
import { type BuiltSite, caseSite } from './built-site.ts';

/** A built site, served on loopback, and a browser beside it. */
export interface OpenSite {
  readonly outputs: readonly Output[];
  /** Where it is served, with a slash at its end. */
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page of the site in a context of its own, 1280 × 800 where nothing else is asked for. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
}

export interface OpenPage {
  readonly page: Page;
  /** What the console said, what was thrown, and every address asked for that is not the site's. */
  readonly said: string[];
}

/** A site for all tests of a file, the one with every kind of page if no other: there before the first, gone after the last. */
export function openSite(build: () => Promise<BuiltSite> = () => caseSite('every-page')): OpenSite {
  const folder = mkdtempSync(join(tmpdir(), 'proofsheet-site-'));
  let server: Server;
  const site = {} as { -readonly [key in keyof OpenSite]: OpenSite[key] };
  beforeAll(async () => {
    ({ outputs: site.outputs } = await build());
    writeSite(site.outputs, join(folder, 'dist'));
    server = await servePreview(join(folder, 'dist'), '/', 0);
    site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    site.browser = await startBrowser();
    site.open = (path, options) => openPage(site, path, options);
  });
  afterAll(async () => {
    await site.browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return site;
}

async function openPage(
  { browser, url }: Pick<OpenSite, 'browser' | 'url'>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) said.push(request.url());
  });
  await page.goto(url + path);
  return { page, said };
}

interface Axe {
  readonly run: (scope: object) => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

/** What axe finds in a page opened with `bypassCSP`, or in a part of it: the rule and the first element, one line each. */
export async function axeFindings(
  page: Page,
  scope: { readonly include?: readonly string[]; readonly exclude?: readonly string[] } = { include: ['html'] },
): Promise<readonly string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  return page.evaluate(async (where) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(where);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, scope);
}

/** By how many pixels a page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
