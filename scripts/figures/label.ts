import type { ChartData } from './chart.ts';
import { plot } from './frame.ts';
import type { ChartPoint } from './points.ts';
import { shareOf } from './scale.ts';
import { type Size, shorten, wide } from './size.ts';
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
export function labelRows(data: ChartData, { nameWidth }: Size = wide): readonly LabelRow[] {
  const { chart, frame } = data;
  const ends = namedEnds(data);
  const height = Math.max(frame.height, ends.length * plot.label);
  const offset = (frame.height - height) / 2;
  const up = shareOf(frame.measure, chart.scale);
  const across = shareOf(frame.axis, chart.against?.scale ?? 'linear');
  const targets = ends.map(({ value }) => hundredths((1 - up(value)) * frame.height));
  const positions = dodge(targets, plot.label, offset, offset + height);
  return ends.map((end, index) => ({
    series: end.series,
    label: shorten(end.label, Math.min(nameWidth, plot.longest)),
    endX: hundredths(across(end.against ?? Number(end.axis)) * frame.width + 5),
    endY: targets[index] ?? 0,
    leadX: frame.width + plot.gap - 4,
    labelX: frame.width + plot.gap,
    labelY: positions[index] ?? 0,
  }));
}

/** The ends of the series that are named: all, or of more than there is height for only those that stand out. */
export function namedEnds({ points, styles, frame }: ChartData): readonly ChartPoint[] {
  const ends = [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => list.slice(-1));
  const most = Math.floor(frame.height / plot.label);
  if (ends.length <= most) return ends;
  const outstanding = ends.filter(({ series }) => styles[series]?.context !== true);
  return outstanding.slice(0, most);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
