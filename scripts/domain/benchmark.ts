/** A repeatable test: what it measures and how it is drawn. Imports types only. */
import type { ChartDefinition, SeriesStyle } from './chart.ts';

/** A quantity that a benchmark measures. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Null if neither more nor less is better (a setting, a count of repeats). */
  readonly better: 'higher' | 'lower' | null;
  readonly kind: 'number' | 'text' | 'flag';
  readonly help: string | null;
}

/** A condition that a step must meet to count as answered. */
export interface SaturationTest {
  readonly measure: string;
  /** Null for an absolute bound, or the measure whose value times `atLeast` is the bound. */
  readonly relativeTo: string | null;
  readonly atLeast: number;
}

interface Saturation {
  readonly label: string;
  readonly text: string;
  readonly tests: readonly SaturationTest[];
}

/** A limit that readers can set on the saturation, or on a measure at one value of the axis. */
export interface BenchmarkFilter {
  readonly id: string;
  readonly label: string;
  readonly at: { readonly measure: string; readonly axis: number } | null;
  /** Whether the limit is a minimum or a maximum. */
  readonly bound: 'least' | 'most';
  readonly unit: string;
  /** How many of the measure's units make one of the filter's. */
  readonly per: number;
}

/** A repeatable test: its measures, axis, charts. */
export interface Benchmark {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly workload: string;
  /** The id of the run that stands first; null takes the newest. */
  readonly lead: string | null;
  /** The measure that rises along a sweep. */
  readonly axis: string;
  /** The columns that together identify a step: no two rows of a sweep have the same values in all of them. */
  readonly key: readonly string[];
  readonly repeat: string | null;
  readonly disturbed: string | null;
  readonly rejected: string | null;
  readonly measures: readonly Measure[];
  readonly saturation: Saturation | null;
  /** Styles by sweep, for frameworks with several programs in a run and for baselines, which belong to no framework. */
  readonly seriesStyles: ReadonlyMap<string, SeriesStyle>;
  readonly charts: readonly ChartDefinition[];
  readonly filters: readonly BenchmarkFilter[];
  readonly file: string;
}
