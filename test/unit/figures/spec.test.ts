import { describe, expect, test } from 'vitest';
import type { ChartDefinition, SeriesStyle } from '../../../scripts/domain/chart.ts';
import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import type { Step } from '../../../scripts/domain/run.ts';
import { allSeriesStyles } from '../../../scripts/domain/series-style.ts';
import { chartData } from '../../../scripts/figures/chart.ts';
import { bindTemplate, chartBindings, compileChartTemplates, titleOf } from '../../../scripts/figures/spec.ts';
import {
  benchmark,
  benchmarkReportOf,
  measureOf as newMeasure,
  plainChart,
  runOf,
  stepOf,
  summarizeSweep,
  sweepOf,
} from '../../support/samples.ts';

const chart: ChartDefinition = {
  ...{ id: 'achieved', template: 'lines', title: 'Achieved', question: 'How many?', measure: 'achieved' },
  ...plainChart,
};
const log: ChartDefinition = { ...chart, scale: 'log' };

function runReport(...sweeps: readonly (readonly Step[])[]): RunReport {
  const run = runOf('one', '2026-01-01');
  const named = sweeps.map((steps, index) => sweepOf(steps, `sweep-${index + 1}`));
  return { run, sweeps: named.map((sweep) => summarizeSweep(sweep, run, benchmark)) };
}
const reportOf = (run: RunReport) => benchmarkReportOf(benchmark, [run]);
function bind(template: object, definition: ChartDefinition, run: RunReport, more: Bound = {}) {
  const { report = reportOf(run), description = 'In words.' } = more;
  const templates = compileChartTemplates([{ file: 'templates/charts/one.vl.json', text: JSON.stringify(template) }]);
  return bindTemplate(templates, 'one', chartBindings(chartData(definition, report, run), description));
}
interface Bound {
  readonly report?: BenchmarkReport;
  readonly description?: string;
}
const everything = { layer: ['steps', 'marks', 'ideal', 'labels', 'ties', 'keys'].map((name) => ({ data: { name } })) };
const datasets = (definition: ChartDefinition, run: RunReport) =>
  bind(everything, definition, run)['datasets'] as Readonly<Record<string, readonly Record<string, unknown>[]>>;

describe('bindTemplate', () => {
  const run = runReport([stepOf(500, 1, 500), stepOf(1000, 1, 1000)], [stepOf(500, 1, 100), stepOf(1000, 1, 10)]);

  test('puts values in place of names, everywhere in a template, and leaves the rest', () => {
    const template = { a: '$axisTitle', b: [{ c: '$series' }, '$unknown', 5, null], $schema: 'x', d: '$constructor' };
    const { datasets: _datasets, usermeta: _styles, ...bound } = bind(template, chart, run);
    expect(bound).toEqual({
      a: 'rate, /s',
      b: [{ c: ['sweep-1', 'sweep-2'] }, '$unknown', 5, null],
      $schema: 'x',
      d: '$constructor',
    });
  });

  test('does not read a value as a template', () => {
    const bound = bind({ a: '$description' }, chart, run, { description: '$series' });
    expect(bound['a']).toBe('$series');
  });

  test('gives a template the datasets that it reads, and no other', () => {
    expect(Object.keys(bind({ layer: [{ data: { name: 'steps' } }] }, chart, run)['datasets'] as object)).toEqual([
      'steps',
    ]);
  });

  test('of a template that is not there is a mistake of ours', () => {
    const bindings = chartBindings(chartData(chart, reportOf(run), run), '');
    expect(() => bindTemplate(new Map(), 'pie', bindings)).toThrow('templates/charts/pie.vl.json');
  });

  test('draws the line of equality only where asked', () => {
    expect(datasets(chart, run)['ideal']).toEqual([]);
    expect(datasets({ ...chart, ideal: true }, run)['ideal']).toEqual([
      { axis: 0, value: 0 },
      { axis: 1000, value: 1000 },
    ]);
  });

  test.each([
    ['linear from zero', chart, [0, 1000]],
    ['logarithmic from the decade below', log, [10, 1000]],
  ])('has a domain: %s', (_name, definition, domain) => {
    expect(bind({ a: '$measureDomain' }, definition, run)['a']).toEqual(domain);
  });

  test('of zeros alone still has a domain', () => {
    const zeros = runReport([stepOf(500, 1, 0)]);
    expect(bind({ a: '$measureDomain' }, chart, zeros)['a']).toEqual([0, 1]);
  });

  test('gives each of many series its own look, the one that was assigned', () => {
    const many = runReport(...Array.from({ length: 24 }, () => [stepOf(500, 1, 5)]));
    const seriesStyles = new Map(
      many.sweeps.map(({ sweep }, index) => [sweep.id, allSeriesStyles[index + 4] as SeriesStyle]),
    );
    const template = { colors: '$colors', dashes: '$dashes', shapes: '$shapes' };
    const bound = bind(template, chart, many, { report: { ...reportOf(many), seriesStyles } });
    const [colors, dashes, shapes] = ['colors', 'dashes', 'shapes'].map((key) => bound[key] as readonly unknown[]);
    expect(new Set(colors?.map((color, index) => JSON.stringify([color, dashes?.[index]]))).size).toBe(24);
    expect(new Set(colors?.map((color, index) => JSON.stringify([color, shapes?.[index]]))).size).toBe(24);
  });
});

describe('labels', () => {
  test('stand at the end of each line and do not cover each other', () => {
    const run = runReport(...[500, 500, 499, 20].map((value) => [stepOf(500, 1, 1), stepOf(1000, 1, value)]));
    const labels = datasets(chart, run)['labels'] ?? [];
    expect(labels.map(({ series }) => series)).toEqual(['sweep-1', 'sweep-2', 'sweep-3', 'sweep-4']);
    const heights = labels.map(({ labelY }) => Number(labelY)).sort((a, b) => a - b);
    for (const [index, height] of heights.entries()) {
      const before = heights[index - 1];
      if (before !== undefined) expect(height - before).toBeGreaterThanOrEqual(14.98);
    }
  });

  test.each([
    ['one value', chart, runReport([stepOf(500, 1, 5)])],
    ['one value, logarithmic', log, runReport([stepOf(500, 1, 5)])],
    ['a power of ten, logarithmic', log, runReport([stepOf(500, 1, 1000)])],
    ['one, logarithmic', log, runReport([stepOf(500, 1, 1)])],
    ['less than one, logarithmic', log, runReport([stepOf(500, 1, 0.004)])],
    ['an axis at zero', chart, runReport([stepOf(0, 1, 5)])],
    ['zeros', chart, runReport([stepOf(500, 1, 0)])],
  ])('have finite places: %s', (_name, definition, run) => {
    const places = (datasets(definition, run)['labels'] ?? []).flatMap(({ endX, endY, labelX, labelY }) => [
      ...[endX, endY, labelX, labelY],
    ]);
    expect(places.length).toBe(4);
    expect(places.filter((place) => !Number.isFinite(place))).toEqual([]);
  });
});

describe('measures', () => {
  test.each([
    ['/s', 'm, /s'],
    ['ms', 'm, ms'],
    ['', 'm'],
    ['share', 'm'],
  ])('of unit `%s` are titled %s', (unit, title) => {
    expect(titleOf(newMeasure('m', unit))).toBe(title);
  });

  test('that are not there are a mistake of ours', () => {
    expect(() => measureOf(reportOf(runReport()), 'speed')).toThrow('speed');
  });
});
