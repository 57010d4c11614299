/** What the browser needs to filter one edition: made at build time, read by the engine on both sides. */

/** An answer that a reader can ask for. */
interface Option {
  readonly id: string;
  readonly label: string;
}

/** A question with answers to choose from; several chosen ones mean any of them. */
export interface Facet {
  readonly id: string;
  /** How a condition on it is spoken of: `documented`, `style`. */
  readonly phrase: string;
  /** `level`: supports, of which a higher one is a lower one too; `list`: a framework may have several, and be asked to have none of some. */
  readonly kind: 'level' | 'choice' | 'list';
  readonly options: readonly Option[];
  /** Per row the options it has, by their place; null where nobody knows. */
  readonly rows: readonly (readonly number[] | null)[];
}

/** A number with a bound that a reader sets. */
export interface Range {
  readonly id: string;
  readonly phrase: string;
  readonly unit: string;
  readonly bound: 'least' | 'most';
  /** The numbers are answers of a feature, and no results of a run. */
  readonly stated: boolean;
  /** Per row the best of its results; null where it has none. */
  readonly rows: readonly (number | null)[];
  /** The rows whose number is only known to be at least so much. */
  readonly open: readonly number[];
}

/** Which rows a word stands in: the words sorted, and for each the rows as steps from one to the next. */
export interface WordIndex {
  readonly terms: string;
  readonly rows: string;
}

export interface FilterIndex {
  /** The ids of the frameworks, in the order of the matrix. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly facets: readonly Facet[];
  readonly ranges: readonly Range[];
  readonly text: WordIndex;
}

/** What a reader asks for; nothing asked is an empty part. */
export interface Query {
  /** Facet id to the options of which one is enough. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  /** Facet id to the options of which there may be none. */
  readonly without: ReadonlyMap<string, readonly string[]>;
  /** Range id to its bound. */
  readonly bounds: ReadonlyMap<string, number>;
  readonly text: string;
  /** `name`, or the id of a facet or range; null for the order of the matrix. */
  readonly sort: string | null;
  /** Pairs of the address that mean nothing here: they are kept. */
  readonly unknownParams: readonly (readonly [key: string, value: string])[];
}
