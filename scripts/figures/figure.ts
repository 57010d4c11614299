import type { ChartSpec } from '../domain/chart.ts';
import type { Bindings } from './spec.ts';
import type { Drawing } from './svg/drawing.ts';

/** A figure: one value from which pages, frames, pictures, tables and specifications are printed. */
export interface Figure extends FigureText {
  /** The picture; null for a table too large to be read as one. */
  readonly drawing: Drawing | null;
  /** The picture as small multiples; null where its chart asks for none, or one panel would be all. */
  readonly panels: Drawing | null;
  /** The same for a narrow page; null for figures that are no charts. */
  readonly narrow: Drawing | null;
  /** The Vega-Lite specification with its data; null for figures that are no charts. */
  readonly spec: ChartSpec | null;
}

/** Everything of a figure but its pictures. */
export interface FigureText {
  /** The id of all its addresses; a figure of a page alone has that of the figure it is taken from. */
  readonly id: string;
  /** The run it is pinned to; null for the figure that follows the newest data. */
  readonly pin: string | null;
  /** The run it shows, pinned or not; null where it is of no run. */
  readonly shows: string | null;
  /** The benchmark it is of; null where it is of claims. */
  readonly benchmark: string | null;
  /** What it is called on the page of its run. */
  readonly anchor: string;
  readonly title: string;
  /** The title where the page around it says the rest. */
  readonly heading: string;
  readonly question: string;
  /** What the data say, in a sentence that can be its title; empty where they give none. */
  readonly takeaway: string;
  /** What is measured, in which unit, and which way is better; empty for tables. */
  readonly subtitle: string;
  /** A sentence on what it shows, made from its data: the alternative text of every picture. */
  readonly alt: string;
  /** What it is taken from, on a page that says the rest. */
  readonly caption: string;
  readonly provenance: Provenance;
  readonly table: FigureTable;
  readonly numbers: Numbers;
  /** What a reader may choose: series of a chart, rows of a matrix. */
  readonly series: readonly Choosable[];
  /** What a reader may choose beside them: the columns of a matrix. */
  readonly columns: readonly Choosable[];
  /** The table says more than the picture, and stands for it where there is room. */
  readonly tabular: boolean;
}

/** What a figure is made of, computed once: its text, and what is to be drawn. */
export interface FigureData {
  readonly text: FigureText;
  /** What Vega-Lite draws; null for a table of claims. */
  readonly chart: ChartPicture | null;
  /** A picture that needs no Vega: of a table of claims, where it is not too large. */
  readonly drawing: Drawing | null;
}

/** A chart to be drawn: which template, bound to what, and the prefix of the ids inside its SVG. */
export interface ChartPicture {
  readonly template: string;
  readonly bindings: Bindings;
  readonly prefix: string;
  /** It is drawn as small multiples too. */
  readonly panels: boolean;
  /** The same for a narrow page; null where one picture serves all. */
  readonly narrow: { readonly template: string; readonly bindings: Bindings } | null;
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
  /** `Lead run`, `Pinned to this run`. */
  readonly status: string;
  /** There is newer data than a pinned figure shows. */
  readonly newer: boolean;
  readonly source: string;
  readonly license: { readonly label: string; readonly url: string };
}

/** A figure's table in words. */
export interface FigureTable {
  readonly caption: string;
  /** What the rows are. */
  readonly rowLabel: string;
  readonly columns: readonly FigureColumn[];
  /** The id of a row is that of its series; empty where there is none. */
  readonly rows: readonly { readonly id: string; readonly label: string; readonly cells: readonly FigureCell[] }[];
}

/** The head of a column, and the number that it is on the axis; empty where it is none. */
export interface FigureColumn {
  readonly text: string;
  readonly value: string;
}

/** A cell in words, and what a script reads from it: the number, and the rank in its column; empty where there is none. */
export interface FigureCell extends FigureColumn {
  readonly rank: string;
}

/** A figure's table in numbers, one observation a row. */
export interface Numbers {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a figure says over its picture where its title stands above: the sentence of the data, and what is measured. */
export function leadOf({ takeaway, subtitle, question }: FigureText): string {
  const told = takeaway === '' ? question : `${takeaway}.`;
  return subtitle === '' ? told : `${told} ${subtitle}`;
}

/** The figure's part of every address of it: its id, with the run it is pinned to. */
export function nameOf({ id, pin }: Pick<Figure, 'id' | 'pin'>): string {
  return pin === null ? id : `${id}@${pin}`;
}
