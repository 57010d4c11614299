import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../scripts/domain/benchmark.ts';
import type { ChartDefinition } from '../../../scripts/domain/chart.ts';
import type { RunReport } from '../../../scripts/domain/report.ts';
import type { Run, Step } from '../../../scripts/domain/run.ts';
import { chartData } from '../../../scripts/figures/chart.ts';
import { chartPoints } from '../../../scripts/figures/points.ts';
import { rowOrder, tieRows } from '../../../scripts/figures/rows.ts';
import { describeChart } from '../../../scripts/figures/sentence.ts';
import { tableOf } from '../../../scripts/figures/table.ts';
import {
  benchmark,
  benchmarkReportOf,
  measureOf,
  plainChart,
  plainStep,
  runOf,
  summarizeSweep,
  sweepOf,
} from '../../support/samples.ts';

/** The sample benchmark with two measures of time and one of memory. */
const knocks: Benchmark = {
  ...benchmark,
  measures: [...benchmark.measures, measureOf('usual', 'ms'), measureOf('slow', 'ms'), measureOf('memory', 'KiB')],
};
const base: ChartDefinition = {
  ...{ id: 'a', template: 'lines', title: 'Achieved', question: 'How many?', measure: 'achieved' },
  ...plainChart,
};
const kinds = {
  steps: base,
  banded: { ...base, measure: 'usual', band: 'slow', scale: 'log' },
  saturation: { ...base, measure: 'rate', kind: 'saturation' },
  peaks: { ...base, kind: 'peaks', against: { measure: 'memory', scale: 'log' } },
  level: { ...base, measure: 'usual', kind: 'level', at: 200, beside: ['slow'] },
} as const satisfies Record<string, ChartDefinition>;

function step(axis: number, achieved: number, usual: number, slow: number, memory: number, repeat = 1): Step {
  const values = { repeat, rate: axis, achieved, answered: achieved / axis, usual, slow, memory };
  return { ...plainStep(axis, repeat), values: new Map(Object.entries(values)) };
}

const columns = ['repeat', 'rate', 'achieved', 'answered', 'usual', 'slow', 'memory'];
const steps: Readonly<Record<string, readonly Step[]>> = {
  alder: [step(100, 100, 1, 5, 900), step(200, 150, 2, 60, 1000)],
  birch: [step(100, 100, 1, 4, 400), step(200, 200, 1.5, 9, 500), step(300, 290, 0, 30, 600)],
  cedar: [
    ...[step(100, 100, 3, 4, 400), step(200, 120, 3, 9, 500)],
    ...[step(100, 100, 3, 4, 400, 2), step(200, 160, 5, 11, 700, 2)],
  ],
};

function runReport(more: Partial<Run> = {}): RunReport {
  const run = runOf('one', '2026-01-01', more);
  const sweeps = Object.entries(steps).map(([id, own]) => ({ ...sweepOf(own, id), columns, label: id.toUpperCase() }));
  return { run, sweeps: sweeps.map((sweep) => summarizeSweep(sweep, run, knocks)) };
}
const dataOf = (chart: ChartDefinition, run = runReport()) => chartData(chart, benchmarkReportOf(knocks, [run]), run);
const table = (chart: ChartDefinition, run = runReport()) => {
  const { columns: head, rows } = tableOf(dataOf(chart, run));
  return [head.map(({ text }) => text), ...rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])];
};
const text = (chart: ChartDefinition, run = runReport()) => describeChart(dataOf(chart, run));

