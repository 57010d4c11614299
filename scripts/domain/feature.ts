/** The questions asked of every framework. Imports nothing. */
import type { FromGit } from './facts.ts';

export type FeatureKind = 'support' | 'license' | 'choice' | 'list' | 'text' | 'link' | 'date';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export type Group = Choice;

/** An answer that readers can ask for, and the licenses or words that are this answer. */
export interface FacetOption extends Choice {
  readonly matches: readonly string[];
}

/** How readers filter by a feature. */
export interface FacetDefinition {
  /** What a framework with this feature is said to be: `documented`. */
  readonly phrase: string;
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

export interface Catalog {
  readonly groups: readonly Group[];
  readonly features: readonly Feature[];
}
