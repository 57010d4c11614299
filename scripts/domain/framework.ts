/** A thing compared. Imports types only. */
import type { SeriesStyle } from './chart.ts';
import type { Claim } from './claim.ts';

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
  readonly seriesStyle: SeriesStyle | null;
  /** Claims per feature id, oldest first, undated ones before all. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly file: string;
}
