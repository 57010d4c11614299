/** Makes the columns of numbers of a table sortable. */
function makeSortable(table: HTMLTableElement): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  for (const [column, head] of heads.entries()) {
    if (!hasNumbers(table, column)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order = head.ariaSort === 'descending' ? 'ascending' : 'descending';
      for (const one of heads) one.removeAttribute('aria-sort');
      head.ariaSort = order;
      for (const body of table.tBodies) sortRows(body, column, order === 'ascending' ? 1 : -1);
    });
  }
}

function hasNumbers({ tBodies }: HTMLTableElement, column: number): boolean {
  return [...tBodies].some(({ rows }) => [...rows].some((row) => row.cells[column]?.dataset['sort'] !== undefined));
}

/** Rows without a number come last in either order. */
function sortRows(body: HTMLTableSectionElement, column: number, sign: 1 | -1): void {
  const keyOf = (row: HTMLTableRowElement): number => {
    const text = row.cells[column]?.dataset['sort'] ?? '';
    return text === '' ? Number.POSITIVE_INFINITY : sign * Number(text);
  };
  body.append(...[...body.rows].sort((a, b) => keyOf(a) - keyOf(b)));
}

for (const table of document.querySelectorAll<HTMLTableElement>('table.sortable')) makeSortable(table);
