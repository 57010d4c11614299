/** A repeatable test: what it measures and how it is drawn. Imports types only. */
import type { AxisValue } from './axis.ts';
import type { ChartDefinition, Fix, SeriesStyle } from './chart.ts';

export type MeasureKind = 'number' | 'text' | 'flag';

/** A quantity that a benchmark measures. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Null if neither more nor less is better (a setting, a count of repeats). */
  readonly better: 'higher' | 'lower' | null;
  readonly kind: MeasureKind;
  /** May it be negative? A change or a difference may. */
  readonly signed: boolean;
  /** The least and the most that can be true; null for no bound. */
  readonly min: number | null;
  readonly max: number | null;
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
  readonly at: { readonly measure: string; readonly axis: AxisValue } | null;
  /** The values of other key columns that it is of. */
  readonly fix: Fix;
  /** Whether the limit is a minimum or a maximum. */
  readonly bound: 'least' | 'most';
  readonly unit: string;
  /** How many of the measure's units make one of the filter's. */
  readonly per: number;
}

/** Which columns say what became of every attempt of a step: attempted = answered + server errors + generator errors. */
export interface Accounts {
  readonly attempted: string;
  readonly answered: string;
  readonly serverErrors: readonly string[];
  readonly generatorErrors: readonly string[];
  /** The measure computed from them, the share answered of what the generator could attempt; null for none. */
  readonly share: string | null;
}

/** A measure of how far the load generator fell behind its plan, and the most that leaves a step undisturbed. */
interface LagBound {
  readonly measure: string;
  readonly most: number;
}

/** Which columns hold quantities that bound each other, so that an impossible step is found; null for none. */
export interface PhysicalColumns {
  readonly attemptedRate: string | null;
  readonly achievedRate: string | null;
  readonly mean: string | null;
  /** From the lowest; `share` is 0.99 for `p99`. */
  readonly percentiles: readonly { readonly name: string; readonly share: number; readonly column: string }[];
  readonly longest: string | null;
  /** The most connections open at once. */
  readonly openPeak: string | null;
  readonly cpu: string | null;
  /** The time that the step took. */
  readonly wall: string | null;
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
  /** The values of a text axis in order; null for a numeric axis. */
  readonly categories: readonly string[] | null;
  readonly repeat: string | null;
  /** The column that numbers new attempts at a rejected step. */
  readonly attempt: string | null;
  /** The columns of the key beside these three: steps that differ in one are different points, never repeats. */
  readonly settings: readonly string[];
  readonly accounts: Accounts | null;
  readonly lag: LagBound | null;
  readonly physical: PhysicalColumns | null;
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
