import { describe, expect, test } from 'vitest';
import type { ChartDefinition } from '../../../scripts/domain/chart.ts';
import type { RunReport } from '../../../scripts/domain/report.ts';
import type { Step } from '../../../scripts/domain/run.ts';
import { chartPoints, hasPoints } from '../../../scripts/figures/points.ts';
import { benchmark, plainChart, runOf, stepOf, summarizeSweep, sweepOf } from '../../support/samples.ts';

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

describe('chartPoints', () => {
  test('are medians and ranges in the order of the run', () => {
    const run = runReport([stepOf(1000, 1, 900), stepOf(1000, 2, 700), stepOf(500, 1, 500)], [stepOf(500, 1, 400)]);
    expect(
      chartPoints(run, chart).map(({ series, axis, value, low, high }) => [series, axis, value, low, high]),
    ).toEqual([
      ['sweep-1', 500, 500, 500, 500],
      ['sweep-1', 1000, 800, 700, 900],
      ['sweep-2', 500, 400, 400, 400],
    ]);
  });

  test('leave out what was not measured, and what a log scale cannot show', () => {
    const run = runReport([stepOf(500, 1, null), stepOf(1000, 1, 0), stepOf(2000, 1, 5)]);
    expect(chartPoints(run, chart).map(({ axis }) => axis)).toEqual([1000, 2000]);
    expect(chartPoints(run, log).map(({ axis }) => axis)).toEqual([2000]);
  });

  test('leave out rejected steps and mark disturbed ones', () => {
    const run = runReport([stepOf(500, 1, 5, 'rejected'), stepOf(1000, 1, 5, 'disturbed')]);
    expect(chartPoints(run, chart).map(({ axis, disturbed }) => [axis, disturbed])).toEqual([[1000, true]]);
  });
});

describe('hasPoints', () => {
  test.each<[string, ChartDefinition, RunReport]>([
    ['nothing measured', chart, runReport([stepOf(500, 1, null)])],
    ['something in a later sweep', chart, runReport([stepOf(500, 1, null)], [stepOf(500, 1, 5)])],
    ['nothing that a log scale can show', log, runReport([stepOf(500, 1, 0)])],
    ['no sweeps', chart, runReport()],
  ])('says whether there are points: %s', (_name, definition, run) => {
    expect(hasPoints(run, definition)).toBe(chartPoints(run, definition).length > 0);
  });
});
