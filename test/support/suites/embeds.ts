import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, isMoved } from '../built-site.ts';
import { contrast } from '../color.ts';

/** What a figure says of itself, from its JSON. */
interface Said {
  readonly title: string;
  readonly alt: string;
  readonly provenance: { run: string; date: string; testbed: string; source: string; license: { label: string } };
}

const plain = (html: string): string =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

/** Every figure in every format, and the badges. */
export function describeEmbeds(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  let names: readonly string[];
  beforeAll(async () => {
    site = await open();
    names = [...site.files.keys()]
      .filter((path) => !isMoved(site, path))
      .flatMap((path) => /^embed\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
  });
  const text = (path: string): string => {
    const content = site.texts.get(path);
    if (content === undefined) throw new Error(`no ${path} in the site`);
    return content;
  };
  const saidBy = (name: string): Said => JSON.parse(text(`figures/${name}.json`)) as Said;

  describe('every figure', () => {
    test('has a latest address, and pinned ones for the runs it is measured in', () => {
      expect(names).not.toEqual([]);
      for (const name of names.filter((one) => one.includes('@'))) expect(names).toContain(name.replace(/@.*/, ''));
    });

    test('has every format', () => {
      const always = ['.svg', '.png', '.csv', '.json', '.oembed.json'];
      for (const name of names) {
        const endings = name.includes('@') ? always : [...always, '.md'];
        const missing = endings.filter((ending) => !site.files.has(`figures/${name}${ending}`));
        expect(missing, name).toEqual([]);
        expect(site.files.has(`figures/${name}/index.html`), name).toBe(true);
      }
      expect(text('embed/figure.js')).toContain('proofsheet-figure');
    });

    test('says title, date, testbed, source, license and address in each of them, and what it shows in a sentence', () => {
      for (const name of names) {
        const { title, alt, provenance } = saidBy(name);
        const { date, testbed, source, license } = provenance;
        for (const ending of name.includes('@') ? ['.svg'] : ['.svg', '.md']) {
          const label = plain(text(`figures/${name}${ending}`)).replaceAll('\\', '');
          for (const part of [title, date, testbed, source, license.label, alt]) {
            expect(label, `figures/${name}${ending}`).toContain(part.replaceAll('\\', ''));
          }
          expect(label, `figures/${name}${ending}`).toContain('figures/');
        }
        const frame = plain(text(`embed/${name}/index.html`));
        for (const part of [title, date, testbed, source, license.label, alt]) expect(frame, name).toContain(part);
        const png = Buffer.from(site.files.get(`figures/${name}.png`) ?? '').toString('latin1');
        expect(png.slice(1, 4)).toBe('PNG');
        for (const keyword of ['Title', 'Description', 'Copyright', 'Source'])
          expect(png).toContain(`iTXt${keyword}\0`);
      }
    });

    test('is a picture of its own: no variable, no script, nothing from elsewhere', () => {
      for (const name of names) {
        const svg = text(`figures/${name}.svg`);
        expect(svg, name).not.toMatch(
          /var\(|<script|<foreignObject|\son[a-z]+=|(?:href|src)="(?!#)|@import|url\((?!#)/,
        );
        expect(svg, name).toContain('prefers-color-scheme');
      }
    });

    test('gives the latest of a chart a specification with its data and without variables of the page', () => {
      const charts = names.filter((name) => site.files.has(`figures/${name}.vl.json`));
      expect(charts).not.toEqual([]);
      expect(charts.filter((name) => name.includes('@'))).toEqual([]);
      for (const name of charts) {
        const spec = JSON.parse(text(`figures/${name}.vl.json`));
        expect(spec.$schema, name).toMatch(/^https:\/\/vega\.github\.io\/schema\/vega-lite\//);
        expect(spec.title.text, name).toBe(saidBy(name).title);
        expect(spec.usermeta.license, name).toMatch(/^https:/);
        expect(JSON.stringify(spec), name).not.toContain('var(--');
      }
    });

    test('answers to oEmbed as version 1.0 asks of the type rich', () => {
      for (const name of names) {
        const answer = JSON.parse(text(`figures/${name}.oembed.json`));
        expect(answer, name).toMatchObject({
          version: '1.0',
          type: 'rich',
          html: expect.stringMatching(
            /^<blockquote><a href="https:[^"]+">.*<\/a><\/blockquote><iframe src="https:[^"]+" /,
          ),
          width: expect.any(Number),
          height: expect.any(Number),
        });
        // A thumbnail needs its width and height beside it.
        expect(Object.keys(answer)).toEqual(
          expect.arrayContaining(['thumbnail_url', 'thumbnail_width', 'thumbnail_height']),
        );
        const page = text(`figures/${name}/index.html`);
        const found = /<link rel="alternate" type="application\/json\+oembed" title="[^"]*" href="([^"]+)">/.exec(
          page,
        )?.[1];
        expect(site.files.has(new URL(found ?? '').pathname.slice(site.report.site.base.length)), name).toBe(true);
        expect(page.indexOf('json+oembed'), name).toBeLessThan(150_000);
      }
    });

    test('has a frame that is valid HTML with nothing beside its own style and script', async () => {
      const validator = new HtmlValidate({
        extends: ['html-validate:recommended'],
        rules: {
          'long-title': 'off',
          'no-trailing-whitespace': 'off',
          'void-style': 'off',
          'require-csp-nonce': 'off',
        },
      });
      for (const name of names) {
        const html = text(`embed/${name}/index.html`);
        const { results } = await validator.validateString(html, name);
        expect(
          results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
        ).toEqual([]);
        expect(html, name).toContain('<meta name="responsive-embedded-sizing" content="allow-origins=*">');
        expect(html.match(/<script/g), name).toHaveLength(1);
        expect(html, name).not.toMatch(/<link rel="(?:stylesheet|preload)|\ssrc="|\sstyle="/);
      }
    });
  });

  describe('badges', () => {
    const badges = (): readonly string[] =>
      [...site.files.keys()].filter((path) => /^badges\/.*\.svg$/.test(path) && !isMoved(site, path));

    test('are there for frameworks that were measured, and shown on their page', () => {
      expect(badges().length > 0).toBe(site.report.site.badges.length > 0);
      for (const path of badges())
        expect(text('badges/index.html').includes(`src="${site.report.site.base}${path}"`), path).toBe(true);
      expect(badges().filter((path) => text(path).includes('not measured'))).toEqual([]);
    });

    test('are read by everybody: white text on both grounds have a contrast of 4.5', () => {
      for (const path of badges()) {
        const grounds = [...text(path).matchAll(/<path fill="(#[0-9a-f]{6})"/g)].map(([, color = '']) => color);
        expect(grounds, path).toHaveLength(2);
        for (const ground of grounds) expect(contrast('#ffffff', ground), ground).toBeGreaterThanOrEqual(4.5);
        expect(text(path), path).toMatch(/role="img" aria-label="[^"]+: [^"]+"><title>[^<]+<\/title>/);
      }
    });
  });
}
