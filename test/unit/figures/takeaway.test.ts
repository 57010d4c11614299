import { describe, expect, test } from 'vitest';
import type { ChartDefinition } from '../../../scripts/domain/chart.ts';
import type { RunReport } from '../../../scripts/domain/report.ts';
import { chartData } from '../../../scripts/figures/chart.ts';
import { narrowChart } from '../../../scripts/figures/narrow.ts';
import { outstandingOf } from '../../../scripts/figures/outstanding.ts';
import type { ChartPoint } from '../../../scripts/figures/points.ts';
import { classRows } from '../../../scripts/figures/rows.ts';
import { narrow, shorten, widestOf } from '../../../scripts/figures/size.ts';
import { subtitleOf, takeawayOf } from '../../../scripts/figures/takeaway.ts';
import {
  benchmark,
  benchmarkReportOf,
  plainChart,
  runOf,
  stepOf,
  summarizeSweep,
  sweepOf,
} from '../../support/samples.ts';

const chart: ChartDefinition = {
  ...{ id: 'a', template: 'lines', title: 'Achieved', question: 'How many?', measure: 'achieved' },
  ...plainChart,
};
const saturation: ChartDefinition = { ...chart, template: 'saturation', kind: 'saturation', measure: 'rate' };

/** A run in which each program answers at most some rate. */
function runReport(
  peaks: Readonly<Record<string, number>>,
  classes: Readonly<Record<string, string>> = {},
  repeats: readonly number[] = [1, 2],
): RunReport {
  const run = runOf('one', '2026-01-01');
  const sweeps = Object.entries(peaks).map(([id, peak]) => {
    const steps = [500, 1000, 2000].flatMap((rate) =>
      repeats.map((repeat) => stepOf(rate, repeat, Math.min(rate, peak))),
    );
    return { ...sweepOf(steps, id), label: id, class: classes[id] ?? null };
  });
  return { run, sweeps: sweeps.map((sweep) => summarizeSweep(sweep, run, benchmark)) };
}
const dataOf = (definition: ChartDefinition, run: RunReport) =>
  chartData(definition, benchmarkReportOf(benchmark, [run]), run);
const pointOf = (series: string, value: number, more: Partial<ChartPoint> = {}): ChartPoint => ({
  ...{ series, label: series, axis: 1, value, low: value, high: value, disturbed: false },
  ...more,
});

describe('the title of a chart', () => {
  test('names the one that saturates last, or all that hold the most', () => {
    expect(takeawayOf(dataOf(saturation, runReport({ birch: 1000, alder: 500 })))).toMatch(
      /^birch holds most: 1,000\/s/,
    );
    expect(takeawayOf(dataOf(saturation, runReport({ birch: 2000, alder: 2000 })))).toBe(
      'All 2 programs hold at least 2,000/s',
    );
  });

  test('follows the direction of its measure, at the last step of all', () => {
    const run = runReport({ birch: 1500, alder: 800 });
    const data = dataOf(chart, run);
    expect(takeawayOf({ ...data, measure: { ...data.measure, better: 'higher' } })).toBe(
      'At 2,000/s, birch is highest: 1,500/s',
    );
    expect(takeawayOf({ ...data, measure: { ...data.measure, better: 'lower' } })).toBe(
      'At 2,000/s, alder is lowest: 800/s',
    );
    expect(takeawayOf({ ...data, measure: { ...data.measure, better: null } })).toBe('');
  });

  test('names nobody where there is one repeat, which would never tie', () => {
    const data = dataOf(chart, runReport({ birch: 1500, alder: 800 }, {}, [1]));
    expect(takeawayOf({ ...data, measure: { ...data.measure, better: 'higher' } })).toBe('');
  });

  test('does not name one of several whose repeats overlap', () => {
    const data = dataOf(chart, runReport({ birch: 1500, alder: 800, cedar: 700 }));
    const near = [
      pointOf('birch', 10, { axis: 2000, low: 8, high: 12 }),
      pointOf('alder', 9, { axis: 2000, low: 7, high: 11 }),
      pointOf('cedar', 1, { axis: 2000 }),
    ];
    const measure = { ...data.measure, better: 'higher' as const };
    expect(takeawayOf({ ...data, points: near, measure })).toMatch(
      /^birch and alder are highest, not told apart: about /,
    );
    expect(takeawayOf({ ...data, points: near.slice(0, 2), measure })).toBe('');
  });

  test('ranks no class against another', () => {
    const run = runReport({ birch: 1000, alder: 500, cedar: 2000 }, { birch: 'HTTP', alder: 'HTTP', cedar: 'TCP' });
    expect(takeawayOf(dataOf(saturation, run))).toMatch(
      /^HTTP: birch holds most: 1,000\/s.*; TCP: cedar holds most: at least 2,000\/s$/,
    );
  });

  test('is followed by measure, unit and direction', () => {
    expect(subtitleOf({ ...dataOf(chart, runReport({ birch: 1 })), better: 'lower' })).toMatch(
      /, \/s\)?; lower is better\.$/,
    );
  });
});

test('rows stand class by class below its name', () => {
  const points = [pointOf('a', 1, { group: 'HTTP' }), pointOf('b', 3), pointOf('c', 2, { group: 'HTTP' })];
  expect(classRows(points, 'higher')).toEqual({
    rows: ['class HTTP', 'c', 'a', 'class Other', 'b'],
    classes: [
      { row: 'class HTTP', text: 'HTTP' },
      { row: 'class Other', text: 'Other' },
    ],
  });
  expect(classRows(points.slice(1, 2), 'higher').classes).toEqual([]);
});

test('of many lines the best three and the worst stand out, by the direction of the measure', () => {
  const points = 'abcdefgh'.split('').map((series, index) => pointOf(series, index));
  expect(outstandingOf({ kind: 'steps' }, points, 'higher')).toEqual(['h', 'g', 'f', 'a']);
  expect(outstandingOf({ kind: 'steps' }, points, 'lower')).toEqual(['a', 'b', 'c', 'h']);
  expect(outstandingOf({ kind: 'steps' }, points.slice(0, 6), 'higher')).toEqual([]);
});

describe('the drawing for narrow pages', () => {
  const many = runReport(Object.fromEntries('abcdefghijklmnop'.split('').map((id, index) => [id, 500 + index * 90])));

  test('has a panel for each of many lines, but no more than a reader scrolls through', () => {
    const { template, bindings } = narrowChart(dataOf(chart, many), '');
    const series = new Set(bindings.datasets['steps']?.map((row) => (row as { series: string }).series));
    expect(template).toBe('panels');
    expect(series.size).toBe(12);
  });

  test('keeps few lines as they are, and its names short enough for a phone', () => {
    const { template, bindings } = narrowChart(dataOf(chart, runReport({ ['x'.repeat(100)]: 500, b: 900 })), '');
    expect(template).toBe('lines');
    expect(Number(bindings.values['width'])).toBeGreaterThanOrEqual(130);
  });

  test('cuts no name that fits', () => {
    expect(shorten('Tornado', narrow.nameWidth)).toBe('Tornado');
    const cut = shorten('W'.repeat(100), narrow.nameWidth);
    expect(cut.endsWith('W…')).toBe(true);
    expect(widestOf([cut], 600)).toBeLessThanOrEqual(narrow.nameWidth);
  });
});
