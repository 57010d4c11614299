import { parse as parseCsv } from 'csv-parse/sync';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { isTaken } from '../../scripts/validate/page.ts';
import { startBrowser } from '../support/browser.ts';
import { hostileProject } from '../support/hostile.ts';
import { findSinks, readInside, type Suspect } from '../support/hostile-page.ts';
import { inMemory } from '../support/project.ts';

const site = 'https://hostile.example/sub/';
let binary: ReadonlyMap<string, string | Uint8Array> = new Map();
let outputs: ReadonlyMap<string, string> = new Map();
let browser: Awaited<ReturnType<typeof startBrowser>>;
let page: Awaited<ReturnType<(typeof browser)['newPage']>>;

beforeAll(async () => {
  const { outputs: built } = await build(inMemory(hostileProject));
  binary = new Map((built ?? []).map(({ path, content }) => [path, content]));
  outputs = new Map([...binary].map(([path, content]) => [path, Buffer.from(content).toString('utf8')]));
  browser = await startBrowser();
  page = await browser.newPage();
}, 300_000);
afterAll(() => browser?.close());

const ending = (pattern: RegExp): readonly (readonly [string, string])[] => {
  const found = [...outputs].filter(([path]) => pattern.test(path) && !path.startsWith('assets/'));
  expect(found.length).toBeGreaterThan(0);
  return found;
};

const sinksIn = (suspects: readonly Suspect[]): Promise<readonly string[]> =>
  page.evaluate(`(${findSinks})(${JSON.stringify(suspects)}, ${JSON.stringify(site)})`) as Promise<readonly string[]>;

const pages = (): readonly Suspect[] =>
  ending(/\.html$/).map(([path, text]) => ({ path, text, type: 'text/html', whole: true }));
const isRedirect = ({ path }: Suspect): boolean =>
  /(?:^|\/)old(?:-part(?:@first)?|\/page)?\/index\.html$/.test(path) && !path.startsWith('embed/');

