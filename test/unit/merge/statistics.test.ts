import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SaturationResult } from '../../../scripts/domain/report.ts';
import type { Step } from '../../../scripts/domain/run.ts';
import { median } from '../../../scripts/merge/statistics.ts';
import { benchmark, runOf, stepOf, summarizeSweep, sweepOf } from '../../support/samples.ts';

const summarize = (steps: readonly Step[], ceiling: number | null = null) =>
  summarizeSweep(sweepOf(steps), runOf('one', '2026-01-01', { ceiling }), benchmark);
const saturate = (steps: readonly Step[], ceiling: number | null = null): SaturationResult | null =>
  summarize(steps, ceiling).saturation;

describe('median', () => {
  test.each([
    ['one', [5], 5],
    ['odd', [9, 1, 5], 5],
    ['even', [4, 1, 3, 2], 2.5],
    ['sorted as numbers, not as text', [9, 10, 100], 10],
    ['negative', [-1, -3, -2], -2],
  ])('%s', (_name, values, expected) => {
    expect(median(values)).toBe(expected);
  });

  test('does not depend on the order and lies between the extremes', () => {
    const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(list, (values) => {
        expect(median(values.toReversed())).toBe(median(values));
        expect(median(values)).toBeGreaterThanOrEqual(Math.min(...values));
        expect(median(values)).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  test('leaves the list as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('levels', () => {
  test('rise along the axis and span the repeats', () => {
    const { levels } = summarize([stepOf(1000, 1, 900), stepOf(500, 1, 500), stepOf(500, 2, 480), stepOf(500, 3, 490)]);
    expect(levels.map(({ axis, steps }) => [axis, steps])).toEqual([
      [500, 3],
      [1000, 1],
    ]);
    expect(levels[0]?.spreads.get('achieved')).toEqual({ median: 490, min: 480, max: 500, count: 3 });
  });

  test('a blank cell is left out, not counted as zero', () => {
    const { levels } = summarize([stepOf(500, 1, null), stepOf(500, 2, 500)]);
    expect(levels[0]?.spreads.get('achieved')).toEqual({ median: 500, min: 500, max: 500, count: 1 });
    expect(levels[0]?.steps).toBe(2);
  });

  test('a measure that no repeat measured has no spread', () => {
    const { levels } = summarize([stepOf(500, 1, null)]);
    expect(levels[0]?.spreads.has('achieved')).toBe(false);
  });

  test('rejected steps are counted and left out', () => {
    const { levels } = summarize([stepOf(500, 1, 500), stepOf(500, 2, 1, 'rejected')]);
    expect(levels[0]).toMatchObject({ steps: 1, rejected: 1, disturbed: false });
    expect(levels[0]?.spreads.get('achieved')).toEqual({ median: 500, min: 500, max: 500, count: 1 });
  });

  test('disturbed steps are used and marked', () => {
    const { levels } = summarize([stepOf(500, 1, 500), stepOf(500, 2, 400, 'disturbed')]);
    expect(levels[0]).toMatchObject({ steps: 2, disturbed: true });
    expect(levels[0]?.spreads.get('achieved')?.min).toBe(400);
  });
});

describe('saturation', () => {
  const sweep = (...achieved: readonly (number | null)[]): readonly Step[] =>
    achieved.map((value, index) => stepOf((index + 1) * 1000, 1, value));

  test.each([
    ['held up to a step', sweep(1000, 2000, 2000), { value: 2000, low: 2000, below: 3000 }],
    ['exactly at the bound', sweep(980, 1960, 2939), { value: 2000, low: 2000, below: 3000 }],
    ['a lucky step above a failed one does not count', sweep(1000, 100, 3000), { value: 1000, low: 1000, below: 2000 }],
    ['not even the lowest step', sweep(1, 1), { value: null, low: null, below: 1000 }],
  ])('%s', (_name, steps, expected) => {
    expect(saturate(steps)).toMatchObject({ ...expected, censored: false, disturbed: false });
  });

  test('each test must hold: a share below its bound fails', () => {
    const steps = [stepOf(1000, 1, 1000), stepOf(2000, 1, 2000, 'clean', 0.98)];
    expect(saturate(steps)).toMatchObject({ value: 1000, below: 2000 });
  });

  test('the interval spans the repeats: the weakest one below, the best one above', () => {
    const steps = [
      ...[1000, 2000, 3000, 4000].map((rate) => stepOf(rate, 1, rate <= 3000 ? rate : 0)),
      ...[1000, 2000, 3000, 4000].map((rate) => stepOf(rate, 2, rate <= 2000 ? rate : 0)),
      ...[1000, 2000, 3000, 4000].map((rate) => stepOf(rate, 3, rate <= 1000 ? rate : 0)),
    ];
    expect(saturate(steps)).toMatchObject({ value: 2000, low: 1000, below: 4000 });
  });

  test('a repeat that answered nothing leaves the interval open below', () => {
    const steps = [stepOf(1000, 1, 1000), stepOf(1000, 2, 0), stepOf(1000, 3, 1000), stepOf(2000, 1, 0)];
    expect(saturate(steps)).toMatchObject({ value: 1000, low: null, below: 2000 });
  });

  test('at the ceiling of the load generator it is censored', () => {
    expect(saturate(sweep(1000, 2000), 2000)).toMatchObject({ value: 2000, below: null, censored: true });
    expect(saturate(sweep(1000, 0), 2000)).toMatchObject({ value: 1000, below: 2000, censored: false });
  });

  test('where the grid ends before it gives way it is censored as well', () => {
    expect(saturate(sweep(1000, 2000))).toMatchObject({ value: 2000, below: null, censored: true });
  });

  test('a disturbed step below it marks it, one above does not', () => {
    const marked = [stepOf(1000, 1, 1000, 'disturbed'), stepOf(2000, 1, 0)];
    const clean = [stepOf(1000, 1, 1000), stepOf(2000, 1, 0, 'disturbed')];
    expect(saturate(marked)?.disturbed).toBe(true);
    expect(saturate(clean)?.disturbed).toBe(false);
  });

  test('there is none without a definition, nor without a step', () => {
    const run = runOf('one', '2026-01-01');
    expect(summarizeSweep(sweepOf(sweep(1000)), run, { ...benchmark, saturation: null }).saturation).toBeNull();
    expect(saturate([])).toBeNull();
  });

  test('a step that was not measured bounds it, and neither fails nor is held', () => {
    expect(saturate(sweep(1000, null, 3000))).toMatchObject({ value: 1000, low: 1000, below: null, censored: true });
    expect(saturate(sweep(null, 2000))).toBeNull();
  });

  test('a step of which every repeat was rejected is as if it had not been taken', () => {
    const steps = [stepOf(1000, 1, 1000), stepOf(2000, 1, 100, 'rejected'), stepOf(3000, 1, 3000), stepOf(4000, 1, 0)];
    expect(saturate(steps)).toMatchObject({ value: 3000, low: 3000, below: 4000, censored: false });
  });

  test('of rejected steps alone no number is made', () => {
    expect(saturate([stepOf(1000, 1, 1000, 'rejected')])).toBeNull();
  });

  test('does not depend on the order of the rows, and its interval holds it', () => {
    const step = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([rate, repeat, good]) => stepOf(rate * 1000, repeat, good ? rate * 1000 : 0));
    const unique = fc.uniqueArray(step, { selector: ({ axis, repeat }) => `${axis}/${repeat}`, minLength: 1 });
    fc.assert(
      fc.property(unique, (steps) => {
        const found = saturate(steps);
        expect(saturate(steps.toReversed())).toEqual(found);
        if (found === null) return;
        if (found.below !== null && found.value !== null) expect(found.below).toBeGreaterThan(found.value);
      }),
    );
  });
});