describe('the table of', () => {
  test('steps has a column for each value of the axis', () => {
    expect(table(kinds.steps)).toEqual([
      ['100/s', '200/s', '300/s'],
      ['ALDER', '100/s', '150/s', ''],
      ['BIRCH', '100/s', '200/s', '290/s'],
      ['CEDAR', '100/s', '140/s (120–160)', ''],
    ]);
  });

  test('steps with a band tells its end too, and leaves a number to what is drawn only', () => {
    const { rows, note } = tableOf(dataOf(kinds.banded));
    expect(note).toContain('behind the stroke: slow');
    expect(rows[1]?.cells).toEqual([
      { text: '1 ms / 4 ms', value: '1', rank: '' },
      { text: '1.5 ms / 9 ms', value: '1.5', rank: '' },
      // Nothing is drawn of a zero on a logarithmic scale, so that no script may take it for a point.
      { text: '0 ms', value: '', rank: '' },
    ]);
  });

  test('steps is the drawn points, in order', () => {
    for (const chart of [kinds.steps, kinds.banded]) {
      const points = chartPoints(runReport(), chart).map(({ series, value }) => [series, String(value)]);
      const { rows } = tableOf(dataOf(chart));
      expect(
        rows.flatMap(({ id, cells }) => cells.flatMap(({ value }) => (value === '' ? [] : [[id, value]]))),
      ).toEqual(points);
    }
  });

  test('saturation has the value and the interval', () => {
    expect(table(kinds.saturation)).toEqual([
      ['Saturation', 'Interval'],
      ['BIRCH', '200/s', '200–300'],
      ['ALDER', '100/s', '100–200'],
      ['CEDAR', '100/s', '100–200'],
    ]);
  });

  test('peaks has both measures and the step', () => {
    expect(table(kinds.peaks)).toEqual([
      ['achieved', 'memory', 'rate'],
      ['BIRCH', '290/s', '600 KiB', '300/s'],
      ['ALDER', '150/s', '1,000 KiB', '200/s'],
      ['CEDAR', '140/s (120–160)', '600 KiB', '200/s'],
    ]);
  });

  test('a level has a column for each measure that may be shown', () => {
    expect(table(kinds.level)).toEqual([
      ['usual', 'slow'],
      ['CEDAR', '4 ms (3–5)', '10 ms (9–11)'],
      ['ALDER', '2 ms', '60 ms'],
      ['BIRCH', '1.5 ms', '9 ms'],
    ]);
    expect(table(kinds.level, runReport({ withheld: ['slow'] }))[0]).toEqual(['usual']);
  });
});

describe('a run that withholds', () => {
  test.each<[string, ChartDefinition, string]>([
    ['the measure', kinds.steps, 'achieved'],
    ['the measure across', kinds.peaks, 'memory'],
    ['the end of the band', kinds.banded, 'slow'],
  ])('%s shows nothing', (_name, chart, measure) => {
    expect(chartPoints(runReport({ withheld: [measure] }), chart)).toEqual([]);
  });
});

describe('in words', () => {
  test.each<[keyof typeof kinds, string]>([
    [
      'steps',
      'achieved of 3 programs, each at its highest: from about 140/s for 2 programs not told apart to 290/s for BIRCH (at 300/s).',
    ],
    [
      'saturation',
      'Of 3 programs, BIRCH answers up to 200/s. The lowest are ALDER and CEDAR with 100/s. A stroke joins ties: this run does not tell them apart.',
    ],
    [
      'banded',
      'usual of 3 programs, each at its highest: from 1.5 ms for BIRCH (at 200/s) to 4 ms for CEDAR (at 200/s). slow: up to 60 ms, for ALDER (at 200/s).',
    ],
    [
      'peaks',
      'The highest achieved of 3 programs and the memory at that step: from about 140/s for 2 programs not told apart to 290/s with 600 KiB for BIRCH.',
    ],
    [
      'level',
      '3 programs at 200/s. usual from 1.5 ms for BIRCH to 4 ms for CEDAR; slow from about 9 ms for 2 programs not told apart to 60 ms for ALDER.',
    ],
  ])('%s', (kind, expected) => {
    expect(text(kinds[kind])).toBe(expected);
  });

  test('several at the top are named together, as ties', () => {
    const run = runReport();
    const tied = { ...run, sweeps: run.sweeps.filter(({ sweep: { id } }) => id !== 'birch') };
    expect(text(kinds.saturation, tied)).toBe(
      'Of 2 programs, ALDER and CEDAR answer up to 100/s. A stroke joins ties: this run does not tell them apart.',
    );
  });

  test('what answered not even the lowest step is said so, and has no number', () => {
    const [lost] = [sweepOf([step(100, 10, 1, 1, 1)], 'lost')].map((one) =>
      summarizeSweep({ ...one, columns, label: 'LOST' }, runReport().run, knocks),
    );
    const run = { ...runReport(), sweeps: [...runReport().sweeps, ...(lost === undefined ? [] : [lost])] };
    expect(text(kinds.saturation, run)).toMatch(/ Not even the lowest step: LOST\. /);
    const { rows } = tableOf(dataOf(kinds.saturation, run));
    expect(rows.at(-1)?.cells[0]).toEqual({ text: 'below 100/s', value: '', rank: '' });
    expect(chartPoints(run, kinds.saturation).at(-1)).toMatchObject({ unanswered: true, remark: 'not answered' });
  });
});

