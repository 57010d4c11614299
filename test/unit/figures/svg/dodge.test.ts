import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dodge } from '../../../../scripts/figures/svg/dodge.ts';

describe('dodge', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['nothing', [], []],
    ['one stays', [50], [50]],
    ['far apart stay', [10, 50, 90], [10, 50, 90]],
    ['exactly the gap apart stay', [50, 60], [50, 60]],
    ['twins part evenly', [50, 50], [45, 55]],
    ['three of one place', [50, 50, 50], [40, 50, 60]],
    ['in any order', [60, 50, 55], [65, 45, 55]],
    ['one block pushes the next', [50, 50, 58], [42.67, 52.67, 62.67]],
    ['at the lower end', [0, 0], [0, 10]],
    ['at the upper end', [100, 100], [90, 100]],
    ['outside comes in', [-20, 130], [0, 100]],
  ])('%s', (_name, targets, expected) => {
    expect(dodge(targets, 10, 0, 100)).toEqual(expected);
  });

  const rounding = 0.0101;
  const targets = fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 1, maxLength: 10 });
  const cost = (positions: readonly number[], wanted: readonly number[]): number =>
    positions.reduce((sum, position, index) => sum + (position - (wanted[index] ?? 0)) ** 2, 0);

  test('keeps the gap, the bounds and the order', () => {
    fc.assert(
      fc.property(targets, (wanted) => {
        const positions = dodge(wanted, 10, 0, 100);
        const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
        const rising = order.map((index) => positions[index] ?? Number.NaN);
        for (const [index, position] of rising.entries()) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(100);
          const before = rising[index - 1];
          if (before !== undefined) expect(position - before).toBeGreaterThanOrEqual(10 - rounding);
        }
      }),
    );
  });

  test('costs no more than any other placement that keeps them', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 });
    const few = fc.array(fc.integer({ min: -50, max: 150 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(few, gaps, (list, extra) => {
        const wanted = [...list].sort((a, b) => a - b);
        let at = -10;
        const other = wanted.map((_, index) => {
          at += 10 + (extra[index] ?? 0) / 2;
          return at;
        });
        expect(cost(dodge(wanted, 10, 0, 100), wanted)).toBeLessThanOrEqual(cost(other, wanted) + 8);
      }),
    );
  });
});
