/**
 * The domain's types: what the registry and the runs are made of. Imports types only.
 */

import type { ChartDefinition, Look } from './chart.ts';
import type { Claim, ClaimDate, NamedSource, Proof } from './claim.ts';
import type { FromGit } from './facts.ts';
import type { Place } from './source.ts';

export type * from './chart.ts';
export type * from './claim.ts';
export type * from './source.ts';

export type FeatureKind = 'support' | 'license' | 'choice' | 'list' | 'text' | 'link' | 'date';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

type Group = Choice;

/** An answer that readers can ask for, and the licences or words that are this answer. */
export interface FacetOption extends Choice {
  readonly matches: readonly string[];
}

/** How readers filter by a feature. */
export interface FacetDefinition {
  /** What a framework with this feature is said to be: `documented`. */
  readonly words: string;
  /** Empty where the kind or the choices of the feature say what can be asked for. */
  readonly options: readonly FacetOption[];
}

/** A question asked of every framework: one column of the matrix. */
export interface Feature {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly question: string;
  readonly help: string | null;
  readonly group: string;
  readonly kind: FeatureKind;
  readonly choices: readonly Choice[];
  /** The age in years at which a claim fades; null where it never does. */
  readonly reviewYears: number | null;
  /** What git can say to this question; null where it can say nothing. */
  readonly fromGit: FromGit | null;
  /** Null where readers do not filter by it. */
  readonly facet: FacetDefinition | null;
}

export interface Catalogue {
  readonly groups: readonly Group[];
  readonly features: readonly Feature[];
}

export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly summary: string | null;
  readonly category: string;
  readonly homepage: string | null;
  readonly repository: string | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly package: { readonly index: string; readonly name: string } | null;
  /** How its series are drawn in every figure; null until somebody assigns it. */
  readonly look: Look | null;
  /** Claims per feature id, oldest first, undated ones before all. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly file: string;
}

/** The matrix as of a date: the newest claim not later than it. */
export interface EditionDefinition {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  /** Null for the living edition: the newest claim of all. */
  readonly on: string | null;
  /** Frameworks in order; null for all of them. */
  readonly frameworks: readonly string[] | null;
  /** Features in order; null for all of them. */
  readonly features: readonly string[] | null;
  /** The named source whose own table this edition reproduces, if it does. */
  readonly source: string | null;
}

export interface SiteSettings {
  readonly title: string;
  readonly tagline: string;
  readonly url: string;
  readonly base: string;
  readonly license: { readonly label: string; readonly url: string };
  readonly repository: string;
  readonly branch: string;
  readonly categories: readonly Group[];
  readonly editions: readonly EditionDefinition[];
  /** Benchmarks in the order of the site; those not named follow. */
  readonly benchmarks: readonly string[];
  /** Sets of two to six frameworks that have a page of their own side by side. */
  readonly comparisons: readonly { readonly frameworks: readonly string[]; readonly note: string | null }[];
  readonly navigation: readonly { readonly label: string; readonly path: string }[];
  /** Hosts from which repositories may be read. */
  readonly hosts: readonly string[];
  /** Small pictures of one fact about a framework. */
  readonly badges: readonly BadgeDefinition[];
}

/** A badge of every framework: its answer to a feature, its saturation in a benchmark, or, with neither, the share of proven claims. */
export interface BadgeDefinition {
  readonly id: string;
  readonly label: string;
  readonly feature: string | null;
  readonly benchmark: string | null;
}

/** One condition of a shortlist: a support feature at least so well supported, or a choice among some. */
export interface Condition {
  readonly feature: string;
  readonly atLeast: 'partial' | 'full';
}

/** A named rule over features. */
export interface Shortlist {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  readonly conditions: readonly Condition[];
  /** What a source listed by its own words under this rule. */
  readonly listed: {
    readonly source: string;
    readonly edition: string;
    readonly frameworks: readonly string[];
  } | null;
}

export interface Registry {
  readonly site: SiteSettings;
  readonly catalogue: Catalogue;
  readonly sources: ReadonlyMap<string, NamedSource>;
  readonly frameworks: readonly Framework[];
  readonly shortlists: readonly Shortlist[];
}

/** A quantity that a benchmark measures. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Null where neither more nor less is better (a setting, a count of repeats). */
  readonly better: 'higher' | 'lower' | null;
  readonly kind: 'number' | 'text' | 'flag';
  readonly help: string | null;
}

/** A condition a step must meet to count as still answered. */
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

/** A bound that readers can set: on the saturation, or on a measure at one value of the axis. */
export interface BenchmarkFilter {
  readonly id: string;
  readonly label: string;
  readonly at: { readonly measure: string; readonly axis: number } | null;
  /** Is the bound a least or a most? */
  readonly bound: 'least' | 'most';
  readonly unit: string;
  /** How many of the measure's unit are one of the filter's. */
  readonly per: number;
}

/** A repeatable test: its measures, axis, charts. */
export interface Benchmark {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly workload: string;
  /** The measure that rises along a sweep. */
  readonly axis: string;
  /** The columns that together name a step; no two rows of a sweep share them. */
  readonly key: readonly string[];
  readonly repeat: string | null;
  readonly contaminated: string | null;
  readonly quarantined: string | null;
  readonly measures: readonly Measure[];
  readonly saturation: Saturation | null;
  /** Looks by sweep, where a framework has several programs in a run, and of baselines, which belong to none. */
  readonly looks: ReadonlyMap<string, Look>;
  readonly charts: readonly ChartDefinition[];
  readonly filters: readonly BenchmarkFilter[];
  readonly file: string;
}

/** One attempted rate, one repeat: a row of a CSV file. Null is "not measured". */
export interface Step {
  readonly axis: number;
  readonly repeat: string;
  readonly state: 'clean' | 'contaminated' | 'quarantined';
  readonly values: ReadonlyMap<string, number | string | null>;
}

/** What a run says of one of its sweeps. */
export interface SweepDescription {
  readonly id: string;
  readonly label: string;
  /** Null for a baseline, which is not a framework of the registry. */
  readonly framework: string | null;
  readonly version: string | null;
  readonly runtime: string | null;
  readonly style: string | null;
  readonly scenario: string | null;
  readonly note: string | null;
}

/** One framework's steps in a run. */
export interface Sweep extends SweepDescription {
  readonly columns: readonly string[];
  readonly steps: readonly Step[];
  readonly file: string;
}

/** What a source states in words about a run, without a sweep. */
export interface Statement {
  readonly framework: string;
  readonly setting: string | null;
  readonly axis: number | null;
  readonly measure: string;
  readonly value: number;
  readonly qualifier: 'exactly' | 'about' | 'at least' | 'at most';
  readonly note: string | null;
  readonly proofs: readonly Proof[];
  readonly place: Place;
}

/** One dated execution of a benchmark on one testbed; an immutable folder. */
export interface Run {
  readonly id: string;
  readonly benchmark: string;
  readonly date: ClaimDate;
  readonly title: string;
  readonly testbed: readonly Fact[];
  readonly generator: readonly Fact[];
  readonly parameters: readonly Fact[];
  readonly caveats: readonly string[];
  readonly condition: 'quiet' | 'busy' | 'unknown';
  /** Measures not to be published from this run. */
  readonly withheld: readonly string[];
  /** The highest axis value that the load generator itself can reach. */
  readonly ceiling: number | null;
  readonly by: string;
  readonly supersedes: string | null;
  readonly sweeps: readonly Sweep[];
  readonly statements: readonly Statement[];
  readonly file: string;
}

/** A line of a table of facts: what, and which. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}
