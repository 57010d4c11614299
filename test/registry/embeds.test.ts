import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import { contrast } from '../support/color.ts';
import { realEffects, root } from '../support/project.ts';

let outputs: ReadonlyMap<string, string | Uint8Array>;
let names: readonly string[];

beforeAll(async () => {
  const built = await build(realEffects());
  expect(built.outputs, built.issues.map(printIssue).join('\n')).not.toBeNull();
  outputs = new Map((built.outputs ?? []).map(({ path, content }) => [path, content]));
  names = [...outputs.keys()].flatMap((path) => /^embed\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? []);
});

function text(path: string): string {
  const content = outputs.get(path);
  if (content === undefined) throw new Error(`no ${path} in the site`);
  return Buffer.from(content).toString('utf8');
}

/** What a figure says of itself, from its JSON. */
interface Said {
  readonly title: string;
  readonly alt: string;
  readonly provenance: { run: string; date: string; testbed: string; source: string; license: { label: string } };
}

function saidBy(name: string): Said {
  return JSON.parse(text(`figures/${name}.json`)) as Said;
}

const plain = (html: string): string =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

describe('every figure', () => {
  test('has a living address, and a pinned one for each run it is measured in', () => {
    expect(names.length).toBeGreaterThan(20);
    for (const name of names.filter((one) => one.includes('@'))) expect(names).toContain(name.replace(/@.*/, ''));
  });

  test('has every vessel', () => {
    const always = ['.svg', '.png', '.csv', '.json', '.oembed.json'];
    for (const name of names) {
      const endings = name.includes('@') ? always : [...always, '.md'];
      const missing = endings.filter((ending) => !outputs.has(`figures/${name}${ending}`));
      expect(missing, name).toEqual([]);
      expect(outputs.has(`figures/${name}/index.html`), name).toBe(true);
    }
    expect(outputs.has('embed/figure.js')).toBe(true);
  });

  test('says title, date, testbed, source, license and address in each of them, and what it shows in words', () => {
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
      const png = Buffer.from(outputs.get(`figures/${name}.png`) ?? '').toString('latin1');
      expect(png.slice(1, 4)).toBe('PNG');
      for (const keyword of ['Title', 'Description', 'Copyright', 'Source']) expect(png).toContain(`iTXt${keyword}\0`);
    }
  });

  test('is a picture of its own: no variable, no script, nothing from elsewhere', () => {
    for (const name of names) {
      const svg = text(`figures/${name}.svg`);
      expect(svg, name).not.toMatch(/var\(|<script|<foreignObject|\son[a-z]+=|(?:href|src)="(?!#)|@import|url\((?!#)/);
      expect(svg, name).toContain('prefers-color-scheme');
    }
  });

  test('gives the latest of a chart a specification with its data and without variables of the page', () => {
    const charts = names.filter((name) => outputs.has(`figures/${name}.vl.json`));
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
      expect(outputs.has(new URL(found ?? '').pathname.slice(1)), name).toBe(true);
      expect(page.indexOf('json+oembed'), name).toBeLessThan(150_000);
    }
  });

  test('has a frame that is valid HTML with nothing beside its own style and script', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'require-csp-nonce': 'off' },
    });
    for (const name of names) {
      const html = text(`embed/${name}/index.html`);
      const { results } = await validator.validateString(html, name);
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`))).toEqual(
        [],
      );
      expect(html, name).toContain('<meta name="responsive-embedded-sizing" content="allow-origins=*">');
      expect(html.match(/<script/g), name).toHaveLength(1);
      expect(html, name).not.toMatch(/<link rel="(?:stylesheet|preload)|\ssrc="|\sstyle="/);
    }
  });
});

test('a page has the card of the site, and a page of a figure its picture', () => {
  const pages = [...outputs.keys()].filter((path) => path.endsWith('index.html') && !path.startsWith('embed/'));
  for (const path of pages) {
    const image = /<meta property="og:image" content="([^"]+)">/.exec(text(path))?.[1];
    const figure = /^figures\/(.+)\/index\.html$/.exec(path)?.[1];
    expect(new URL(image ?? '').pathname, path).toBe(figure === undefined ? '/card.png' : `/figures/${figure}.png`);
  }
  const card = Buffer.from(outputs.get('card.png') ?? '');
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
});

describe('badges', () => {
  const badges = (): readonly string[] => [...outputs.keys()].filter((path) => /^badges\/.*\.svg$/.test(path));

  test('are there for frameworks that were measured, and shown on their page', () => {
    expect(badges()).not.toEqual([]);
    for (const path of badges()) expect(text('badges/index.html'), path).toContain(`src="/${path}"`);
    expect(badges().filter((path) => text(path).includes('not measured'))).toEqual([]);
  });

  test('are read by everybody: white words on both grounds have a contrast of 4.5', () => {
    for (const path of badges()) {
      const grounds = [...text(path).matchAll(/<path fill="(#[0-9a-f]{6})"/g)].map(([, color = '']) => color);
      expect(grounds, path).toHaveLength(2);
      for (const ground of grounds) expect(contrast('#ffffff', ground), ground).toBeGreaterThanOrEqual(4.5);
      expect(text(path), path).toMatch(/role="img" aria-label="[^"]+: [^"]+"><title>[^<]+<\/title>/);
    }
  });
});

describe('the write-up of the first run', () => {
  const withoutCommas = (label: string, file: string): string =>
    file.endsWith('.csv') ? label : label.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');

  test('has no number in its sentences that its run, its benchmark or its sources do not have', () => {
    const written = readFileSync(join(root, 'site/pages/first-run.md'), 'utf8');
    const sources = [
      'data/ping-pong/runs/2026-11-22-epyc-quiet/run.yaml',
      'data/ping-pong/runs/2009-12-22-macbook/run.yaml',
      'data/ping-pong/benchmark.yaml',
      'data/ping-pong/runs/2026-11-22-epyc-quiet/aiohttp.csv',
    ].map((file) => withoutCommas(readFileSync(join(root, file), 'utf8'), file));
    const sentences = withoutCommas(written, '').replaceAll(/:{1,2}[a-z]+\{[^}]*\}|\]\([^)]*\)/g, '');
    const numbers = [...sentences.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(5);
    const unknown = numbers.filter(
      (number) => !sources.some((source) => new RegExp(`(?<![\\d.])${number}(?![\\d.]\\d)`).test(source)),
    );
    expect(unknown).toEqual([]);
  });

  test('shows numbers where its directives stand', () => {
    const page = text('first-run/index.html');
    expect(page).not.toMatch(/[\u{e000}\u{e001}]|:value|::figure|not measured\b(?!<)/u);
    expect(page).toContain('12,000/s (12,000–20,000)');
    expect(page.match(/<figure class="figure"/g)?.length).toBe(4);
  });
});
