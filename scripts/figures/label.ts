import type { ChartData } from './chart.ts';
import { plot } from './frame.ts';
import { shareOf } from './scale.ts';
import { dodge } from './svg/dodge.ts';

/** Where a series ends, and where its label is. */
interface LabelRow {
  readonly series: string;
  readonly label: string;
  readonly endX: number;
  readonly endY: number;
  readonly leadX: number;
  readonly labelX: number;
  readonly labelY: number;
}

/** Where each series ends, and where its label stands so that none covers another. */
export function labelRows({ chart, points, frame }: ChartData): readonly LabelRow[] {
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
    endX: hundredths(across(end.against ?? Number(end.axis)) * frame.width + 5),
    endY: targets[index] ?? 0,
    leadX: frame.width + plot.gap - 4,
    labelX: frame.width + plot.gap,
    labelY: positions[index] ?? 0,
  }));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
