import type { ChartDefinition } from '../model.ts';
import { dodge } from './dodge.ts';
import type { ChartPoint } from './points.ts';
import { type Domain, shareOf } from './scale.ts';

/** The plot of a figure, and the height a label takes. */
export const plot = { width: 480, height: 360, label: 16 } as const;

/** Where each series ends, and where its label stands so that none covers another. */
export function labelRows(
  points: readonly ChartPoint[],
  chart: ChartDefinition,
  axis: Domain,
  domain: Domain,
): readonly object[] {
  const ends = [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => list.slice(-1));
  const height = Math.max(plot.height, ends.length * plot.label);
  const offset = (plot.height - height) / 2;
  const targets = ends.map(({ value }) => hundredths((1 - shareOf(value, domain, chart.scale)) * plot.height));
  const placed = dodge(targets, plot.label, offset, offset + height);
  return ends.map((end, index) => ({
    series: end.series,
    label: end.label,
    endX: hundredths(shareOf(end.against ?? end.axis, axis, chart.against?.scale ?? 'linear') * plot.width + 5),
    endY: targets[index],
    leadX: plot.width + 14,
    labelX: plot.width + 18,
    labelY: placed[index],
  }));
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
