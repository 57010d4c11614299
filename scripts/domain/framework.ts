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
  /** How its series are drawn in every figure; null until assigned. */
  readonly seriesStyle: SeriesStyle | null;
  /** Claims by feature id, oldest first, undated ones before the others. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly file: string;
}
