import { describe, expect, test } from 'vitest';
import { drawChart } from '../../../../scripts/figures/svg/vega.ts';

const spec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  description: 'In words.',
  data: { values: Array.from({ length: 5 }, (_, index) => ({ a: index, b: index * index, c: 'One & <two>' })) },
  mark: { type: 'line' },
  config: { view: { stroke: null } },
  encoding: {
    x: { field: 'a', type: 'quantitative', title: 'Attempted & <asked>' },
    y: { field: 'b', type: 'quantitative' },
    color: { field: 'c', type: 'nominal', legend: null },
  },
};

describe('drawChart', () => {
  test('is a value that has its size, its plot and its scales', async () => {
    const { width, height, plot, body } = await drawChart(spec, 'p');
    expect([width, height].every(Number.isInteger)).toBe(true);
    expect(plot).toMatchObject({ x: { type: 'linear', low: 0, high: 4 }, y: { type: 'linear', low: 0, high: 16 } });
    expect((plot?.left ?? 0) + (plot?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(body).not.toMatch(/aria-|font-family|<script|<svg|NaN/);
  });

  test('has no plot where there is nothing for a script to follow', async () => {
    expect((await drawChart({ ...spec, usermeta: { fixed: true } }, 'p')).plot).toBeNull();
  });

  test('escapes the words of its data', async () => {
    const { body } = await drawChart(spec, 'p');
    expect(body).toContain('Attempted &amp; &lt;asked&gt;');
    expect(body).not.toContain('<asked>');
  });

  test('is the same in every drawing, at once and one after another', async () => {
    const first = await drawChart(spec, 'p');
    await drawChart({ ...spec, mark: { type: 'area' } }, 'q');
    expect(await drawChart(spec, 'p')).toEqual(first);
    expect(await Promise.all([drawChart(spec, 'p'), drawChart(spec, 'p')])).toEqual([first, first]);
  });

  test('does not change the specification that is published beside it', async () => {
    const before = JSON.stringify(spec);
    await drawChart(spec, 'p');
    expect(JSON.stringify(spec)).toBe(before);
  });

  test.each<[string, object]>([
    ['data from elsewhere', { data: { url: 'https://tracker.example/a.csv' } }],
    ['data from a file', { data: { url: '/etc/passwd' } }],
    ['an unknown mark', { mark: 'blob' }],
    ['a log scale from zero', { encoding: { x: { ...spec.encoding.x, scale: { type: 'log', domain: [0, 1] } } } }],
  ])('throws rather than draw an empty picture: %s', async (_name, more) => {
    await expect(drawChart({ ...spec, ...more }, 'p')).rejects.toThrow();
  });
});
