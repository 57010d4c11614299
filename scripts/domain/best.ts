import type { Measure } from './benchmark.ts';

type Better = Measure['better'];

/** Orders values from the best to the worst; where neither end is better, from the highest to the lowest. */
export function bestFirst(better: Better): (a: number, b: number) => number {
  return better === 'lower' ? (a, b) => a - b : (a, b) => b - a;
}

/** The best of some, the first of equals; undefined if there are none. */
export function bestOf<T extends { readonly value: number }>(all: readonly T[], better: Better): T | undefined {
  const order = bestFirst(better);
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || order(one.value, best.value) < 0 ? one : best),
    undefined,
  );
}

/** What the best end of a measure is called: `lowest` or `highest`. */
export function bestWord(better: Better): 'lowest' | 'highest' {
  return better === 'lower' ? 'lowest' : 'highest';
}
