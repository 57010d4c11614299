import type { Browser, BrowserContext, Page, Route } from 'playwright-core';

/** Where the built site and the blog that embeds it pretend to be. */
export const blog = 'https://blog.example';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

// Said on the console, but not forbidden: whatever would need `eval`.
const noEval = { 'content-security-policy-report-only': "script-src * 'unsafe-inline'" };

/** Answers every request from the built site in memory, as a static host would. */
export function fileServer(outputs: ReadonlyMap<string, string | Uint8Array>): (route: Route) => Promise<void> {
  return (route) => {
    const { pathname } = new URL(route.request().url());
    const path = `${pathname.slice(1)}${pathname.endsWith('/') ? 'index.html' : ''}`;
    const content = outputs.get(path);
    if (content === undefined) return route.fulfill({ status: 404, body: '' });
    const contentType = types[path.replace(/^.*\./, '')] ?? 'application/octet-stream';
    return route.fulfill({ body: typeof content === 'string' ? content : Buffer.from(content), contentType });
  };
}

/** A blog's page on another origin, opened; what it asked for, and what the browser had to say. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anybody but the blog and the site. */
  readonly strangers: readonly string[];
  /** Everything on the console, and every error that nobody caught. */
  readonly said: readonly string[];
}

/** A post of a blog: blocks one under another, each followed by a paragraph that must not jump. */
export function postOf(blocks: readonly string[], policy: string | null): string {
  const meta = policy === null ? '' : `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const sheet = '<link rel="stylesheet" href="/blog.css">';
  const body = blocks.map((block) => `<section>${block}</section><p class="after">On it goes.</p>`);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${meta}<title>A post</title><link rel="icon" href="data:,">${sheet}</head><body><main>${body.join('\n')}</main></body></html>`;
}

/** Opens a post; both origins are answered from memory and everything else is refused and noted. */
export async function openPost(
  browser: Browser,
  outputs: ReadonlyMap<string, string | Uint8Array>,
  site: string,
  post: string,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const strangers: string[] = [];
  const said: string[] = [];
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === blog && pathname === '/post')
      return route.fulfill({ headers: { 'content-type': types['html'] ?? '', ...noEval }, body: post });
    if (origin === blog && pathname === '/blog.css')
      return route.fulfill({
        contentType: 'text/css',
        body: 'main{width:720px;margin:auto}img{max-width:100%;height:auto}',
      });
    const path = `${pathname.slice(1)}${pathname.endsWith('/') ? 'index.html' : ''}`;
    const content = `${origin}/` === site ? outputs.get(path) : undefined;
    if (content === undefined) {
      strangers.push(route.request().url());
      return route.abort();
    }
    const contentType = types[path.replace(/^.*\./, '')] ?? 'application/octet-stream';
    const headers = { 'access-control-allow-origin': '*', 'content-type': contentType };
    return route.fulfill({ body: typeof content === 'string' ? content : Buffer.from(content), headers });
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(`${blog}/post`);
  await readToTheEnd(page);
  return { page, context, strangers, said };
}

/** Runs in every frame: counts shifts of layout, keeps messages. */
function watch(): void {
  const seen = { shift: 0, messages: [] as unknown[] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  addEventListener('message', ({ data }) => seen.messages.push(data));
}

/** Scrolls by half a window until the end, so that everything lazy loads as it does for a reader. */
async function readToTheEnd(page: Page): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const done = await page.evaluate(() => {
      scrollBy(0, 450);
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    });
    // Two frames: the browser has laid out what came into sight, and begun to load it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (done) break;
  }
  await page.waitForLoadState('networkidle');
}
