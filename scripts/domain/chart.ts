/** How a benchmark asks to be drawn. Imports types only. */

import type { AxisValue } from './axis.ts';

/** How a series is drawn in every figure: a hue (1 to 6, 0 for baselines) and a style of dash and marker (1 to 4). */
export interface SeriesStyle {
  readonly hue: number;
  readonly style: number;
}

/** A figure of a benchmark: what it shows of a run, and the template that draws it. */
export interface ChartDefinition {
  readonly id: string;
  /** The stem of a Vega-Lite template in `templates/charts`. */
  readonly template: string;
  readonly title: string;
  readonly question: string;
  readonly measure: string;
  readonly scale: Scale;
  /** Draw the line on which the measure equals the axis. */
  readonly ideal: boolean;
  /** What of a run it shows; see `figures/points.ts`. */
  readonly kind: 'steps' | 'saturation' | 'peaks' | 'level';
  /** A second measure: a band is drawn between the two. */
  readonly band: string | null;
  /** For peaks: the measure on the horizontal axis. */
  readonly against: { readonly measure: string; readonly scale: Scale } | null;
  /** For a level: the value of the axis, and the measures shown beside the first. */
  readonly at: AxisValue | null;
  readonly beside: readonly string[];
  /** The only class of programs that it shows; null for all of them. */
  readonly class: string | null;
  /** The values of other key columns that it shows. */
  readonly fix: Fix;
  /** Another key column: the chart stands for one figure for each of its values. Null once they are told apart. */
  readonly facet: string | null;
  /** Other key columns of which each value is a series of its own. */
  readonly series: readonly string[];
  /** Sweeps to highlight while the others are gray; empty to treat all alike. */
  readonly emphasis: readonly string[];
  /** Whether the figure is also drawn as small multiples. */
  readonly panels: boolean;
}

/** Values of key columns by the columns' ids. */
export type Fix = Readonly<Record<string, AxisValue>>;

export type Scale = 'linear' | 'log';

/** A Vega-Lite specification with its data, which is both published and drawn. */
export interface ChartSpec {
  readonly [key: string]: unknown;
}
