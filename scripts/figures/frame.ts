import type { ChartDefinition } from '../domain/chart.ts';
import type { ChartPoint } from './points.ts';
import { type Domain, domainOf } from './scale.ts';

/** The plot of a figure, the height a label takes, how far from the plot it stands, and how long it may be. */
export const plot = { width: 480, height: 360, label: 16, gap: 28, longest: 240 } as const;

/** The domains of both axes, and the size of the plot between them. */
export interface Frame {
  readonly axis: Domain;
  readonly measure: Domain;
  readonly width: number;
  readonly height: number;
}

/** The frame of a chart's points. */
export function frameOf(points: readonly ChartPoint[], chart: ChartDefinition): Frame {
  const ends = points.flatMap(({ low, high, band }) => [low, high, band ?? high]);
  const axis: Domain =
    chart.against === null
      ? [0, Math.max(0, ...numbersOn(points)) || 1]
      : domainOf(
          points.map(({ against }) => against ?? 0),
          chart.against.scale,
        );
  return { axis, measure: domainOf(ends, chart.scale), width: plotWidth(points, chart), height: plot.height };
}

/** About the width of a plot, so that each step of an even grid takes whole units: lines are shorter to write then. */
function plotWidth(points: readonly ChartPoint[], { kind }: ChartDefinition): number {
  const axes = numbersOn(points);
  const step = axes.every(Number.isInteger) ? axes.reduce(commonDivisor, 0) : 0;
  const steps = kind !== 'steps' || step === 0 ? 1 : Math.max(...axes) / step;
  const width = steps * Math.round(plot.width / steps);
  return Math.abs(width - plot.width) <= plot.width / 10 ? width : plot.width;
}

/** The values of the axis; none of a text axis. */
function numbersOn(points: readonly ChartPoint[]): readonly number[] {
  return points.flatMap(({ axis }) => (typeof axis === 'number' ? [axis] : []));
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