describe('a project whose every text is hostile', () => {
  test('is told apart from a harmless one by the test itself', async () => {
    const text = `<p onclick=a()><a href="java\tscript:a()">x</a><img src="https://evil.example/"><script>a()</script>`;
    const suspects: readonly Suspect[] = [
      { path: 'a', text, type: 'text/html', whole: true },
      {
        path: 'b',
        text: '<svg xmlns="http://www.w3.org/2000/svg"><script/><a b></svg>',
        type: 'image/svg+xml',
        whole: false,
      },
    ];
    expect(await sinksIn(suspects)).toEqual([
      'a: <p> has onclick',
      'a: <a> href: the scheme javascript:',
      'a: <img> src: loads from evil.example',
      'a: no policy before everything else',
      'b: a script',
      'b: is no XML',
    ]);
  });

  test('has pages in which nothing runs, loads from elsewhere or leads to anything but the web', async () => {
    const all = pages();
    expect(all.filter(({ text }) => text.includes('&lt;img src')).length).toBeGreaterThan(20);
    expect(await sinksIn(all.filter((one) => !isRedirect(one)))).toEqual([]);
  });

  test('has redirects that stay on the site', async () => {
    const redirects = pages().filter(isRedirect);
    expect(redirects.length).toBeGreaterThan(2);
    for (const { text } of redirects) expect(text).toMatch(/content="0; url=\/sub\/(?:[a-z]+(?:@first)?\/)+"/);
    expect(new Set(await sinksIn(redirects))).toEqual(
      new Set(redirects.map(({ path }) => `${path}: <meta> stands there`)),
    );
  });

  test('has one script and one style inside its frames, and none elsewhere', async () => {
    const { inline } = (await page.evaluate(`(${readInside})(${JSON.stringify(pages())})`)) as ReturnType<
      typeof readInside
    >;
    expect(inline.length).toBe(2);
    expect(inline.join('')).not.toContain('alert');
  });

  test('offers snippets in which nothing runs either', async () => {
    const { snippets } = (await page.evaluate(`(${readInside})(${JSON.stringify(pages())})`)) as ReturnType<
      typeof readInside
    >;
    expect(new Set(snippets.map(([name]) => name)).size).toBeGreaterThan(5);
    const html = snippets.filter(([name]) => !['markdown', 'address', 'picture'].includes(name));
    const parsed = [
      ...html,
      ...ending(/\.oembed\.json$/).map(([path, text]) => [path, JSON.parse(text).html] as const),
    ];
    expect(await sinksIn(parsed.map(([path, text]) => ({ path, text, type: 'text/html', whole: false })))).toEqual([]);
    for (const [, text] of html)
      expect(text.replaceAll(/<script type="module" src="[^"<>]*"><\/script>/g, '')).not.toContain('<script');
    const markdown = snippets.filter(([name]) => name === 'markdown' || name === 'picture');
    for (const [name, text] of markdown) expect(markupOf(text), name).toEqual([]);
  });

  test('has pictures and feeds that are XML without a script or a picture from elsewhere', async () => {
    const pictures = ending(/\.svg$/).map(
      ([path, text]) => ({ path, text, type: 'image/svg+xml', whole: false }) as const,
    );
    const feeds = ending(/\.xml$/).map(
      ([path, text]) => ({ path, text, type: 'application/xml', whole: false }) as const,
    );
    expect(await sinksIn([...pictures, ...feeds])).toEqual([]);
  });

  test('has no address that a page of prose could take', () => {
    const own = ['about', 'old', '', ...[...outputs.keys()].filter((path) => path.startsWith('assets/'))];
    const first = [...outputs.keys()].map((path) => path.replace(/[/.].*$/, ''));
    expect([...new Set(first)].filter((name) => !own.includes(name) && !isTaken(name))).toEqual([]);
  });

  test('has JSON that parses', () => {
    for (const [path, text] of ending(/\.json$/)) expect(() => JSON.parse(text), path).not.toThrow();
  });

  test('has tables of which a spreadsheet runs no cell', () => {
    for (const [path, text] of ending(/\.csv$/)) {
      const rows = parseCsv(text) as string[][];
      const run = rows
        .flat()
        .filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^-?[\d.]+(?:e[+-]\d+)?$/.test(cell));
      expect(run, path).toEqual([]);
    }
  });

  test('has Markdown in which its texts are no markup', () => {
    for (const [path, text] of [...ending(/\.md$/), ...ending(/\.txt$/)]) expect(markupOf(text), path).toEqual([]);
  });
});

