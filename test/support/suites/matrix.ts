import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../built-site.ts';

/** The matrix of every edition: its rows, its cells, and what each cell leads to. */
export function describeMatrix(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await open();
  });
  const htmlOf = (path: string): string => site.texts.get(path) ?? '';
  const base = (): string => site.report.site.base;

  describe('the matrix', () => {
    test('of every edition has a row a framework and a cell a feature, both by id', () => {
      for (const edition of site.report.editions) {
        const { id } = edition.definition;
        const html = htmlOf(edition === site.report.latest ? 'matrix/index.html' : `matrix/${id}/index.html`);
        const heads = [...html.matchAll(/data-feature="([^"]+)"/g)].map((match) => match[1]);
        expect(heads, id).toEqual(edition.features.map((feature) => feature.id));
        const rows = [...html.matchAll(/<tr data-framework="([^"]+)">(.*)<\/tr>/g)];
        expect(rows.map((row) => row[1]).sort(), id).toEqual(edition.rows.map(({ framework }) => framework.id).sort());
        for (const [, framework, cells] of rows) {
          const hrefs = [...(cells ?? '').matchAll(/<td (?![^>]*measured-cell)[^>]*><a href="([^"]+)"/g)].map(
            (match) => match[1],
          );
          expect(hrefs, id).toEqual(heads.map((feature) => `${base()}frameworks/${framework}/#${feature}`));
        }
      }
    });

    test('says in text what its marks and colors say', () => {
      const cells = [...htmlOf('matrix/index.html').matchAll(/<td class="([^"]+)" [^>]*>(.*?)<\/td>/g)];
      const text = { full: 'Yes', partial: 'Partly', none: 'No', unknown: 'Unknown', inapplicable: 'Not applicable' };
      const marks = ['disputed', 'corrected', 'contradicted', 'aged'];
      expect(cells).not.toEqual([]);
      for (const [, classes = '', inside = ''] of cells) {
        for (const name of classes.split(' ').map((one) => one.replace('is-', ''))) {
          if (Object.hasOwn(text, name)) expect(inside).toContain(`>${text[name as keyof typeof text]}`);
          if (marks.includes(name)) expect(inside).toMatch(new RegExp(`<small>[^<]*\\b${name}\\b`));
        }
      }
    });

    test('leads from every cell to a section with its claims and their sources', () => {
      const cells = [
        ...htmlOf('matrix/index.html').matchAll(/<td [^>]*><a href="[^"]*frameworks\/([^/]+)\/#([^"]+)"/g),
      ];
      const { rows, features } = site.report.latest;
      expect(cells).toHaveLength(rows.length * features.length);
      for (const [, framework, feature] of cells) {
        const page = htmlOf(`frameworks/${framework}/index.html`);
        const section = page.split(`id="${feature}"`)[1]?.split('</section>')[0] ?? '';
        expect(section, `${framework} ${feature}`).toMatch(/Source:|No source given|there is no claim yet/);
      }
    });
  });
}
