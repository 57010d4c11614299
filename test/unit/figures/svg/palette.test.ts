import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '../../../../scripts/figures/svg/palette.ts';
import { contrast, difference, visions } from '../../../support/color.ts';
import { root } from '../../../support/project.ts';

const papers: readonly (readonly [string, Palette])[] = [
  ['light', light],
  ['dark', dark],
];

describe.each(papers)('the %s palette', (_name, palette) => {
  const hues = palette.hues.slice(1);
  const pairs = hues.flatMap((left, index) => hues.slice(index + 1).map((right) => [left, right] as const));

  test('has six hues, and one for baselines', () => {
    expect(hues).toHaveLength(6);
    expect(pairs).toHaveLength(15);
  });

  test.each(visions)('keeps every two hues 15 apart (CIEDE2000) in %s vision', (vision) => {
    for (const [left, right] of pairs) {
      expect(difference(left, right, vision), `${left} and ${right}`).toBeGreaterThanOrEqual(15);
    }
  });

  test.each(visions)('keeps baselines 10 apart from every hue in %s vision', (vision) => {
    for (const hue of hues) expect(difference(hue, palette.hues[0] ?? '', vision), hue).toBeGreaterThanOrEqual(10);
  });

  test('contrasts: words by 4.5, lines of axes by 3', () => {
    for (const color of [...palette.hues, palette.ink, palette.soft]) {
      expect(contrast(color, palette.paper), color).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.rule, palette.paper)).toBeGreaterThanOrEqual(3);
  });
});

test('the tokens of the site say the same', () => {
  const tokens = readFileSync(join(root, 'site/styles/tokens.css'), 'utf8');
  const token = (name: string): readonly string[] => {
    const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(tokens);
    return [found?.[1] ?? '', found?.[2] ?? ''];
  };
  for (const index of light.hues.keys()) expect(token(`hue-${index}`)).toEqual([light.hues[index], dark.hues[index]]);
  for (const name of ['ink', 'soft', 'rule', 'grid'] as const) {
    expect(token(`chart-${name}`)).toEqual([light[name], dark[name]]);
  }
  expect(tokens).toContain('--chart-paper: var(--paper);');
  expect(token('paper')).toEqual([light.paper, dark.paper]);
});
