/** The rows of the matrix, by their place in the index. */
export interface Rows {
  /** Hides what is not kept; `order` counts where something is sorted by. */
  readonly show: (kept: Uint8Array, sort: string | null, order: readonly number[]) => void;
}

/** The matrix's rows that have these ids, with the way back to where they stood. */
export function rowsOf(ids: readonly string[]): Rows {
  const found = new Map(
    [...document.querySelectorAll<HTMLTableRowElement>('tr[data-framework]')].map((row) => [
      row.dataset['framework'],
      row,
    ]),
  );
  const rows = ids.map((id) => found.get(id) ?? null);
  const homes = [...new Set([...found.values()].map((row) => row.parentElement))].filter((home) => home !== null);
  const inside = new Map(homes.map((home) => [home, [...home.querySelectorAll('tr[data-framework]')]]));
  const sorted = document.createElement('tbody');
  const sortBy = (sort: string | null, order: readonly number[]): void => {
    if (sort === null && !sorted.isConnected) return;
    if (sort === null) for (const [home, own] of inside) home.append(...own);
    else sorted.append(...order.flatMap((at) => rows[at] ?? []));
    if (sort === null) sorted.remove();
    else homes[0]?.parentElement?.append(sorted);
    for (const head of document.querySelectorAll<HTMLElement>('th[data-feature]')) {
      const isSorted = sort !== null && head.dataset['feature'] === sort.replace(/\.(?:least|most)$/, '');
      if (isSorted) head.setAttribute('aria-sort', sort.endsWith('.most') ? 'ascending' : 'descending');
      else head.removeAttribute('aria-sort');
    }
  };
  return {
    show: (kept, sort, order) => {
      rows.forEach((row, at) => {
        const hidden = kept[at] !== 1;
        if (row !== null && row.hidden !== hidden) row.hidden = hidden;
      });
      sortBy(sort, order);
      for (const home of homes) home.hidden = home.querySelector('tr[data-framework]:not([hidden])') === null;
    },
  };
}
