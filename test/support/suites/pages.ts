import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, isMoved } from '../built-site.ts';

/** Every page of a site: its links, its HTML, what it loads. */
export function describePages(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  /** The pages of the site itself; frames are shown on other sites. */
  let pages: readonly (readonly [string, string])[];
  beforeAll(async () => {
    site = await open();
    pages = [...site.texts].filter(([path]) => path.endsWith('.html') && !path.startsWith('embed/'));
  });
  /** Frames and figures to paste have no head of ours and their own tests. */
  const own = (): readonly (readonly [string, string])[] =>
    pages.filter(([, html]) => html.includes('class="site-head"'));
  const home = (): string => `${site.report.site.url}${site.report.site.base}`;

  describe('every page', () => {
    test('has no broken link inside: every address and every anchor exists', () => {
      const anchors = anchorsOf(pages);
      const broken = pages.flatMap(([path, html]) =>
        linksIn(html).flatMap((target) => {
          if (/^(?:https?|mailto|data):/.test(target)) return [];
          const { pathname, hash } = new URL(target, home() + path.replace(/index\.html$/, ''));
          const inside = pathname.slice(site.report.site.base.length);
          const page = anchors.get(inside);
          const exists = page !== undefined ? hash === '' || page.has(hash.slice(1)) : site.files.has(inside);
          return exists ? [] : [`${path}: ${target}`];
        }),
      );
      expect(broken).toEqual([]);
    });

    test('names no address of its own in full that is not there, in pages, frames, snippets and data', () => {
      const address = new RegExp(`${home().replaceAll('.', '\\.')}([\\w@./-]*)`, 'g');
      const folders = new Set(['api/v1/']);
      const lost = [...site.texts]
        .filter(([path]) => !/\.(?:png|woff2)$/.test(path) && path !== 'api/v1/openapi.json')
        .flatMap(([path, text]) =>
          [...text.matchAll(address)].flatMap(([, named = '']) => {
            const target = named.replace(/\.$/, '');
            const exists = folders.has(target) || site.files.has(target) || site.files.has(`${target}index.html`);
            return exists ? [] : [`${path}: ${target}`];
          }),
        );
      expect([...new Set(lost)]).toEqual([]);
    });

    test('shows no value that is missing: no undefined, NaN, null or [object Object]', () => {
      const odd = pages.flatMap(([path, html]) =>
        [
          ...html
            .replaceAll(/<pre[\s\S]*?<\/pre>/g, '')
            .matchAll(/>[^<]*\b(undefined|NaN|null|\[object Object\])[^<]*</g),
        ].map(([text]) => `${path}: ${text}`),
      );
      expect(odd).toEqual([]);
    });

    test('is valid HTML', async () => {
      expect((await htmlIssues(pages)).slice(0, 20)).toEqual([]);
    });

    test('loads nothing from another host', () => {
      for (const [path, html] of pages) expect(html, path).not.toMatch(/\s(?:src|srcset|poster|data)="https?:/);
    });

    test('is made by the layout, but for the files made for other sites', () => {
      const known = new Set(own().map(([path]) => path));
      const others = pages.map(([path]) => path).filter((path) => !known.has(path));
      expect(others.filter((path) => !/^figures\/[^/]+\.html$/.test(path) && !isMoved(site, path))).toEqual([]);
      expect(known.size).toBeGreaterThan(site.report.frameworks.length);
    });

    test('allows nothing but what is its own', () => {
      for (const [path, html] of own()) {
        const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/
          .exec(html)?.[1]
          ?.replaceAll('&#x27;', "'");
        expect(policy, path).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
        expect(policy, path).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
        expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
      }
    });

    test('has no script and no style inside it', () => {
      for (const [path, html] of own()) {
        const inline = /<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))|<style|\sstyle="|\son[a-z]+="/.exec(
          html,
        );
        expect(`${path} ${inline?.[0] ?? ''}`).toBe(`${path} `);
      }
    });

    test('has a card of the site, and a page of a figure its picture where it has one', () => {
      for (const [path, html] of own()) {
        const image = /<meta property="og:image" content="([^"]+)">/.exec(html)?.[1];
        const figure = /^figures\/(.+)\/index\.html$/.exec(path)?.[1];
        const picture = `figures/${figure}.png`;
        expect(image, path).toBe(home() + (site.files.has(picture) ? picture : 'card.png'));
      }
      const card = Buffer.from(site.files.get('card.png') ?? '');
      expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
    });
  });

  test('tables are CSV of equal width', () => {
    const tables = [...site.texts].filter(([path]) => path.endsWith('.csv'));
    expect(tables).not.toEqual([]);
    for (const [path, csv] of tables) {
      const widths = csv
        .trimEnd()
        .split('\r\n')
        .map((line) => [...line.matchAll(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g)].length);
      expect(new Set(widths).size, path).toBe(1);
    }
  });
}

/** What html-validate says of pages, one line a complaint. */
async function htmlIssues(pages: readonly (readonly [string, string])[]): Promise<readonly string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'require-sri': 'off',
      'no-inline-style': 'error',
      // Checkboxes of one question share its name: so a form sends several answers.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    },
  });
  const found: string[] = [];
  for (const [path, html] of pages) {
    const { results } = await validator.validateString(html, path);
    for (const { messages } of results)
      found.push(
        ...messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
      );
  }
  return found;
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, target = '']) =>
    target.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
  );
}

/** The anchors of every page, by its path below the base. */
function anchorsOf(pages: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    pages.map(([path, html]) => [
      path.replace(/index\.html$/, ''),
      new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')),
    ]),
  );
}
