import { describe, expect, test } from 'vitest';
import type { Benchmark } from '../../../../scripts/domain/benchmark.ts';
import type { BenchmarkReport, RunReport } from '../../../../scripts/domain/report.ts';
import type { Run, Sweep } from '../../../../scripts/domain/run.ts';
import { comparableMeasures, compareReadings } from '../../../../templates/compare/ranking.ts';
import { benchmark, benchmarkReportOf, runOf, stepOf, summarizeSweep, sweepOf } from '../../../support/samples.ts';

/** Charts of a measure that saturation tests and of one that it does not. */
const charted: Benchmark = {
  ...benchmark,
  measures: benchmark.measures.map((measure) => ({ ...measure, better: 'higher' })),
  saturation: { label: 'Saturation', text: '', tests: [{ measure: 'answered', relativeTo: null, atLeast: 0.99 }] },
  charts: ['answered', 'achieved'].map((measure) => ({
    id: measure,
    template: 'lines',
    title: measure,
    question: '?',
    measure,
    scale: 'linear',
    ideal: false,
  })) as unknown as Benchmark['charts'],
};

/** A sweep that answers everything up to a rate in each of its repeats. */
function answering(id: string, limits: readonly number[], more: Partial<Sweep> = {}): Sweep {
  const steps = limits.flatMap((limit, repeat) =>
    [100, 200, 300, 400].map((rate) => stepOf(rate, repeat, rate - repeat, 'clean', rate <= limit ? 1 : 0.5)),
  );
  return { ...sweepOf(steps, id), ...more };
}

function reportOf(sweeps: readonly Sweep[], more: Partial<Run> = {}): { one: RunReport; whole: BenchmarkReport } {
  const run = runOf('first', '2026-01-01', { sweeps, ...more });
  const one = { run, sweeps: sweeps.map((sweep) => summarizeSweep(sweep, run, charted)) };
  return { one, whole: benchmarkReportOf(charted, [one]) };
}

function saturations(sweeps: readonly Sweep[], more: Partial<Run> = {}): readonly string[] {
  const { one, whole } = reportOf(sweeps, more);
  const [first] = comparableMeasures(whole, one);
  const [a, b] = first?.readings ?? [];
  if (first === undefined || a === undefined || b === undefined) throw new Error('nothing to set side by side');
  const { relation, text } = compareReadings(a, b, one, first.measure);
  const mirrored = compareReadings(b, a, one, first.measure);
  return [relation, text, mirrored.relation];
}

describe('two saturations', () => {
  test.each([
    ['that no repeat brings together', [100, 100], [300, 300], ['lower', '100 to 300/s', 'higher']],
    ['that touch at a step of the grid', [100, 100], [200, 200], ['lower', 'up to 200/s', 'higher']],
    ['that overlap in one repeat', [100, 300], [200, 200], ['tied', '', 'tied']],
    ['of which one has no upper bound', [100, 100], [400, 400], ['lower', '200/s or more', 'higher']],
    ['that are both beyond the grid', [400, 400], [300, 400], ['tied', '', 'tied']],
  ])('%s', (_what, a, b, expected) => {
    expect(saturations([answering('a', a), answering('b', b)])).toEqual(expected);
  });

  test('of one repeat each are not ranked: their spread is not known', () => {
    expect(saturations([answering('a', [100]), answering('b', [300])])[1]).toMatch(/measured once/);
  });

  test('are not ranked on a busy machine, after disturbed steps, across scenarios', () => {
    const far = [answering('a', [100, 100]), answering('b', [300, 300])];
    expect(saturations(far, { condition: 'busy' })).toEqual(['unranked', 'measured on a busy machine', 'unranked']);
    const dirty = far.map((sweep) => ({
      ...sweep,
      steps: sweep.steps.map((step) => ({ ...step, state: 'disturbed' as const })),
    }));
    expect(saturations(dirty)[1]).toBe('a step was disturbed');
    const other = [far[0] as Sweep, { ...(far[1] as Sweep), scenario: 'accept' }];
    expect(saturations(other)[1]).toBe('measured in different scenarios');
  });
});

describe('what is set side by side in a run', () => {
  const sweeps = [answering('a', [200, 200]), answering('b', [400, 400]), answering('c', [300, 400])];

  test('is saturation, and the charted measures it does not test, at the highest step that all answer', () => {
    const { one, whole } = reportOf(sweeps);
    expect(comparableMeasures(whole, one).map(({ label }) => label)).toEqual(['Saturation', 'achieved at 200/s']);
  });

  test('does not change with the choice of sweeps that are shown', () => {
    const { one, whole } = reportOf(sweeps);
    const text = comparableMeasures(whole, one).map(({ readings }) => readings.map((reading) => reading.text));
    expect(text[1]).toEqual(['200/s (199–200)', '200/s (199–200)', '200/s (199–200)']);
  });

  test('leaves out what the run withholds', () => {
    const { one, whole } = reportOf(sweeps, { withheld: ['achieved'] });
    expect(comparableMeasures(whole, one).map(({ label }) => label)).toEqual(['Saturation']);
  });
});
