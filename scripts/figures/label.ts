import type { ChartDefinition } from '../domain/chart.ts';
import type { ChartData } from './chart.ts';
import type { ChartPoint } from './points.ts';
import { shareOf } from './scale.ts';
import { dodge } from './svg/dodge.ts';

/** The plot of a figure, the height a label takes, and how far from the plot it stands. */
export const plot = { width: 480, height: 360, label: 16, gap: 28 } as const;

/** About the width of a plot, so that each step of an even grid takes whole units: lines are shorter to write then. */
export function plotWidth(points: readonly ChartPoint[], { kind }: ChartDefinition): number {
  const axes = points.map(({ axis }) => axis);
  const step = axes.every(Number.isInteger) ? axes.reduce(commonDivisor, 0) : 0;
  const steps = kind !== 'steps' || step === 0 ? 1 : Math.max(...axes) / step;
  const width = steps * Math.round(plot.width / steps);
  return Math.abs(width - plot.width) <= plot.width / 10 ? width : plot.width;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Where each series ends, and where its label stands so that none covers another. */
export function labelRows({ chart, points, frame }: ChartData): readonly object[] {
  const ends = [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => list.slice(-1));
  const height = Math.max(plot.height, ends.length * plot.label);
  const offset = (plot.height - height) / 2;
  const up = shareOf(frame.measure, chart.scale);
  const across = shareOf(frame.axis, chart.against?.scale ?? 'linear');
  const targets = ends.map(({ value }) => hundredths((1 - up(value)) * plot.height));
  const positions = dodge(targets, plot.label, offset, offset + height);
  return ends.map((end, index) => ({
    series: end.series,
    label: end.label,
    endX: hundredths(across(end.against ?? end.axis) * frame.width + 5),
    endY: targets[index],
    leadX: frame.width + plot.gap - 4,
    labelX: frame.width + plot.gap,
    labelY: positions[index],
  }));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
