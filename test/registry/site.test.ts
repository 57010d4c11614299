import { readdirSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { outputsOf, realEffects } from '../support/project.ts';

const frameworkIds = readdirSync(new URL('../../frameworks', import.meta.url)).map((name) =>
  name.replace(/\.yaml$/, ''),
);

let outputs: ReadonlyMap<string, string>;
/** The pages of the site itself; frames stand on other sites (test/vessels). */
let pages: readonly (readonly [string, string])[];
beforeAll(async () => {
  outputs = await outputsOf(realEffects());
  pages = [...outputs].filter(([path]) => path.endsWith('.html') && !path.startsWith('embed/'));
});

/** The anchors of every page, by the address under which it is served. */
function anchorsOf(): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    pages.map(([path, html]) => [
      `/${path.replace(/index\.html$/, '')}`,
      new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')),
    ]),
  );
}

describe('the built site', () => {
  test('has a page for each framework', () => {
    const pagesOf = [...outputs.keys()].flatMap((path) => /^frameworks\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
    expect(pagesOf.sort()).toEqual(frameworkIds.sort());
  });

  test('has no broken link inside: every address and every anchor exists', () => {
    const anchors = anchorsOf();
    const broken = pages.flatMap(([path, html]) =>
      [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].flatMap(([, target = '']) => {
        if (/^(?:https?|mailto|data):/.test(target)) return [];
        const { pathname, hash } = new URL(
          target.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='),
          `https://x/${path.replace(/index\.html$/, '')}`,
        );
        const page = anchors.get(pathname);
        const exists = page !== undefined ? hash === '' || page.has(hash.slice(1)) : outputs.has(pathname.slice(1));
        return exists ? [] : [`${path}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('names no address of its own in full that is not there, in pages, frames, snippets and data', () => {
    const { url } = JSON.parse(outputs.get('api/v1/index.json') ?? '') as { url: string };
    const own = new RegExp(`${url.replaceAll('.', '\\.')}([\\w@./-]*)`, 'g');
    const folders = new Set(['api/v1/']);
    const lost = [...outputs]
      .filter(([path]) => !/\.(?:png|woff2)$/.test(path) && path !== 'api/v1/openapi.json')
      .flatMap(([path, text]) =>
        [...text.matchAll(own)].flatMap(([, named = '']) => {
          const target = named.replace(/\.$/, '');
          const exists = folders.has(target) || outputs.has(target) || outputs.has(`${target}index.html`);
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

  test('has valid HTML on every page', async () => {
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
    const complaints: string[] = [];
    for (const [path, html] of pages) {
      const { results } = await validator.validateString(html, path);
      for (const { messages } of results) {
        complaints.push(
          ...messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        );
      }
    }
    expect(complaints.slice(0, 20)).toEqual([]);
  });

  test('leads from every cell of every matrix to claims with their proofs', () => {
    const cells = [
      ...(outputs.get('matrix/index.html') ?? '').matchAll(
        /<td class="[^"]*"[^>]*><a href="\/frameworks\/([a-z0-9-]+)\/#([a-z0-9-]+)"/g,
      ),
    ];
    const features = JSON.parse(outputs.get('api/v1/features.json') ?? '').features.length as number;
    expect(cells).toHaveLength(frameworkIds.length * features);
    for (const [, framework, feature] of cells) {
      const section =
        outputs.get(`frameworks/${framework}/index.html`)?.split(`id="${feature}"`)[1]?.split('</section>')[0] ?? '';
      expect(section, `${framework} ${feature}`).toMatch(/Source:|No source given|there is no claim yet/);
    }
  });

  test('loads nothing from another host', () => {
    for (const [path, html] of pages) expect(html, path).not.toMatch(/\s(?:src|srcset|poster|data)="https?:/);
  });

  test('serves its tables as CSV of equal width', () => {
    const tables = [...outputs].filter(([path]) => path.endsWith('.csv'));
    expect(tables.length).toBeGreaterThan(5);
    for (const [path, csv] of tables) {
      const widths = csv
        .trimEnd()
        .split('\r\n')
        .map((line) => [...line.matchAll(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g)].length);
      expect(new Set(widths).size, path).toBe(1);
    }
  });
});
