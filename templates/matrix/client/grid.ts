/** A step from one cell of the grid to another: rows, columns, and to the end where it is infinite. */
type Step = readonly [rows: number, columns: number];

const pageRows = 10;
const steps: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-pageRows, 0],
  PageDown: [pageRows, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
  'Control+Home': [-Infinity, -Infinity],
  'Control+End': [Infinity, Infinity],
};

/**
 * Makes a table a grid as ARIA's practices describe it: one stop for the Tab key, and arrows from cell to cell. What is
 * focused is the link or button in a cell, so that Enter does what it always does.
 */
export function walkGrid(table: HTMLTableElement): void {
  table.setAttribute('role', 'grid');
  const all = table.querySelectorAll<HTMLElement>('a, button');
  for (const one of all) one.tabIndex = -1;
  let stop = firstStop(table);
  if (stop !== null) stop.tabIndex = 0;

  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.closest('table') !== table) return;
    if (stop !== null) stop.tabIndex = -1;
    stop = target;
    stop.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const step = steps[`${event.ctrlKey ? 'Control+' : ''}${event.key}`];
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('td, th') : null;
    if (step === undefined || cell === null) return;
    event.preventDefault();
    focusCell(walk(table, cell, step));
  });
  keepStop(table, () => {
    if (stop?.checkVisibility() === true) return;
    if (stop !== null) stop.tabIndex = -1;
    stop = firstStop(table);
    if (stop !== null) stop.tabIndex = 0;
  });
}

/** Whatever hides rows or columns may hide the one stop of the Tab key; then the first cell left takes its place. */
function keepStop(table: HTMLTableElement, check: () => void): void {
  let asked = false;
  const later = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      check();
    });
  };
  const watched = { subtree: true, attributes: true, attributeFilter: ['hidden', 'class'] };
  new MutationObserver(later).observe(table, watched);
}

function firstStop(table: HTMLTableElement): HTMLElement | null {
  return (
    table.querySelector<HTMLElement>('tbody tr[data-framework]:not([hidden]) > td:not(.measured-cell) > a') ?? null
  );
}

/** The cell that a step leads to; the one it starts from where it leads nowhere. */
function walk(table: HTMLTableElement, from: HTMLTableCellElement, [rows, columns]: Step): HTMLTableCellElement {
  const row = from.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return from;
  const shown = [...table.rows].filter((one) => one === row || (isWalked(one) && one.checkVisibility()));
  const targetRow = shown[clamp(shown.indexOf(row) + rows, shown.length)] ?? row;
  const start = columnOf(row, from);
  if (columns === 0) return cellAt(targetRow, start);
  const step = columns < 0 ? start + columns : start + from.colSpan - 1 + columns;
  return cellAt(targetRow, step);
}

function isWalked(row: HTMLTableRowElement): boolean {
  return !row.classList.contains('category');
}

function visibleCells(row: HTMLTableRowElement): readonly HTMLTableCellElement[] {
  return [...row.cells].filter((cell) => cell.checkVisibility());
}

/** A cell's place among the columns that are shown. */
function columnOf(row: HTMLTableRowElement, cell: HTMLTableCellElement): number {
  let column = 0;
  for (const one of visibleCells(row)) {
    if (one === cell) return column;
    column += one.colSpan;
  }
  return 0;
}

function cellAt(row: HTMLTableRowElement, column: number): HTMLTableCellElement {
  const cells = visibleCells(row);
  let end = 0;
  for (const cell of cells) {
    end += cell.colSpan;
    if (column < end) return cell;
  }
  return cells.at(-1) ?? (row.cells[0] as HTMLTableCellElement);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}

function focusCell(cell: HTMLTableCellElement): void {
  const inside = cell.querySelector<HTMLElement>('a, button');
  const target = inside ?? cell;
  if (inside === null) cell.tabIndex = -1;
  target.focus();
}
