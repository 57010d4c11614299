import { brotliCompressSync } from 'node:zlib';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, check } from '../../scripts/build.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { realEffects } from '../support/project.ts';

let outputs: readonly Output[];
let pages: ReadonlyMap<string, string>;
const report = check(realEffects()).report;

beforeAll(async () => {
  outputs = (await build(realEffects())).outputs ?? [];
  pages = new Map(
    outputs.flatMap(({ path, content }) => (path.endsWith('.html') ? [[path, Buffer.from(content).toString()]] : [])),
  );
});

function outputAt(path: string): Buffer {
  const found = outputs.find((one) => one.path === path);
  if (found === undefined) throw new Error(`no output ${path}`);
  return Buffer.from(found.content);
}

describe('the matrix page', () => {
  test('weighs at most 40 kB, its scripts at most 20 kB', () => {
    const html = outputAt('matrix/index.html');
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(40_000);
    const scripts = scriptsOf(html.toString());
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    const weight = scripts.map((path) => brotliCompressSync(outputAt(path)).length).reduce((sum, one) => sum + one, 0);
    expect(weight).toBeLessThanOrEqual(20_000);
  });

  test.each(report?.editions.map((edition) => [edition.definition.id, edition] as const) ?? [])(
    'of %s has a row a framework and a cell a feature, both by id',
    (id, edition) => {
      const html = pages.get(edition === report?.latest ? 'matrix/index.html' : `matrix/${id}/index.html`) ?? '';
      const heads = [...html.matchAll(/data-feature="([^"]+)"/g)].map((match) => match[1]);
      expect(heads).toEqual(edition.features.map((feature) => feature.id));
      const rows = [...html.matchAll(/<tr data-framework="([^"]+)">(.*)<\/tr>/g)];
      expect(rows.map((row) => row[1]).sort()).toEqual(edition.rows.map(({ framework }) => framework.id).sort());
      for (const [, framework, cells] of rows) {
        const hrefs = [...(cells ?? '').matchAll(/<td [^>]*><a href="([^"]+)"/g)].map((match) => match[1]);
        expect(hrefs).toEqual(heads.map((feature) => `/frameworks/${framework}/#${feature}`));
      }
    },
  );

  test('says in words what its marks and colors say', () => {
    const html = pages.get('matrix/index.html') ?? '';
    const cells = [...html.matchAll(/<td class="([^"]+)" [^>]*>(.*?)<\/td>/g)];
    const text = { full: 'Yes', partial: 'Partly', none: 'No', unknown: 'Unknown', inapplicable: 'Not applicable' };
    const marks = ['disputed', 'corrected', 'contradicted', 'aged'];
    const seen = new Set<string>();
    for (const [, classes = '', inside = ''] of cells) {
      for (const name of classes.split(' ').map((one) => one.replace('is-', ''))) {
        seen.add(name);
        if (Object.hasOwn(text, name)) expect(inside).toContain(`>${text[name as keyof typeof text]}`);
        if (marks.includes(name)) expect(inside).toMatch(new RegExp(`<small>[^<]*\\b${name}\\b`));
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining([...Object.keys(text), 'disputed', 'contradicted', 'aged']));
  });

  test('leads from every cell to a section of its framework', () => {
    const html = pages.get('matrix/index.html') ?? '';
    const ids = new Map<string, ReadonlySet<string>>();
    for (const [, framework = '', feature = ''] of html.matchAll(/<a href="\/frameworks\/([^/]+)\/#([^"]+)"/g)) {
      const page = pages.get(`frameworks/${framework}/index.html`) ?? '';
      if (!ids.has(framework)) {
        ids.set(framework, new Set([...page.matchAll(/<section[^>]* id="([^"]+)"/g)].map((match) => match[1] ?? '')));
      }
      expect(ids.get(framework)?.has(feature), `${framework} ${feature}`).toBe(true);
    }
    expect(ids.size).toBe(report?.frameworks.length);
  });
});

describe('every page', () => {
  /** Files for other sites (frames, figures to paste) have no head of ours and their own tests. */
  const own = () => [...pages].filter(([, html]) => html.includes('class="site-head"'));

  test('is made by the layout, but for the files made for other sites', () => {
    const others = [...pages.keys()].filter((path) => !own().some(([known]) => known === path));
    expect(others.filter((path) => !/^(?:embed\/|figures\/[^/]+\.html$)/.test(path))).toEqual([]);
    expect(own().length).toBeGreaterThan(report?.frameworks.length ?? 0);
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
      const inline = /<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))|<style|\sstyle="|\son[a-z]+="/.exec(html);
      expect(`${path} ${inline?.[0] ?? ''}`).toBe(`${path} `);
    }
  });

  test('loads scripts, styles and faces that the build wrote', () => {
    const paths = new Set(outputs.map(({ path }) => path));
    for (const [path, html] of own()) {
      const loaded = [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\/(assets\/[^"]+)"/g)].map(
        (match) => match[1],
      );
      expect(
        loaded.filter((one) => !paths.has(one ?? '')),
        path,
      ).toEqual([]);
    }
  });
});

describe('the faces', () => {
  const fonts = () => outputs.filter(({ path }) => path.endsWith('.woff2'));

  test('weigh at most 25 kB each, and carry their license', () => {
    expect(fonts()).toHaveLength(3);
    for (const { content } of fonts()) expect(content.length).toBeLessThanOrEqual(25_000);
    expect(outputAt('assets/galley-sans-license.txt').toString()).toContain('SIL OPEN FONT LICENSE');
  });

  test('bear a name of their own, since the old one is reserved', async () => {
    for (const { content } of fonts()) {
      const plain = await subsetFont(Buffer.from(content), 'abc', { targetFormat: 'sfnt' });
      const names = plain.toString('latin1').replaceAll('\0', '');
      expect(names).toContain('Galley Sans 3');
      expect(names).not.toMatch(/Source\s?Sans/);
    }
  });
});

/** The scripts of a page and what they import at once; what they import on demand is not among them. */
function scriptsOf(html: string): readonly string[] {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const text = outputAt(path).toString();
    for (const [, chunk = ''] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) add(`assets/${chunk}`);
  };
  for (const [, path = ''] of html.matchAll(/<script[^>]* src="\/([^"]+)"/g)) add(path);
  return [...found];
}
