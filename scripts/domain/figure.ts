/** Figures by their ids, the parts of them that a project names, and what was renamed. Imports nothing. */

/** A figure that shows a part of another one, under an id of its own. */
export interface FigurePart {
  readonly id: string;
  readonly title: string;
  readonly question: string | null;
  /** The figure it is a part of. */
  readonly figure: string;
  /** Null for all. */
  readonly frameworks: readonly string[] | null;
  readonly features: readonly string[] | null;
}

/** What may be renamed, as the mapping in `data/redirects.yaml` calls it. */
export type Renamed = 'figures' | 'frameworks' | 'benchmarks' | 'pages';

/** An id that was renamed: its addresses stay. */
export interface Redirect {
  readonly kind: Renamed;
  readonly from: string;
  readonly to: string;
}

/** The id under which a chart of a benchmark is known everywhere. */
export function chartId(benchmark: string, chart: string): string {
  return `${benchmark}-${chart}`;
}

/** The id under which the matrix of an edition is known everywhere. */
export function matrixId(edition: string): string {
  return `matrix-${edition}`;
}

/** The id of the figure of what became of an edition's answers. */
export function changesId(edition: string): string {
  return `changes-${edition}`;
}
