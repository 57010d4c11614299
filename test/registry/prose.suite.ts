import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../support/built-site.ts';

/** Pages of prose that quote runs: every number in them is in the data, every directive gave something. */
export function describeProse(open: () => Promise<BuiltSite>): void {
  let site: BuiltSite;
  let pages: readonly (readonly [string, string])[];
  beforeAll(async () => {
    site = await open();
    pages = site.effects.files
      .list('site/pages')
      .map((file) => [file, textOf(file)] as const)
      .filter(([, text]) => text.includes(':value{'));
  });
  const textOf = (file: string): string => Buffer.from(site.effects.files.read(file)).toString('utf8');

  describe('prose that quotes a run', () => {
    test('has no number in its sentences that its runs and their benchmarks do not have', () => {
      for (const [file, text] of pages) {
        const named = [...text.matchAll(/run="?([a-z0-9-]+)\/[a-z0-9-]+/g)].map(([, benchmark = '']) => benchmark);
        const sources = [...new Set(named)]
          .flatMap((benchmark) => site.effects.files.list(`data/${benchmark}`))
          .map((source) => (source.endsWith('.csv') ? textOf(source) : withoutCommas(textOf(source))));
        const sentences = withoutCommas(text).replaceAll(/:{1,2}[a-z]+\{[^}]*\}|\]\([^)]*\)/g, '');
        const unknown = [...sentences.matchAll(/\d+(?:\.\d+)?/g)]
          .map(([number]) => new RegExp(`(?<![\\d.])${number}(?![\\d.]\\d)`))
          .filter((number) => !sources.some((source) => number.test(source)));
        expect(unknown, file).toEqual([]);
      }
    });

    test('shows figures and numbers in place of its directives', () => {
      for (const [file, text] of pages) {
        const page = site.texts.get(`${file.replace(/^site\/pages\/|\.md$/g, '')}/index.html`) ?? '';
        expect(page, file).not.toMatch(/[\u{e000}\u{e001}]|:value|::figure|not measured\b(?!<)/u);
        const figures = page.match(/<figure class="figure"/g)?.length ?? 0;
        expect(figures, file).toBe(text.match(/^::(?:figure|saturation)\{/gm)?.length ?? 0);
      }
    });
  });
}

/** Numbers as data has them: `12000` for `12,000`. */
function withoutCommas(text: string): string {
  return text.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}
