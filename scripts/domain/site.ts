/** What the authors decide about the site: editions, shortlists, settings. Imports types only. */

import type { NamedSource } from './claim.ts';
import type { Catalog, Group } from './feature.ts';
import type { Framework } from './framework.ts';

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
  /** Small pictures of what was measured of a framework. */
  readonly badges: readonly BadgeDefinition[];
}

/** A badge of every framework that was measured: its saturation in a benchmark. */
export interface BadgeDefinition {
  readonly id: string;
  readonly label: string;
  readonly benchmark: string;
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
  readonly catalog: Catalog;
  readonly sources: ReadonlyMap<string, NamedSource>;
  readonly frameworks: readonly Framework[];
  readonly shortlists: readonly Shortlist[];
}
