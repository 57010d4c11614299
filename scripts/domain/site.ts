/** The settings of the site, its editions and shortlists. Imports types only. */

import type { Fix } from './chart.ts';
import type { NamedSource } from './claim.ts';
import type { Catalog, Group } from './feature.ts';
import type { Framework } from './framework.ts';

/** The matrix as of a date: for each cell, the newest claim up to that date. */
export interface EditionDefinition {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  /** Null for the latest edition, which shows the newest claims. */
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
  /** What is compared, as readers see it: one, and several. */
  readonly noun: string;
  readonly nounPlural: string;
  /** The figure of the overview, by its id; null for the first one of the first benchmark. */
  readonly figure: string | null;
  readonly url: string;
  readonly base: string;
  readonly license: { readonly label: string; readonly url: string };
  readonly repository: string;
  readonly branch: string;
  readonly categories: readonly Group[];
  readonly editions: readonly EditionDefinition[];
  /** The order of the benchmarks; those not named follow. */
  readonly benchmarks: readonly string[];
  /** Sets of two to six frameworks with a prepared comparison. */
  readonly comparisons: readonly { readonly frameworks: readonly string[]; readonly note: string | null }[];
  readonly navigation: readonly { readonly label: string; readonly path: string }[];
  /** Hosts from which repositories may be read. */
  readonly hosts: readonly string[];
  /** The badges of the measured frameworks. */
  readonly badges: readonly BadgeDefinition[];
}

/** A badge of every measured framework that shows its saturation in a benchmark. */
export interface BadgeDefinition {
  readonly id: string;
  readonly label: string;
  readonly benchmark: string;
  /** The values of other key columns that it is of. */
  readonly fix: Fix;
}

/** One condition of a shortlist: the least support for a feature. */
export interface Condition {
  readonly feature: string;
  readonly atLeast: 'partial' | 'full';
  /** The answer must hold at the edition's day: an aged one does not count. */
  readonly still: boolean;
}

/** A named rule over features. */
export interface Shortlist {
  readonly id: string;
  readonly label: string;
  /** The same as a question: `Which use io_uring?` */
  readonly question: string;
  readonly note: string | null;
  readonly conditions: readonly Condition[];
  /** What a source itself listed under this rule. */
  readonly listed: {
    readonly source: string;
    readonly edition: string;
    readonly frameworks: readonly string[];
  } | null;
}

export interface Registry {
  readonly site: SiteSettings;
  readonly catalog: Catalog;
  readonly sources: ReadonlyMap<string, NamedSource>;
  readonly frameworks: readonly Framework[];
  readonly shortlists: readonly Shortlist[];
}
