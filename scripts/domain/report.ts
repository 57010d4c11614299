/** The merged model, ready to be rendered. Imports types only. */

import type { AxisValue } from './axis.ts';
import type { Benchmark, Measure } from './benchmark.ts';
import type { SeriesStyle } from './chart.ts';
import type { Claim, ClaimDate, ClaimSource, NamedSource } from './claim.ts';
import type { RepositoryFacts } from './facts.ts';
import type { Catalog, Feature } from './feature.ts';
import type { FigurePart, Redirect } from './figure.ts';
import type { Framework } from './framework.ts';
import type { ProgramSet } from './program.ts';
import type { Run, Sweep } from './run.ts';
import type { Setting } from './setting.ts';
import type { EditionDefinition, Shortlist, SiteSettings } from './site.ts';
import type { TextFile } from './source.ts';

/** One framework's answer to one feature in one edition. */
export interface MatrixCell {
  readonly framework: Framework;
  readonly feature: Feature;
  /** The claim shown; null if there is none. */
  readonly claim: Claim | null;
  /** The claim shown is git's own answer: nobody claimed it. */
  readonly filled: boolean;
  /** Claims that contradict the shown one, or that it contradicts. */
  readonly disputes: readonly Claim[];
  /** Different later answers from the edition's own source, for example in the comments of a post. */
  readonly corrections: readonly Claim[];
  /** The claim is older than the feature's review age. */
  readonly aged: boolean;
  /** What the repository says about it; null if it says nothing or was not read. */
  readonly git: Evidence | null;
}

export type Verdict = 'confirmed' | 'contradicted' | 'inconclusive';

/** What a repository says about a claim, and where. */
export interface Evidence {
  readonly verdict: Verdict;
  /** Short enough for a cell of the matrix: `BSD-3-Clause`. */
  readonly short: string;
  /** `LICENSE says BSD-3-Clause`. */
  readonly says: string;
  readonly source: ClaimSource;
  /** The day of the facts. */
  readonly asOf: string;
}

/** A claim and what the repository says against it. */
export interface Contradiction {
  readonly cell: MatrixCell;
  readonly claim: Claim;
  readonly evidence: Evidence;
  readonly edition: Edition;
}

export interface EditionRow {
  readonly framework: Framework;
  readonly cells: readonly MatrixCell[];
}

export interface Edition {
  readonly definition: EditionDefinition;
  /** The day the edition shows; for the latest one, the newest day in the data. */
  readonly asOf: string;
  readonly features: readonly Feature[];
  readonly rows: readonly EditionRow[];
}

/** How a cell changed between an edition and the latest one. */
export interface CellChange {
  readonly before: MatrixCell;
  readonly after: MatrixCell;
  /** `repeated`: there is no newer claim. */
  readonly kind: 'same' | 'changed' | 'repeated';
}

export interface EditionDiff {
  readonly before: Edition;
  readonly after: Edition;
  readonly rows: readonly { readonly framework: Framework; readonly changes: readonly CellChange[] }[];
}

/** A framework under a shortlist's rule. */
export interface ShortlistRow {
  readonly framework: Framework;
  readonly meets: boolean;
  /** The cells of the rule's features, in the order of the rule, and whether each meets its condition. */
  readonly cells: readonly {
    readonly cell: MatrixCell;
    readonly meets: boolean;
    /** The day of the claim, commit or release that decides; null if it has no date. */
    readonly basedOn: string | null;
  }[];
}

export interface ShortlistResult {
  readonly shortlist: Shortlist;
  readonly edition: Edition;
  readonly entries: readonly ShortlistRow[];
  /** Where the source's own list and the rule disagree; empty for editions other than the source's. */
  readonly disagreements: readonly { readonly row: ShortlistRow; readonly listed: boolean }[];
}

/** A measure over the repeats at one value of the axis; null if no repeat measured it. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** All repeats of a sweep at one value of the axis, under one setting. */
export interface SweepLevel {
  readonly axis: AxisValue;
  readonly spreads: ReadonlyMap<string, Spread>;
  readonly disturbed: boolean;
  readonly steps: number;
  readonly rejected: number;
}

/** The highest axis value that was answered, with the uncertainty from the repeats and the grid of steps. */
export interface SaturationResult {
  /** Null if not even the lowest step was answered. */
  readonly value: number | null;
  /** The lowest result of a single repeat; null if one answered nothing. */
  readonly low: number | null;
  /** The next step of the grid above the best repeat; null if there is none, that is, if it is censored. */
  readonly below: number | null;
  /** Whether the value is only a lower bound: the load generator or the grid of steps ends here. */
  readonly censored: boolean;
  readonly disturbed: boolean;
}

/** A sweep under one setting: what was measured of it. */
export interface SweepReport {
  readonly sweep: Sweep;
  readonly setting: Setting;
  /** The id and label of its series in figures; they hold the setting where the run has several. */
  readonly series: string;
  readonly label: string;
  readonly levels: readonly SweepLevel[];
  readonly saturation: SaturationResult | null;
}

export interface RunReport {
  readonly run: Run;
  readonly sweeps: readonly SweepReport[];
}

export interface BenchmarkReport {
  readonly benchmark: Benchmark;
  /** The benchmark's measures by their ids. */
  readonly measures: ReadonlyMap<string, Measure>;
  /** The lead run first: the one that the benchmark names, or else the newest; then the others, newest first. */
  readonly runs: readonly RunReport[];
  /** How each sweep is drawn, by its id: as the benchmark says, or else as its framework's file does. */
  readonly seriesStyles: ReadonlyMap<string, SeriesStyle>;
}

export interface Report {
  readonly site: SiteSettings;
  readonly catalog: Catalog;
  readonly sources: ReadonlyMap<string, NamedSource>;
  readonly frameworks: readonly Framework[];
  readonly repositories: ReadonlyMap<string, RepositoryFacts>;
  readonly editions: readonly Edition[];
  readonly latest: Edition;
  readonly comparisons: readonly EditionDiff[];
  readonly shortlists: readonly ShortlistResult[];
  readonly benchmarks: readonly BenchmarkReport[];
  /** The programs that benchmarks measured. */
  readonly programs: readonly ProgramSet[];
  /** Figures that show part of another figure. */
  readonly figureParts: readonly FigurePart[];
  readonly redirects: readonly Redirect[];
  /** Pages of prose, in Markdown. */
  readonly prose: readonly TextFile[];
  readonly contradictions: readonly Contradiction[];
  /** Cells of the latest edition whose claim is older than its feature's review age. */
  readonly toReview: readonly MatrixCell[];
  /** The newest day in the data, or the day set by the caller. */
  readonly updated: string;
  readonly claimCount: number;
  readonly sourcedCount: number;
}

export type DatedClaim = Claim & { readonly on: ClaimDate };
