import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../scripts/build.ts';
import type { ChartDefinition, ChartSpec, SeriesStyle } from '../../../../scripts/domain/chart.ts';
import type { RunReport } from '../../../../scripts/domain/report.ts';
import type { Step } from '../../../../scripts/domain/run.ts';
import { allSeriesStyles } from '../../../../scripts/domain/series-style.ts';
import { chartData } from '../../../../scripts/figures/chart.ts';
import { bindTemplate, chartBindings, compileChartTemplates } from '../../../../scripts/figures/spec.ts';
import { inlineSvg } from '../../../../scripts/figures/svg/drawing.ts';
import { drawChart } from '../../../../scripts/figures/svg/vega.ts';
import { inMemory } from '../../../support/project.ts';
import {
  benchmark,
  benchmarkReportOf,
  plainChart,
  runOf,
  stepOf,
  summarizeSweep,
  sweepOf,
} from '../../../support/samples.ts';

const templates = compileChartTemplates(check(inMemory({})).loaded.kit.templates);
const drawSvg = async (spec: ChartSpec, prefix: string): Promise<string> =>
  inlineSvg({ ...(await drawChart(spec, prefix)), label: '' });
const chart: ChartDefinition = {
  ...{ id: 'achieved', template: 'lines', title: 'Achieved', question: 'How many?', measure: 'achieved' },
  ...plainChart,
  ideal: true,
};
const names = ['Tornado', 'Twisted', 'gevent', 'Eventlet', 'Concurrence', 'circuits', 'Cogen', 'Diesel', 'Fibra'];
const labels = [...names, 'Kamaelia', 'multitask', 'Orbited', 'Weightless', 'libevent (pyevent)'];

/** Fourteen series of 87 steps each, as in the post of 2009: rising, bent at different rates, a little uneven. */
function sampleRun(series: number, steps: number): RunReport {
  const run = runOf('one', '2026-01-01');
  const sweeps = Array.from({ length: series }, (_, index) => {
    const bend = 900 + index * 590;
    const rows = Array.from({ length: steps }, (_, at): Step => {
      const rate = 400 + at * 100;
      const over = Math.max(0, rate - bend);
      return stepOf(
        rate,
        1,
        Math.min(rate, bend) + over * 0.1 * Math.sin(at * 1.7 + index) + ((at * 7 + index * 13) % 11),
      );
    });
    return { ...sweepOf(rows, `sweep-${index + 1}`), label: labels[index % labels.length] ?? '' };
  });
  return { run, sweeps: sweeps.map((sweep) => summarizeSweep(sweep, run, benchmark)) };
}

function bind(run: RunReport, more: Partial<ChartDefinition> = {}): ChartSpec {
  const definition = { ...chart, ...more };
  const seriesStyles = new Map(
    run.sweeps.map(({ sweep }, index) => [sweep.id, allSeriesStyles[index + 4] as SeriesStyle]),
  );
  const data = chartData(definition, benchmarkReportOf(benchmark, [run], seriesStyles), run);
  return bindTemplate(templates, definition.template, chartBindings(data, 'In words.'));
}