describe('ties', () => {
  test('are equal values of equal intervals', () => {
    expect(tieRows(chartPoints(runReport(), kinds.saturation))).toEqual([
      { value: 100, from: 'alder', to: 'cedar', count: 2 },
    ]);
  });
});

describe('the better end', () => {
  /** The sample benchmark whose achieved rate, or whatever stands for it, is better at one end. */
  const judged = (better: 'higher' | 'lower'): Benchmark => ({
    ...knocks,
    measures: knocks.measures.map((one) => (one.id === 'achieved' ? { ...one, better } : one)),
  });
  const under = (better: 'higher' | 'lower', chart: ChartDefinition, run = runReport()) =>
    chartData(chart, benchmarkReportOf(judged(better), [run]), run);

  test('is chosen of a sweep: where lower is better, its lowest value', () => {
    const of = (better: 'higher' | 'lower') =>
      under(better, kinds.peaks).points.map(({ series, value }) => [series, value]);
    expect(of('higher')).toEqual([
      ['alder', 150],
      ['birch', 290],
      ['cedar', 140],
    ]);
    expect(of('lower')).toEqual([
      ['alder', 100],
      ['birch', 100],
      ['cedar', 100],
    ]);
  });

  test('stands first in the rows of a figure and of its table', () => {
    const at = { ...kinds.level, measure: 'achieved', beside: [] } as const;
    const rows = (better: 'higher' | 'lower') => tableOf(under(better, at)).rows.map(({ id }) => id);
    expect(rows('higher')).toEqual(['birch', 'alder', 'cedar']);
    expect(rows('lower')).toEqual(['cedar', 'alder', 'birch']);
    expect(rowOrder(under('lower', at).points, 'lower').rows).toEqual(['cedar', 'alder', 'birch']);
  });

  test('is named in words', () => {
    expect(describeChart(under('lower', kinds.peaks))).toMatch(/^The lowest achieved of 3 programs/);
    expect(describeChart(under('higher', kinds.peaks))).toMatch(/^The highest achieved of 3 programs/);
    expect(describeChart(under('lower', kinds.steps))).toContain(
      'each at its worst: from about 140/s for 2 programs not told apart to 290/s for BIRCH',
    );
    expect(tableOf(under('lower', kinds.peaks)).note).toContain('each program at its lowest');
  });
});

describe('ranks', () => {
  const wide = (id: string, low: number, high: number, held: number) => {
    const own = [
      step(100, held, 1, 1, 1),
      step(100, held, 1, 1, 1, 2),
      step(200, low, 1, 1, 1),
      step(200, high, 1, 1, 1, 2),
    ];
    return { ...sweepOf(own, id), columns, label: id };
  };
  const ranked: Benchmark = {
    ...knocks,
    measures: knocks.measures.map((one) => (one.id === 'achieved' ? { ...one, better: 'higher' } : one)),
  };
  const ranksAt = (more: Partial<Run> = {}) => {
    const run = runOf('one', '2026-01-01', more);
    const sweeps = [
      wide('a', 200, 200, 100),
      wide('b', 150, 160, 100),
      wide('c', 140, 155, 100),
      wide('d', 90, 100, 100),
    ];
    const report = { run, sweeps: sweeps.map((sweep) => summarizeSweep(sweep, run, ranked)) };
    const { rows } = tableOf(chartData(kinds.steps, benchmarkReportOf(ranked, [report]), report));
    return rows.map(({ id, cells }) => [id, ...cells.map(({ rank }) => rank)]);
  };

  test('are told of what overlaps nothing, and of nothing up to its own saturation', () => {
    expect(ranksAt()).toEqual([
      ['a', '', ''],
      ['b', '', ''],
      ['c', '', ''],
      ['d', '', 'rank 4 of 4'],
    ]);
  });

  test('are not told of a busy machine', () => {
    expect(
      ranksAt({ condition: 'busy' })
        .flat()
        .filter((text) => String(text).startsWith('rank')),
    ).toEqual([]);
  });
});
