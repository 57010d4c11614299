import { scaleLinear, scaleLog } from 'd3-scale';
import type { Scale } from '../domain/chart.ts';

export type Domain = readonly [low: number, high: number];

/** From zero, or from the round number (1, 2, 5) below the smallest value, to a little above the largest one. */
export function domainOf(values: readonly number[], scale: Scale): Domain {
  const top = Math.max(...values, 0);
  if (scale === 'linear') return [0, top === 0 ? 1 : Number((top * 1.02).toPrecision(6))];
  const bottom = Math.min(...values);
  const decade = 10 ** Math.floor(Math.log10(bottom));
  const low = Number((decade * (bottom >= 5 * decade ? 5 : bottom >= 2 * decade ? 2 : 1)).toPrecision(6));
  return [low, Math.max(10 ** (Math.ceil(Math.log10(top) * 4) / 4), low * 10 ** 0.25)];
}

/** Round values inside a domain: about five of even distance, or the decades and their halves on a log scale. */
export function ticksOf([low, high]: Domain, scale: Scale): readonly number[] {
  if (scale === 'log') {
    const first = Math.floor(Math.log10(low));
    const decades = Array.from(
      { length: Math.ceil(Math.log10(high)) - first + 1 },
      (_, index) => 10 ** (first + index),
    );
    const all = decades.length > 3 ? decades : decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]);
    return all.map((tick) => Number(tick.toPrecision(3))).filter((tick) => tick >= low && tick <= high);
  }
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const count = Math.floor((high - low) / step) + 1;
  return Array.from({ length: count }, (_, index) => Number((low + index * step).toPrecision(6)));
}

/** Where values stand between the ends of a domain, as a share. */
export function shareOf([low, high]: Domain, scale: Scale): (value: number) => number {
  return (scale === 'log' ? scaleLog() : scaleLinear()).domain([low, high]).range([0, 1]);
}
