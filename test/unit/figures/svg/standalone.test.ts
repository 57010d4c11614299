import { describe, expect, test } from 'vitest';
import { type Drawing, inlineSvg } from '../../../../scripts/figures/svg/drawing.ts';
import { dark, light } from '../../../../scripts/figures/svg/palette.ts';
import { inlineCss, nestedSvg, standaloneSvg } from '../../../../scripts/figures/svg/standalone.ts';

const drawing: Drawing = {
  width: 600,
  height: 400,
  plot: { left: 45.2, top: 24, width: 480, height: 360, x: { type: 'linear', low: 0, high: 20_000 }, y: null },
  body: '<g class="s h2 d3" data-s="a"><path class="l" d="M0 0l1 1"/></g>',
  label: 'A & B. Words.',
};

describe('inlineSvg', () => {
  test('is one image with its words and its plot, in the colors of the page', () => {
    expect(inlineSvg(drawing)).toBe(
      `<svg class="chart" viewBox="0 0 600 400" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="A &amp; B. Words." data-plot="45.2 24 480 360" data-x="linear 0 20000">${drawing.body}</svg>`,
    );
  });

  test('says nothing of a plot or of words that it does not have', () => {
    expect(inlineSvg({ ...drawing, plot: null, label: '' })).toMatch(
      /^<svg class="chart" viewBox="0 0 600 400" xmlns="[^"]+" role="img"><g/,
    );
  });
});

describe('standaloneSvg', () => {
  test('light has literal colors and asks nobody', () => {
    const svg = standaloneSvg(drawing, 'light');
    expect(svg).not.toMatch(/var\(|light-dark|@media|https?:(?!\/\/www\.w3\.org)/);
    expect(svg).toContain(`.h2{fill:${light.hues[2]};stroke:${light.hues[2]}}`);
    expect(svg).toContain(`.paper{fill:${light.paper}}`);
  });

  test('auto is light and turns dark with the reader', () => {
    const svg = standaloneSvg(drawing, 'auto');
    const [bright = '', ...night] = svg.split('@media(prefers-color-scheme:dark)');
    expect(night).toHaveLength(2);
    expect(bright).toContain(light.hues[2]);
    expect(bright).not.toContain(dark.hues[2]);
    expect(night.join('')).toContain(dark.hues[2]);
    expect(svg).not.toContain('var(');
  });

  test('is as large as its box, has a ground and its words as a title', () => {
    const svg = standaloneSvg(drawing, 'light');
    expect(svg).toMatch(
      /^<svg class="chart" viewBox="0 0 600 400"[^>]* width="600" height="400"><title>A &amp; B\. Words\.<\/title>/,
    );
    expect(svg).toContain('<rect class="paper" x="0" y="0" width="600" height="400"/>');
    expect(svg.endsWith('</g></svg>')).toBe(true);
  });
});

test('nestedSvg stands at its place and leaves the words to the picture around it', () => {
  const svg = nestedSvg(drawing, 'light', 16, 70);
  expect(svg).toMatch(/^<svg class="chart" [^>]* width="600" height="400" x="16" y="70" overflow="visible"><style>/);
  expect(svg).not.toMatch(/<title>|role=|aria-label=/);
});

test('inline figures take every color from the page', () => {
  expect(inlineCss()).not.toMatch(/#[0-9a-f]{3}/);
  for (const hue of light.hues.keys()) expect(inlineCss()).toContain(`var(--hue-${hue})`);
});