describe('a figure of fourteen series with 87 steps', () => {
  const spec = bind(sampleRun(14, 87));

  test('takes at most 14 kB, and 3 kB on the wire', async () => {
    const svg = await drawSvg(spec, 'p');
    expect(svg).toMatch(/^<svg class="chart"/);
    expect(svg.match(/ data-s="/g)).toHaveLength(14);
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(14_000);
    expect(brotliCompressSync(svg).byteLength).toBeLessThanOrEqual(3_000);
  });

  test('is the same in every drawing', async () => {
    const first = await drawSvg(spec, 'p');
    await drawSvg(bind(sampleRun(3, 5)), 'q');
    expect(await drawSvg(spec, 'p')).toBe(first);
  });

  test('keeps every step in its lines and marks some', async () => {
    const svg = await drawSvg(spec, 'p');
    const lines = [...svg.matchAll(/<path class="l" d="M([^"]+)"/g)].map(([, data]) => data ?? '');
    expect(lines).toHaveLength(14);
    for (const data of lines) expect(data.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)).toHaveLength(2 * 87);
    const markers = [...svg.matchAll(/<path class="m" d="([^"]+)"/g)].map(([, data]) => data?.match(/z/g)?.length);
    expect(markers).toHaveLength(14);
    for (const count of markers) expect(count).toBeLessThanOrEqual(7);
  });
});

describe('a figure', () => {
  test('holds everything of a series in one group of its look', async () => {
    const svg = await drawSvg(bind(sampleRun(2, 4)), 'p');
    const groups = [...svg.matchAll(/<g class="(s [^"]+)" data-s="([^"]+)">(.*?)<\/g>/g)];
    expect(groups.map(([, seriesStyle, series]) => [seriesStyle, series])).toEqual([
      ['s h1 d1', 'sweep-1'],
      ['s h1 d2', 'sweep-2'],
    ]);
    for (const [, , , inside = ''] of groups) {
      expect([...inside.matchAll(/class="([a-z])/g)].map(([, part]) => part)).toEqual(['l', 'm', 'k', 'n']);
    }
    expect(svg.replaceAll(/<g class="s .*?<\/g>/g, '')).not.toMatch(/Tornado|Twisted/);
  });

  test('says where its plot is and what its scales mean', async () => {
    const svg = await drawSvg(bind(sampleRun(2, 4)), 'p');
    const [, left, top, width, height] = /data-plot="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
    expect([width, height]).toEqual(['483', '360']);
    expect(svg).toMatch(/ data-x="linear 0 700" data-y="linear 0 [\d.]+"/);
    // The first step of the first line stands where scale and plot say: 400 of 700 across, 400 and its unevenness high.
    const [, x, y] = /data-s="sweep-1"><path class="l" d="M([\d.]+) ([\d.]+)/.exec(svg) ?? [];
    const domain = Number(/data-y="linear 0 ([\d.]+)"/.exec(svg)?.[1]);
    expect(Number(x)).toBeCloseTo(Number(left) + (400 / 700) * 483, 0);
    expect(Number(y)).toBeCloseTo(Number(top) + (1 - 400 / domain) * 360, 0);
  });

  test('draws the ideal once, and names it', async () => {
    const svg = await drawSvg(bind(sampleRun(3, 4)), 'p');
    expect(svg.match(/<g class="i">/g)).toHaveLength(1);
    expect(svg).toContain('achieved = rate');
    expect(await drawSvg(bind(sampleRun(3, 4), { ideal: false }), 'p')).not.toContain('class="i"');
  });

  test('emphasizes the named series and grays the others below them, which keep their look for the script', async () => {
    const svg = await drawSvg(bind(sampleRun(3, 4), { emphasis: ['sweep-2'] }), 'p');
    expect([...svg.matchAll(/<g class="(s [^"]+)"/g)].map(([, seriesStyle]) => seriesStyle)).toEqual([
      's h1 d1 c',
      's h1 d3 c',
      's h1 d2',
    ]);
    const unknown = await drawSvg(bind(sampleRun(3, 4), { emphasis: ['another'] }), 'p');
    expect(unknown).not.toMatch(/ c" data-s/);
  });

  test('has hollow markers where steps are disturbed', async () => {
    const run = runOf('one', '2026-01-01');
    const sweep = sweepOf([stepOf(1, 1, 1), stepOf(2, 1, 2, 'disturbed')], 'one');
    const svg = await drawSvg(bind({ run, sweeps: [summarizeSweep(sweep, run, benchmark)] }), 'p');
    expect(svg.match(/<path class="m" /g)).toHaveLength(1);
    expect(svg.match(/<path class="m o" /g)).toHaveLength(1);
  });

  test('copes with an irregular grid and with series that end early', async () => {
    const run = runOf('one', '2026-01-01');
    const short = sweepOf([stepOf(1, 1, 1), stepOf(7, 1, 6)], 'short');
    const long = sweepOf([stepOf(2, 1, 2), stepOf(3, 1, 3), stepOf(50, 1, 40)], 'long');
    const svg = await drawSvg(
      bind({ run, sweeps: [short, long].map((one) => summarizeSweep(one, run, benchmark)) }),
      'p',
    );
    expect(svg).toContain('data-x="linear 0 50"');
    const counts = [...svg.matchAll(/<path class="l" d="([^"]+)"/g)].map(
      ([, data]) => data?.match(/-?[\d.]+/g)?.length,
    );
    expect(counts).toEqual([4, 6]);
  });

  test('of small panels draws what they share once', async () => {
    const svg = await drawSvg(bind(sampleRun(9, 10), { template: 'panels' }), 'p');
    expect(svg.match(/<use /g)).toHaveLength(9);
    expect([...svg.matchAll(/<path id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['p-1']);
    expect(svg.match(/href="#p-1"/g)).toHaveLength(9);
    for (const label of labels.slice(0, 9)) expect(svg).toContain(`>${label}</text>`);
  });

  test('escapes words and ids of its data', async () => {
    const run = runOf('one', '2026-01-01');
    const sweep = { ...sweepOf([stepOf(1, 1, 1)], 'a'), label: '<script>&"' };
    const svg = await drawSvg(bind({ run, sweeps: [summarizeSweep(sweep, run, benchmark)] }), 'p');
    expect(svg).toContain('&lt;script&gt;&amp;&quot;');
    expect(svg).not.toContain('<script');
  });
});

describe('marks', () => {
  const data = { values: [1, 2, 3].map((a) => ({ a, b: a * a, c: 'one' })) };
  const encoding = { x: { field: 'a', type: 'quantitative' }, y: { field: 'b', type: 'quantitative' } };
  const draw = (mark: object | string, more: object = {}) =>
    drawSvg(
      {
        $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
        data,
        config: { view: { stroke: null } },
        mark,
        encoding,
        ...more,
      },
      'p',
    );

  test.each(['line', 'rule', 'point', 'area', 'bar', 'rect', 'square'])('%s is drawn compactly', async (mark) => {
    const svg = await draw(mark);
    expect(svg).toMatch(/^<svg class="chart"/);
    expect(svg).not.toMatch(/NaN|undefined|transform="translate/);
  });

  test.each<[string, object | string, object]>([
    ['an image', { type: 'image', url: 'data:,' }, {}],
    ['an arc', { type: 'arc', radius: 5 }, {}],
    ['a trail', 'trail', {}],
    ['something clipped', { type: 'line', clip: true }, {}],
    ['a framed view', 'line', { config: { view: { stroke: 'red' } } }],
    ['a marker of another shape', { type: 'point', shape: 'cross' }, {}],
  ])('%s is refused', async (_name, mark, more) => {
    await expect(draw(mark, more)).rejects.toThrow('which figures do not have');
  });

  test('in colors of their own keep them', async () => {
    expect(await draw({ type: 'bar', color: '#123456' })).toContain('fill="#123456"');
    expect(await draw({ type: 'line', color: '#123456', strokeDash: [4, 1], opacity: 0.5 })).toMatch(
      /fill="none" stroke="#123456" stroke-width="2" stroke-dasharray="4 1" opacity="0.5"/,
    );
  });
});
