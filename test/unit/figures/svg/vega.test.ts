import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../../../scripts/figures/svg/vega.ts';

const spec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  description: 'In words.',
  data: { values: Array.from({ length: 5 }, (_, index) => ({ a: index, b: index * index, c: 'One & <two>' })) },
  mark: { type: 'line', clip: true },
  encoding: {
    x: { field: 'a', type: 'quantitative', title: 'Attempted & <asked>' },
    y: { field: 'b', type: 'quantitative' },
    color: { field: 'c', type: 'nominal', legend: null },
  },
};

describe('drawSvg', () => {
  test('is one image that takes its size from its box', async () => {
    const svg = await drawSvg(spec, 'p');
    expect(svg).toMatch(/^<svg viewBox="0 0 [\d.]+ [\d.]+" xmlns="http:\/\/www.w3.org\/2000\/svg" role="img">/);
    expect(svg.match(/ role=/g)?.length).toBe(1);
    expect(svg).toMatch(/<\/svg>$/);
    expect(svg).not.toMatch(/aria-|font-family|pointer-events|<script|NaN/);
  });

  test('escapes the words of its data', async () => {
    const svg = await drawSvg(spec, 'p');
    expect(svg).toContain('Attempted &amp; &lt;asked&gt;');
    expect(svg).not.toContain('<asked>');
  });

  test('is the same in every drawing, at once and one after another', async () => {
    const first = await drawSvg(spec, 'p');
    await drawSvg({ ...spec, mark: { type: 'area', clip: true } }, 'q');
    expect(await drawSvg(spec, 'p')).toBe(first);
    expect(await Promise.all([drawSvg(spec, 'p'), drawSvg(spec, 'p')])).toEqual([first, first]);
  });

  test('has ids that no other figure has, and refers to its own', async () => {
    const ids = async (prefix: string) =>
      [...(await drawSvg(spec, prefix)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const [p, q] = [await ids('p'), await ids('q')];
    expect(p.length).toBeGreaterThan(0);
    expect(p.filter((id) => !id?.startsWith('p-'))).toEqual([]);
    expect(p.filter((id) => q.includes(id))).toEqual([]);
    const used = [...(await drawSvg(spec, 'p')).matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((id) => !p.includes(id))).toEqual([]);
  });

  test('does not change the specification that is published beside it', async () => {
    const before = JSON.stringify(spec);
    await drawSvg(spec, 'p');
    expect(JSON.stringify(spec)).toBe(before);
  });

  test.each<[string, object]>([
    ['data from elsewhere', { data: { url: 'https://tracker.example/a.csv' } }],
    ['data from a file', { data: { url: '/etc/passwd' } }],
    ['an unknown mark', { mark: 'blob' }],
    ['a log scale from zero', { encoding: { x: { ...spec.encoding.x, scale: { type: 'log', domain: [0, 1] } } } }],
  ])('throws rather than draw an empty picture: %s', async (_name, more) => {
    await expect(drawSvg({ ...spec, ...more }, 'p')).rejects.toThrow();
  });
});
