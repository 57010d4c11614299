/** A column of the matrix. */
export interface Column {
  readonly id: string;
  readonly label: string;
  /** Its place in a row, from 1, as `:nth-child` counts. */
  readonly place: number;
  /** Hidden until a reader asks for it. */
  readonly folded: boolean;
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
  /** Words instead of signs. */
  verbose: boolean;
  /** The only feature shown; empty for all of them. */
  only: string;
}

interface Kept {
  readonly hidden?: unknown;
  readonly folded?: unknown;
}

/** What was chosen for an edition before, and what the address asks for; the questions of the past are hidden at first. */
export function readChoice(edition: string, columns: readonly Column[]): Choice {
  let kept: Kept = {};
  try {
    kept = (JSON.parse(localStorage.getItem(`matrix:${edition}`) ?? '{}') as Kept | null) ?? {};
  } catch {
    // A broken or forbidden storage is an empty one.
  }
  const past = columns.filter(({ folded }) => folded).map(({ id }) => id);
  return {
    hidden: Array.isArray(kept.hidden) ? texts(kept.hidden) : new Set(past),
    folded: texts(kept.folded),
    ...readFragment(columns),
  };
}

/** `#view=words&only=epoll`. */
export function readFragment(columns: readonly Column[]): Pick<Choice, 'verbose' | 'only'> {
  const params = new URLSearchParams(location.hash.slice(1));
  const only = params.get('only') ?? '';
  return { verbose: params.get('view') === 'words', only: columns.some(({ id }) => id === only) ? only : '' };
}

/** Keeps a choice by ids, so that it means the same when features are added; density and the only feature go into the address. */
export function keepChoice(edition: string, { hidden, folded, verbose, only }: Choice): void {
  try {
    localStorage.setItem(`matrix:${edition}`, JSON.stringify({ hidden: [...hidden], folded: [...folded] }));
  } catch {
    // Then it holds for this page only.
  }
  const params = new URLSearchParams([
    ...(verbose ? [['view', 'words']] : []),
    ...(only === '' ? [] : [['only', only]]),
  ]);
  const asked = params.size === 0 ? '' : `#${params}`;
  // The address of a cell or of a search stays as it is.
  if (asked !== '' || location.hash.includes('='))
    history.replaceState(null, '', `${location.pathname}${location.search}${asked}`);
}

function texts(value: unknown): Set<string> {
  return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}
