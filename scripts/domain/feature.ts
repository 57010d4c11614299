/** The questions asked of every framework. Imports nothing. */
import type { FromGit } from './facts.ts';

export type FeatureKind = 'support' | 'license' | 'choice' | 'list' | 'text' | 'link' | 'date' | 'number';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export type Group = Choice;

/** An answer that readers can filter by, and the licenses or words that count as it. */
export interface FacetOption extends Choice {
  readonly matches: readonly string[];
}

/** How readers filter by a feature. */
export interface FacetDefinition {
  /** The adjective for a framework with this feature, such as `documented`. */
  readonly phrase: string;
  /** Empty if the kind or the choices of the feature are the options. */
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
  /** The age in years from which a claim is marked as aged; null for never. */
  readonly reviewYears: number | null;
  /** The unit of a number; empty for none, and for other kinds. */
  readonly unit: string;
  /** Which end of a number is better; null if neither is, and for other kinds. */
  readonly better: 'higher' | 'lower' | null;
  /** What git can say about this question; null for nothing. */
  readonly fromGit: FromGit | null;
  /** Its answer belongs to the first things said of a framework. */
  readonly head: boolean;
  /** A question of the past: last in the matrix, folded. */
  readonly folded: boolean;
  /** Null if readers cannot filter by it. */
  readonly facet: FacetDefinition | null;
}

export interface Catalog {
  readonly groups: readonly Group[];
  readonly features: readonly Feature[];
}
