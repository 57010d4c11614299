import { describe, expect, test } from 'vitest';
import { bracketOf, type Grid, nextStep, readSteps, type Tried } from '../../../scripts/bench/plan/grid.ts';

const grid: Grid = { coarse: [500, 1000, 2000, 3000, 4000, 5000], resolution: 100, failures: 2 };

/** All steps of a sweep against a server that holds every step up to its knee. */
function sweep(knee: number, chosen = grid, earlier: readonly Tried[] = []): readonly number[] {
  const tried: Tried[] = [];
  for (let step = nextStep(tried, chosen, earlier); step !== null; step = nextStep(tried, chosen, earlier)) {
    tried.push({ step, held: step <= knee });
  }
  return tried.map((one) => one.step);
}

describe('the steps of a sweep', () => {
  test('rise coarsely, go two steps beyond the knee, then halve around it', () => {
    expect(sweep(2340)).toEqual([500, 1000, 2000, 3000, 4000, 2500, 2300, 2400]);
  });

  test.each([[0], [490], [500], [1999], [2050], [3333], [4999], [5000]])(
    'find a knee at %i to the resolution',
    (knee) => {
      const { held, failed } = bracketOf(sweep(knee).map((step) => ({ step, held: step <= knee })));
      expect(held).toBeLessThanOrEqual(knee);
      if (failed === null) expect(held).toBe(5000);
      else expect(failed - held).toBeLessThanOrEqual(Math.max(100, held * 0.025));
    },
  );

  test('end at the last coarse step where the server holds all', () => {
    expect(sweep(9000)).toEqual(grid.coarse);
  });

  test('are the coarse ones alone without a resolution', () => {
    expect(sweep(2340, { ...grid, resolution: 0 })).toEqual([500, 1000, 2000, 3000, 4000]);
  });

  test('are all taken where nothing stops them', () => {
    expect(sweep(0, { ...grid, resolution: 0, failures: 7 })).toEqual(grid.coarse);
  });

  test.each([
    [2340, [1000, 2300, 2400]],
    [2710, [1000, 2300, 2400, 2500, 3000, 2800, 2700]],
    [1900, [1000, 2300, 2000, 1500, 1800, 1900]],
    [200, [1000, 500, 300, 200]],
    [9000, [1000, 2300, 2400, 2500, 3000, 4000, 5000]],
  ])('of a later repeat start at the knee of the earlier ones and find one at %i', (knee, steps) => {
    const first = sweep(2340).map((step) => ({ step, held: step <= 2340 }));
    expect(sweep(knee, grid, first)).toEqual(steps);
  });

  test('of a later repeat are all of them where they were asked for', () => {
    const asked = { ...grid, resolution: 0, failures: 7 };
    const first = sweep(2340, asked).map((step) => ({ step, held: step <= 2340 }));
    expect(sweep(2340, asked, first)).toEqual(grid.coarse);
  });

  test('go on after a lucky step above the knee', () => {
    const tried = [500, 1000, 2000, 3000, 4000].map((step) => ({ step, held: step !== 2000 && step !== 4000 }));
    expect(nextStep(tried, grid)).toBe(5000);
    expect(bracketOf(tried)).toEqual({ held: 1000, failed: 2000 });
  });
});

test('steps are read from ranges and lists', () => {
  expect(readSteps('400:900:100')).toEqual([400, 500, 600, 700, 800, 900]);
  expect(readSteps('1000,500,500')).toEqual([500, 1000]);
  for (const wrong of ['', 'all', '9:4:1', '1:9:0', '1,,2', '-5']) expect(readSteps(wrong)).toBeNull();
});
