/** A figure with everything its vessels carry: one truth for page, frame, picture, table and specification. */
export interface Figure {
  readonly id: string;
  /** The run it is pinned to; null for the living figure. */
  readonly pin: string | null;
  /** The run it shows, pinned or not; null where it is of no run. */
  readonly shows: string | null;
  readonly title: string;
  readonly question: string;
  /** A sentence on what it shows, made from its data: the alternative text of every picture. */
  readonly alt: string;
  /** The inline SVG, colored by the page's tokens; empty for a table too large to be read as a picture. */
  readonly svg: string;
  /** `higher` or `lower`, where one of them is better; empty elsewhere. */
  readonly better: string;
  readonly provenance: Provenance;
  readonly table: FigureTable;
  readonly numbers: Numbers;
  /** What a reader may choose: series of a chart, rows of a matrix. */
  readonly series: readonly Choosable[];
  /** What a reader may choose beside them: the columns of a matrix. */
  readonly columns: readonly Choosable[];
  /** The Vega-Lite specification with its data; null for figures that are no charts. */
  readonly spec: object | null;
  /** The table says more than the picture, and stands for it where there is room. */
  readonly tabular: boolean;
}

interface Choosable {
  readonly id: string;
  readonly label: string;
}

/** Where a figure comes from, in words and addresses. */
export interface Provenance {
  /** What it is taken from: the title of a run, the label of an edition. */
  readonly run: string;
  readonly date: string;
  /** The testbed in a line; empty where nothing was measured. */
  readonly testbed: string;
  /** What a reader must know before all, or nothing. */
  readonly warning: string;
  /** `Newest quiet run`, `Pinned to this run`. */
  readonly status: string;
  /** There is newer data than a pinned figure shows. */
  readonly newer: boolean;
  readonly source: string;
  readonly license: { readonly label: string; readonly url: string };
}

/** A figure's table in words. */
interface FigureTable {
  readonly caption: string;
  readonly rowLabel: string;
  readonly columns: readonly FigureCell[];
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly FigureCell[] }[];
}

/** A cell in words, and the number that a script reads from it; empty where there is none. */
interface FigureCell {
  readonly text: string;
  readonly value: string;
}

/** A figure's table in numbers, one observation a row. */
export interface Numbers {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The figure's part of every address of it: its id, with the run it is pinned to. */
export function nameOf({ id, pin }: Pick<Figure, 'id' | 'pin'>): string {
  return pin === null ? id : `${id}@${pin}`;
}
