/** A column of the matrix. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Its place in a row, from 1, as `:nth-child` counts. */
  readonly place: number;
  readonly group: string;
}

/** A group of columns and its head in the table; without a head where the edition has no groups. */
export interface ColumnGroup {
  readonly id: string;
  readonly label: string;
  readonly head: HTMLTableCellElement | null;
  readonly columns: readonly Column[];
}

/** What a reader has chosen to see of a matrix. */
export interface Choice {
  readonly hidden: Set<string>;
  readonly folded: Set<string>;
  compact: boolean;
}

interface Kept {
  readonly hidden?: unknown;
  readonly folded?: unknown;
  readonly compact?: unknown;
}

/** What was chosen for an edition before; everything shown where nothing was, or nothing may be kept. */
export function readChoice(edition: string): Choice {
  let kept: Kept = {};
  try {
    kept = (JSON.parse(localStorage.getItem(`matrix:${edition}`) ?? '{}') as Kept | null) ?? {};
  } catch {
    // A broken or forbidden storage is an empty one.
  }
  return { hidden: texts(kept.hidden), folded: texts(kept.folded), compact: kept.compact === true };
}

/** Keeps a choice by ids, so that it means the same when features are added. */
export function keepChoice(edition: string, { hidden, folded, compact }: Choice): void {
  try {
    localStorage.setItem(`matrix:${edition}`, JSON.stringify({ hidden: [...hidden], folded: [...folded], compact }));
  } catch {
    // Then it holds for this page only.
  }
}

function texts(value: unknown): Set<string> {
  return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}
