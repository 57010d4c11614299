import { ticks } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Scale } from '../domain/chart.ts';

export type Domain = readonly [low: number, high: number];

/** From zero to the next round number above the largest value, or on a log scale as `logDomain` has it. */
export function domainOf(values: readonly number[], scale: Scale): Domain {
  const top = Math.max(...values, 0);
  if (scale === 'log') return logDomain(Math.min(...values), top);
  const [low = 0, high = 1] = scaleLinear()
    .domain([0, top || 1])
    .nice(10)
    .domain();
  return [low, high];
}

/** From the 1, 2 or 5 of its decade below the smallest value to the next quarter of a decade: d3 rounds to whole ones, a quarter of the plot. */
function logDomain(bottom: number, top: number): Domain {
  const decade = 10 ** Math.floor(Math.log10(bottom));
  const low = Number((decade * (bottom >= 5 * decade ? 5 : bottom >= 2 * decade ? 2 : 1)).toPrecision(6));
  return [low, Math.max(10 ** (Math.ceil(Math.log10(top) * 4) / 4), low * 10 ** 0.25)];
}

/** Round values inside a domain: about five of even distance, or the decades, and their halves where they are few. */
export function ticksOf([low, high]: Domain, scale: Scale): readonly number[] {
  if (scale === 'linear') return ticks(low, high, 5);
  const digits = high / low > 100 ? '1' : '125';
  const all = scaleLog().domain([low, high]).ticks();
  return all.filter((tick) => digits.includes(tick.toExponential().charAt(0)));
}

/** Where values stand between the ends of a domain, as a share. */
export function shareOf([low, high]: Domain, scale: Scale): (value: number) => number {
  return (scale === 'log' ? scaleLog() : scaleLinear()).domain([low, high]).range([0, 1]);
}
