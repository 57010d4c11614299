import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { regular, semibold } from '../../../../scripts/figures/svg/glyph-widths.ts';
import { textWidth } from '../../../../scripts/figures/svg/text-width.ts';
import { advanceWidths } from '../../../../scripts/tools/fonts/truetype.ts';
import { root } from '../../../support/project.ts';

const font = join(root, 'node_modules/@expo-google-fonts/source-sans-3');

describe.each([
  ['regular', regular, '400Regular/SourceSans3_400Regular.ttf'],
  ['semibold', semibold, '600SemiBold/SourceSans3_600SemiBold.ttf'],
] as const)('the widths of the %s face', (_name, table, file) => {
  test('are those of the font that the site ships', () => {
    const rows = table.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const));
    expect(rows.length).toBeGreaterThan(250);
    const widths = advanceWidths(
      readFileSync(join(font, file)),
      rows.map(([character]) => character.codePointAt(0) ?? 0),
    );
    expect(rows.map(([character], index) => [character, widths[index]])).toEqual(rows);
  });
});

describe('textWidth', () => {
  test.each<[string, string, number, unknown, number]>([
    ['nothing', '', 13, null, 0],
    ['a digit, as wide as any', '1', 1000, null, 497],
    ['two digits', '18', 1000, null, 994],
    ['grows with the size', '1', 500, null, 248.5],
    ['an unknown character is wide', '漢', 1000, null, 1000],
  ])('%s', (_name, text, size, weight, width) => {
    expect(textWidth(text, size, weight)).toBe(width);
  });

  test('is larger for semibold, whatever it is called', () => {
    const plain = textWidth('Tornado', 13, null);
    for (const weight of [600, '600', 'bold']) expect(textWidth('Tornado', 13, weight)).toBeGreaterThan(plain);
    expect(textWidth('Tornado', 13, 'normal')).toBe(plain);
  });
});
