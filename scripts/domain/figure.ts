/** The ids of figures, the parts of figures that a project defines, and renamed ids. Imports nothing. */

/** A figure that shows part of another one, under its own id. */
export interface FigurePart {
  readonly id: string;
  readonly title: string;
  readonly question: string | null;
  /** The figure of which it is a part. */
  readonly figure: string;
  /** Null for all. */
  readonly frameworks: readonly string[] | null;
  readonly features: readonly string[] | null;
}

/** What may be renamed: the keys of `data/redirects.yaml`. */
export type Renamed = 'figures' | 'frameworks' | 'benchmarks' | 'pages';

/** A renamed id, whose old URLs stay valid. */
export interface Redirect {
  readonly kind: Renamed;
  readonly from: string;
  readonly to: string;
}

/** The id of a benchmark's chart, unique in the site. */
export function chartId(benchmark: string, chart: string): string {
  return `${benchmark}-${chart}`;
}

/** The id of an edition's matrix as a figure. */
export function matrixId(edition: string): string {
  return `matrix-${edition}`;
}

/** The id of the figure that shows how an edition's answers changed. */
export function changesId(edition: string): string {
  return `changes-${edition}`;
}
