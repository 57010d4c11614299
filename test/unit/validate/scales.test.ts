import { describe, expect, test } from 'vitest';
import type { Run } from '../../../scripts/domain/run.ts';
import { checkScales } from '../../../scripts/validate/scales.ts';
import { benchmark, runOf, stepOf, sweepOf } from '../../support/samples.ts';

const run = (date: string, program: string, achieved: readonly number[]): Run => {
  const steps = achieved.map((value, index) => stepOf(index + 1, 1, value));
  return runOf(`${date}-laptop`, date, { sweeps: [sweepOf(steps, program)] });
};
const told = (...runs: readonly Run[]): readonly string[] => checkScales(benchmark, runs).map(({ message }) => message);

describe('a run that is off by a factor of a thousand', () => {
  const before = run('2020-01-01', 'one', [0.2, 0.3, 0.9]);

  test('is told against the earlier one, whatever the order of the files', () => {
    const after = run('2021-01-01', 'one', [210, 280, 950]);
    const message =
      'achieved of one differs about a thousandfold from that in the run 2020-01-01-laptop; check the unit, and say in a caveat if both are right';
    expect(told(before, after)).toEqual([message]);
    expect(told(after, before)).toEqual([message]);
  });

  test('downwards, too', () => {
    expect(told(before, run('2021-01-01', 'one', [0.00021, 0.0003, 0.001]))).toHaveLength(1);
  });

  test.each([
    ['of another program', run('2021-01-01', 'two', [210, 280, 950])],
    ['only where it is overloaded', run('2021-01-01', 'one', [0.3, 300, 900])],
    ['by a factor of ten', run('2021-01-01', 'one', [2, 3, 9])],
    ['of nothing measured', run('2021-01-01', 'one', [])],
    ['of the same day', run('2020-01-01', 'one', [210, 280, 950])],
  ])('is not one %s', (_name, after) => {
    expect(told(before, after)).toEqual([]);
  });
});
