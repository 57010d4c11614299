import { describe, expect, test } from 'vitest';
import { domainOf, shareOf, ticksOf } from '../../../scripts/figures/scale.ts';

describe('domainOf', () => {
  test.each([
    ['a round number above', [3, 12_705], [0, 13_000]],
    ['the largest value, where it is round', [20_000], [0, 20_000]],
    ['a share', [0.4, 1], [0, 1]],
    ['zeros alone', [0], [0, 1]],
  ])('from zero to %s', (_name, values, domain) => {
    expect(domainOf(values, 'linear')).toEqual(domain);
  });

  test.each([
    ['one', [0.13, 1000], [0.1, 1000]],
    ['two', [0.2, 1000], [0.2, 1000]],
    ['five', [0.0501, 1000], [0.05, 1000]],
    ['itself, with room above', [10], [10, 10 ** 1.25]],
  ])('on a log scale from the %s below', (_name, values, domain) => {
    expect(domainOf(values, 'log')).toEqual(domain);
  });
});

describe('ticksOf', () => {
  test.each([
    ['even ones', [0, 20_000], 'linear', [0, 5000, 10_000, 15_000, 20_000]],
    ['shares without rests', [0, 1], 'linear', [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['decades', [0.05, 1778], 'log', [0.1, 1, 10, 100, 1000]],
    ['decades and their halves, where they are few', [1000, 100_000], 'log', [1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5]],
  ] as const)('are %s', (_name, domain, scale, ticks) => {
    expect(ticksOf(domain, scale)).toEqual(ticks);
  });
});

test('shareOf says where a value stands between the ends', () => {
  expect([0, 5, 10].map(shareOf([0, 10], 'linear'))).toEqual([0, 0.5, 1]);
  expect([1, 10, 100].map(shareOf([1, 100], 'log'))).toEqual([0, 0.5, 1]);
});
