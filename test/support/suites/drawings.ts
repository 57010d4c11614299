import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../scripts/domain/report.ts';
import { figurePanels } from '../../../scripts/figures/formats/files.ts';
import { dark, light } from '../../../scripts/figures/svg/palette.ts';
import { inlineCss } from '../../../scripts/figures/svg/standalone.ts';
import { textWidth } from '../../../scripts/figures/svg/text-width.ts';
import { compileTemplates } from '../../../scripts/render/templates.ts';
import type { BuiltSite } from '../built-site.ts';
import { contrast, difference, visions } from '../color.ts';
import { type DrawnFigure, drawnFigures, type TextBox, textBoxes } from '../figures.ts';
import { root } from '../project.ts';

const widthOf = (text: string, size: number, bold: boolean): number => textWidth(text, size, bold ? 600 : null);
const boxOf = (svg: string): readonly [number, number] => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
};
const css = readFileSync(join(root, 'templates/parts/figure/style.css'), 'utf8');
const tokens = readFileSync(join(root, 'site/styles/tokens.css'), 'utf8');

/** Lines above which only some are drawn in color, with their names. */
const manyLines = 6;

/** The drawings of every run: what is named, what can be told apart, and what Chartability asks for. */
export function describeDrawings(open: () => Promise<BuiltSite>): void {
  let figures: readonly DrawnFigure[];
  /** The same once for each of their pictures. */
  let drawings: readonly DrawnFigure[];
  let report: Report;
  beforeAll(async () => {
    const site = await open();
    ({ report } = site);
    figures = await drawnFigures(site);
    drawings = figures.flatMap(({ view, ...figure }) =>
      [view.svg, view.narrowSvg].flatMap((svg) => (svg === '' ? [] : [{ ...figure, view: { ...view, svg } }])),
    );
  });

  describe('every drawing', () => {
    test('is drawn compactly', () => {
      expect(figures).not.toEqual([]);
      for (const { name, view } of drawings) {
        expect(view.svg, name).toMatch(/^<svg class="chart" /);
        expect(view.svg, name).not.toMatch(/NaN|undefined|Infinity|style=/);
      }
    });

    test('has a name for every series, none outside the picture though a font were 15 % wider', () => {
      for (const { name, view } of drawings) {
        const [width, height] = boxOf(view.svg);
        const boxes = textBoxes(view.svg, widthOf);
        const named = new Set(boxes.flatMap(({ series }) => series ?? []));
        const drawn = [...view.svg.matchAll(/ data-s="([^"]+)"/g)].map(([, id]) => id);
        const unnamed = [...new Set(drawn)].filter((id) => id !== undefined && !named.has(id));
        // Of many lines those in gray have no name; the table has them.
        if (new Set(drawn).size > manyLines) expect(named.size, name).toBeGreaterThan(0);
        else expect(unnamed, name).toEqual([]);
        expect(
          [...named].filter((id) => !drawn.includes(id)),
          name,
        ).toEqual([]);
        for (const box of boxes) {
          const place = `${name}: ${box.text}`;
          expect(box.left, place).toBeGreaterThanOrEqual(-1);
          expect(box.right, place).toBeLessThanOrEqual(width + 1);
          expect(box.top, place).toBeGreaterThanOrEqual(-1);
          expect(box.bottom, place).toBeLessThanOrEqual(height + 1);
        }
      }
    });

    test('has no two names upon each other', () => {
      const meet = (a: TextBox, b: TextBox): boolean =>
        a.left < b.right && b.left < a.right && a.top < b.bottom - 0.1 && b.top < a.bottom - 0.1;
      for (const { name, view } of drawings) {
        const boxes = textBoxes(view.svg, widthOf);
        const covered = boxes.flatMap((box, index) =>
          boxes.slice(index + 1).flatMap((other) => (meet(box, other) ? [`${box.text} | ${other.text}`] : [])),
        );
        expect(covered, name).toEqual([]);
      }
    });

    test('has series that neighbors are told apart from, by hue to every eye or by style', () => {
      for (const { name, view } of drawings) {
        const seriesStyles = [...view.svg.matchAll(/<g class="s h(\d) d(\d)[^"]*" data-s="([^"]+)"/g)];
        const seriesStyle = new Map(
          seriesStyles.map(([, hue, style, id]) => [id ?? '', [Number(hue), Number(style)] as const]),
        );
        const labels = textBoxes(view.svg, widthOf).filter(({ series }) => series !== null);
        const down = [...labels].sort((a, b) => a.top - b.top).map(({ series }) => seriesStyle.get(series ?? ''));
        for (const [index, one] of down.entries()) {
          const next = down[index + 1];
          if (one === undefined || next === undefined || one[0] === next[0]) continue;
          for (const palette of [light, dark]) {
            for (const vision of visions) {
              const [a = '', b = ''] = [palette.hues[one[0]], palette.hues[next[0]]];
              expect(difference(a, b, vision), `${name}: ${a} ${b} ${vision}`).toBeGreaterThanOrEqual(
                one[0] * next[0] === 0 ? 10 : 15,
              );
            }
          }
        }
      }
    });

    test('draws every framework in the style that its file gives it', () => {
      const seriesStyles = new Map(
        report.frameworks.flatMap(({ id, seriesStyle }) =>
          seriesStyle === null ? [] : [[id, `s h${seriesStyle.hue} d${seriesStyle.style}`] as const],
        ),
      );
      for (const { name, benchmark, view } of drawings) {
        const run = benchmark.runs.find((one) => name.includes(`/${one.run.id}/`));
        for (const [, seriesStyle, series = ''] of view.svg.matchAll(/<g class="(s h\d d\d)[^"]*" data-s="([^"]+)"/g)) {
          const framework = run?.sweeps.find(({ sweep }) => sweep.id === series)?.sweep.framework ?? '';
          if (benchmark.benchmark.seriesStyles.has(series) || !seriesStyles.has(framework)) continue;
          expect(seriesStyle, `${name} ${series}`).toBe(seriesStyles.get(framework));
        }
      }
    });

    test('has a specification of literal colors that needs nothing from elsewhere', () => {
      for (const { name, spec } of figures) {
        expect(spec, name).not.toMatch(/var\(|"url"|\$(?:axis|measure|series|colors)/);
        expect(JSON.parse(spec)['$schema'], name).toBe('https://vega.github.io/schema/vega-lite/v6.json');
      }
    });

    test('says where its plot is, inside the picture, unless it is panels', () => {
      for (const { name, view } of drawings) {
        const [width, height] = boxOf(view.svg);
        const plot = /data-plot="([^"]+)"/.exec(view.svg)?.[1]?.split(' ').map(Number);
        expect(plot === undefined, name).toBe(view.svg.includes('<use '));
        const [left = 0, top = 0, wide = 1, high = 1] = plot ?? [];
        expect(Math.min(left, top), name).toBeGreaterThanOrEqual(0);
        expect(Math.min(wide, high), name).toBeGreaterThan(0);
        expect(left + wide, name).toBeLessThanOrEqual(width);
        expect(top + high, name).toBeLessThanOrEqual(height);
      }
    });

    test('has panels where its chart asks for them, in a file of their own', () => {
      const outputs = figures.flatMap(({ figure }) => figurePanels(figure) ?? []);
      const linked = figures.flatMap(({ view }) =>
        view.panelsHref === '' ? [] : [view.panelsHref.slice(report.site.base.length)],
      );
      expect(linked).toEqual(outputs.map(({ path }) => path));
      for (const { path, content } of outputs)
        expect(content, path).toMatch(/^<svg class="chart"[^>]*><title>[^<]+<\/title>/);
    });
  });

  /** The critical heuristics of Chartability (chartability.fizz.studio), each as far as a figure itself answers for it. */
  describe('Chartability, critical', () => {
    const partial = 'templates/parts/figure/partial.hbs';
    const render = compileTemplates<{ readonly one: { readonly figures: readonly DrawnFigure['view'][] } }>([
      { file: partial, text: readFileSync(join(root, partial), 'utf8') },
      { file: 'templates/one/page.hbs', text: '{{#each figures}}{{> figure}}{{/each}}' },
    ]);
    const html = ({ view }: DrawnFigure): string => render('one', { figures: [view] });
    const all = (check: (figure: DrawnFigure, text: string) => void): void => {
      for (const figure of figures) check(figure, html(figure));
    };

    test('1 contrast: words by 4.5, lines by 3', () => {
      for (const { paper, ink, soft, hues, rule } of [light, dark]) {
        for (const color of [ink, soft, ...hues]) expect(contrast(color, paper)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(rule, paper)).toBeGreaterThanOrEqual(3);
      }
    });

    test('2 not only visual: a label, a description and every series in the table', () => {
      all(({ name, view }, text) => {
        expect(view.svg, name).toMatch(/^<svg [^>]*role="img" aria-label="[^"]{30,}"/);
        expect(view.description.length, name).toBeGreaterThan(30);
        for (const [, id] of view.svg.matchAll(/ data-s="([^"]+)"/g))
          expect(text, name).toContain(`<tr data-s="${id}">`);
      });
    });

    test('3 size: no word under 12 pixels, on a phone too', () => {
      const [, wide = 'none'] = /\.picture svg \{[^}]*min-width: ([\d.]+)rem/.exec(css) ?? [];
      expect(css).toMatch(/@container figure \(width < [\d.]+rem\) \{\s*\.wide-picture/);
      for (const { name, view } of drawings) {
        // A phone of 360 pixels leaves 326 for a picture.
        const least = view.svg === view.narrowSvg ? 326 : 16 * Number(wide);
        const [width] = boxOf(view.svg);
        for (const { size } of textBoxes(view.svg, widthOf))
          expect((size * least) / width, name).toBeGreaterThanOrEqual(12);
      }
    });

    test('4 nothing flashes or moves', () => {
      expect(css + inlineCss()).not.toMatch(/animation|@keyframes/);
      const fading = [...css.matchAll(/([^{}]+) \{[^{}]*transition: (\w+)/g)].map(([, rule, what]) => [
        rule?.trim(),
        what,
      ]);
      expect(fading).toEqual([
        ['.chart .s', 'opacity'],
        ['.chart .s', 'none'],
      ]);
      expect(css).toMatch(/\(prefers-reduced-motion: reduce\) \{\s*\.chart \.s \{\s*transition: none/);
      all(({ name, view }) => expect(view.svg, name).not.toMatch(/<animate|<set\b/));
    });

    test('5 one kind of input is enough: the picture takes the focus once, the table opens without a pointer', () => {
      all(({ name }, text) => {
        expect(text.match(/class="picture" tabindex="0"/g), name).toHaveLength(1);
        expect(text, name).toContain('<summary>');
      });
    });

    test('6 what can be done is said', () => {
      all(({ name, view }, text) => {
        expect(text, name).toContain(`<summary>Data table: `);
        if (view.panelsHref !== '') expect(text, name).toContain('in panels, one for each program</a>');
      });
    });

    test('7 no control of the reader is taken over', () => {
      all(({ name }, text) =>
        expect(text, name).not.toMatch(/accesskey|tabindex="[1-9]|aria-hidden="true"|role="application"/),
      );
    });

    test('8 and 9 a title, what it asks, what it shows, where it comes from', () => {
      all(({ name, view }, text) => {
        expect(text, name).toMatch(/<figcaption>\s*<h3>[^<]+<\/h3>\s*<p class="question">[^<]+\?<\/p>/);
        expect(text, name).toContain('<p class="description">');
        expect(view.caption, name).toMatch(/\d{4}-\d{2}-\d{2}/);
        expect(view.table.caption, name).toContain(': ');
      });
    });

    test('10 plain words: questions of a ninth grade at most', () => {
      const questions = new Set(figures.map(({ view }) => view.question));
      // What stands before is the measure and its unit.
      for (const question of questions)
        expect(gradeOf(question.replace(/^.*is better\. /, '')), question).toBeLessThanOrEqual(9);
    });

    test('11 a table with heads for rows and columns', () => {
      all(({ name }, text) => {
        expect(text, name).toMatch(/<table class="numbers">\s*<caption>/);
        expect(text, name).toContain('<th scope="col">Program</th>');
        expect(text, name).toMatch(/<th scope="row">/);
        expect(text, name).toMatch(/<td data-v="[\d.e-]+">/);
      });
    });

    test('12 density: figures of many lines have panels of one each, or a row for each', () => {
      all(({ name, view }) => {
        const lines = view.svg.match(/class="l"/g)?.length ?? 0;
        const own = view.svg.includes('<use ');
        if (lines > 8 && !own) expect(view.panelsHref, name).not.toBe('');
      });
    });

    test('13 few stops to pass a figure by, four of them links, not one for each mark', () => {
      all(({ name, view }, text) => {
        expect(view.svg, name).not.toMatch(/tabindex|<a |focusable/);
        expect(text.match(/tabindex="0"|<a |<summary/g)?.length, name).toBeLessThanOrEqual(8);
      });
    });

    test("14 the reader's style: colors of the page, forced ones, paper", () => {
      all(({ name, view }) => expect(view.svg, name).not.toMatch(/#[0-9a-f]{6}|font-family/));
      expect(tokens).toMatch(/@media \(forced-colors: active\)[\s\S]*--hue-6: CanvasText/);
      expect(css).toMatch(/@media print[\s\S]*::details-content/);
    });
  });
}

/** Flesch and Kincaid's grade of a text, syllables counted as groups of vowels. */
function gradeOf(text: string): number {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const sentences = Math.max(1, text.match(/[.?!:]/g)?.length ?? 1);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  return Math.max(1, word.replace(/(?<=[^aeiou])e[ds]?$/, '').match(/[aeiouy]+/g)?.length ?? 1);
}
