/** The merged model, ready to be rendered. Imports types only. */

import type { Benchmark, Measure } from './benchmark.ts';
import type { SeriesStyle } from './chart.ts';
import type { Claim, ClaimDate, ClaimSource, NamedSource } from './claim.ts';
import type { RepositoryFacts } from './facts.ts';
import type { Catalog, Feature } from './feature.ts';
import type { FigurePart, Redirect } from './figure.ts';
import type { Framework } from './framework.ts';
import type { ProgramSet } from './program.ts';
import type { Run, Sweep } from './run.ts';
import type { EditionDefinition, Shortlist, SiteSettings } from './site.ts';
import type { TextFile } from './source.ts';

/** One framework's answer to one feature in one edition. */
export interface MatrixCell {
  readonly framework: Framework;
  readonly feature: Feature;
  /** The claim shown; null where nobody has claimed anything. */
  readonly claim: Claim | null;
  /** Claims that contradict the shown one, or that it contradicts. */
  readonly disputes: readonly Claim[];
  /** What the edition's own source says elsewhere, later and otherwise: in the comments of a post, say. */
  readonly corrections: readonly Claim[];
  /** The claim is older than the feature's review age. */
  readonly aged: boolean;
  /** What the repository says to it; null where it says nothing, or was not read. */
  readonly git: Evidence | null;
}

export type Verdict = 'confirmed' | 'contradicted' | 'inconclusive';

/** What a repository says to a claim, and where it says it. */
export interface Evidence {
  readonly verdict: Verdict;
  /** As short as a cell of the matrix: `BSD-3-Clause`. */
  readonly short: string;
  /** `LICENSE says BSD-3-Clause`. */
  readonly says: string;
  readonly source: ClaimSource;
  /** The day the facts are of. */
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
  /** The day the edition shows; for the living one, the newest day in the data. */
  readonly asOf: string;
  readonly features: readonly Feature[];
  readonly rows: readonly EditionRow[];
}

/** What became of a cell between an edition and the living one. */
export interface CellChange {
  readonly before: MatrixCell;
  readonly after: MatrixCell;
  /** `repeated`: nobody has claimed anything since. */
  readonly kind: 'same' | 'changed' | 'repeated';
}

export interface EditionDiff {
  readonly before: Edition;
  readonly after: Edition;
  readonly rows: readonly { readonly framework: Framework; readonly changes: readonly CellChange[] }[];
}

/** How a framework fares under a shortlist's rule. */
export interface ShortlistRow {
  readonly framework: Framework;
  readonly meets: boolean;
  /** The cells of the rule's features, in the rule's order, and whether each meets its condition. */
  readonly cells: readonly { readonly cell: MatrixCell; readonly meets: boolean }[];
}

export interface ShortlistResult {
  readonly shortlist: Shortlist;
  readonly edition: Edition;
  readonly entries: readonly ShortlistRow[];
  /** Where the source's own list and the rule disagree; empty for editions the source did not speak of. */
  readonly disagreements: readonly { readonly row: ShortlistRow; readonly listed: boolean }[];
}

/** A measure over the repeats of one axis value; null where no repeat measured it. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** All repeats of one axis value of a sweep. */
export interface SweepLevel {
  readonly axis: number;
  readonly spreads: ReadonlyMap<string, Spread>;
  readonly disturbed: boolean;
  readonly steps: number;
  readonly rejected: number;
}

/** The highest axis value still answered, with what the repeats and the grid leave open. */
export interface SaturationResult {
  /** Null where not even the lowest step was answered. */
  readonly value: number | null;
  /** The lowest answer of a single repeat, null where one answered nothing. */
  readonly low: number | null;
  /** The next step of the grid above the best repeat; null where there is none, that is where it is censored. */
  readonly below: number | null;
  /** Known only to be at least this: the load generator or the grid of steps ends here. */
  readonly censored: boolean;
  readonly disturbed: boolean;
}

export interface SweepReport {
  readonly sweep: Sweep;
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
  /** The leading run first: the newest quiet one, or the newest of all; then the others, newest first. */
  readonly runs: readonly RunReport[];
  /** How each sweep is drawn, by its id: as the benchmark says, else as its framework's file does. */
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
  /** Figures that show a part of another. */
  readonly figureParts: readonly FigurePart[];
  readonly redirects: readonly Redirect[];
  /** Pages of prose, in Markdown. */
  readonly prose: readonly TextFile[];
  readonly contradictions: readonly Contradiction[];
  /** Cells of the living edition whose claim is older than its feature's review age. */
  readonly toReview: readonly MatrixCell[];
  /** The newest day in the data, or the day given from outside. */
  readonly updated: string;
  readonly claimCount: number;
  readonly sourcedCount: number;
}

export type DatedClaim = Claim & { readonly on: ClaimDate };
