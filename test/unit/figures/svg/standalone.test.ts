import { describe, expect, test } from 'vitest';
import { dark, light } from '../../../../scripts/figures/svg/palette.ts';
import { inlineCss, standaloneSvg } from '../../../../scripts/figures/svg/standalone.ts';

const inline =
  '<svg class="chart" viewBox="0 0 600 400" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A &amp; B. Words."><g class="s h2 d3" data-s="a"><path class="l" d="M0 0l1 1"/></g></svg>';
const stock =
  '<svg viewBox="0 0 60 40" xmlns="http://www.w3.org/2000/svg" role="img"><path stroke="var(--hue-2)" fill="var(--chart-paper)"/></svg>';

describe('standaloneSvg', () => {
  test('light has literal colors and asks nobody', () => {
    const svg = standaloneSvg(inline, 'light');
    expect(svg).not.toMatch(/var\(|light-dark|@media|https?:(?!\/\/www\.w3\.org)/);
    expect(svg).toContain(`.h2{fill:${light.hues[2]};stroke:${light.hues[2]}}`);
    expect(svg).toContain(`.paper{fill:${light.paper}}`);
  });

  test('auto is light and turns dark with the reader', () => {
    const svg = standaloneSvg(inline, 'auto');
    const [bright = '', ...night] = svg.split('@media(prefers-color-scheme:dark)');
    expect(night).toHaveLength(2);
    expect(bright).toContain(light.hues[2]);
    expect(bright).not.toContain(dark.hues[2]);
    expect(night.join('')).toContain(dark.hues[2]);
    expect(svg).not.toContain('var(');
  });

  test('is as large as its box, has a ground and its words as a title', () => {
    const svg = standaloneSvg(inline, 'light');
    expect(svg).toMatch(
      /^<svg class="chart" viewBox="0 0 600 400"[^>]* width="600" height="400"><title>A &amp; B\. Words\.<\/title>/,
    );
    expect(svg).toContain('<rect class="paper" x="0" y="0" width="600" height="400"/>');
    expect(svg.endsWith('</g></svg>')).toBe(true);
  });

  test('puts colors in place of the tokens that the stock renderer leaves', () => {
    expect(standaloneSvg(stock, 'light')).toContain(`stroke="${light.hues[2]}" fill="${light.paper}"`);
  });
});

test('inline figures take every color from the page', () => {
  expect(inlineCss()).not.toMatch(/#[0-9a-f]{3}/);
  for (const hue of light.hues.keys()) expect(inlineCss()).toContain(`var(--hue-${hue})`);
});