describe('a reader who follows a hostile address', { timeout: 120_000 }, () => {
  const kinds: Readonly<Record<string, string>> = {
    ...{ html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml' },
  };
  const text = '__proto__,constructor,../../x,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,javascript:alert(1),one,two';
  const many = 'a,'.repeat(20_000);

  test.each([
    [
      'matrix',
      `matrix/?answer=${text}&__proto__=1&constructor=1&q=${text}&rate=1e999&rate=-0x1&sort=__proto__&many.not=a`,
    ],
    ['matrix with a long list', `matrix/?answer=${many}&q=${'('.repeat(5000)}`],
    ['comparison', `compare/?f=${text}`],
    ['comparison with a long list', `compare/?f=${many}one,two`],
    ['figure', `figures/load-replies/#s=${text}&x=1e999&view=constructor&__proto__=1&=$'$&`],
    ['frame', `embed/load-replies/?theme=javascript:&s=${text}&c=__proto__&s=#?secret=%3Cscript%3E`],
    ['frame of a table', `embed/matrix-now/?s=${many}&c=__proto__`],
    ['page of a run', `benchmarks/load/first/#one.s=${text}&s=${many}`],
  ])('gets a page that stays whole: %s', async (_name, url) => {
    const { base, failures, visit } = await openHostile();
    await visit(`${base}${url}`);
    expect(failures).toEqual([]);
  });

  test('or sends a frame what it does not expect', async () => {
    const { base, failures, visit, open } = await openHostile();
    await visit(`${base}figures/load-replies/`);
    const frame = await open.locator('iframe').elementHandle();
    const inner = await frame?.contentFrame();
    await inner?.evaluate(() =>
      addEventListener('message', ({ data }) => {
        if (data === 'last') Object.assign(globalThis, { last: true });
      }),
    );
    const messages = [
      null,
      5,
      'x',
      { type: 'proofsheet:theme', theme: '"><script>' },
      { type: 'proofsheet:height', height: 1e9 },
    ];
    await open.evaluate((all) => {
      const inner = document.querySelector('iframe')?.contentWindow;
      for (const one of all) {
        inner?.postMessage(one, '*');
        postMessage(one, '*');
      }
    }, messages);
    // Messages arrive in the order in which they are sent: once the last is there, all are.
    await open.evaluate(() => document.querySelector('iframe')?.contentWindow?.postMessage('last', '*'));
    await inner?.waitForFunction(() => (globalThis as { last?: boolean }).last === true);
    const inside = await inner?.evaluate(() => [document.documentElement.dataset['theme'] ?? null, origin]);
    expect(inside).toEqual([null, 'null']);
    expect((await frame?.boundingBox())?.height).toBeLessThan(5000);
    expect(failures).toEqual([]);
  });

  test('or meets the web component with other things inside', async () => {
    const { failures, open } = await openHostile();
    const script = [...outputs].find(
      ([path]) =>
        /^embed\/[^/]+\.js$|^assets\/(?:proofsheet-)?figure[^/]*\.js$/.test(path) &&
        outputs.get(path)?.includes('proofsheet-figure'),
    );
    await open.setContent(
      `<proofsheet-figure src="javascript:alert(1)"></proofsheet-figure>
      <proofsheet-figure src="data:text/html,<script>alert(1)</script>"></proofsheet-figure>
      <proofsheet-figure src="${site}embed/load-replies/"><iframe srcdoc="x"></iframe></proofsheet-figure>
      <proofsheet-figure><iframe src="${site}embed/load-top/"></iframe></proofsheet-figure>`,
    );
    await open.addScriptTag({ content: script?.[1] ?? '' });
    const frames = await open.evaluate(() =>
      [...document.querySelectorAll('proofsheet-figure')].map((one) => {
        const frame = one.querySelector('iframe');
        return frame && [frame.getAttribute('src'), frame.getAttribute('sandbox'), frame.hasAttribute('srcdoc')];
      }),
    );
    const sandbox = 'allow-scripts allow-popups';
    expect(frames).toEqual([
      null,
      null,
      [`${site}embed/load-replies/`, sandbox, false],
      [`${site}embed/load-top/`, sandbox, false],
    ]);
    expect(failures).toEqual([]);
  });

  async function openHostile() {
    const open = await browser.newPage();
    const failures: string[] = [];
    open.on('dialog', (dialog) => {
      failures.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    open.on('pageerror', (error) => failures.push(`an error: ${error.message}`));
    open.on('console', (message) => {
      if (message.type() === 'error') failures.push(`said: ${message.text()}`);
    });
    await open.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const path = `${url.pathname.slice('/sub/'.length)}`.replace(/(?:^|\/)$/, (end) => `${end}index.html`);
      const body = url.href.startsWith(site) ? binary.get(decodeURIComponent(path)) : undefined;
      if (body === undefined) failures.push(`asked for ${url.href.slice(0, 200)}`);
      const contentType = kinds[path.replace(/^.*\./, '')] ?? 'application/octet-stream';
      return body === undefined ? route.abort() : route.fulfill({ body: Buffer.from(body), contentType });
    });
    const visit = async (url: string): Promise<void> => {
      await open.goto(url, { waitUntil: 'networkidle' });
    };
    return { base: site, failures, visit, open };
  }
});

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** HTML and links that lead elsewhere than to the site or the address of its license. */
function markupOf(markdown: string): readonly string[] {
  const visit = ({ type, value, url, children }: MarkdownNode): readonly string[] => {
    const inner = (children ?? []).flatMap(visit);
    if (type === 'html') return [...inner, `HTML: ${value}`];
    const fine = url === undefined || url.startsWith(site) || url.startsWith('https://evil.example/');
    return fine ? inner : [...inner, `${type}: ${url}`];
  };
  return visit(unified().use(remarkParse).use(remarkGfm).parse(markdown) as MarkdownNode);
}
