import type { Figure } from '../../../scripts/figures/figure.ts';

/** A figure's table with the id of its row and column at every cell, by which a frame shows the chosen ones alone. */
export interface TableView {
  readonly caption: string;
  readonly rowLabel: string;
  /** `place`: the column's value on the axis; empty where it has none. */
  readonly columns: readonly { readonly label: string; readonly place: string; readonly id: string }[];
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly {
    readonly text: string;
    readonly value: string;
    readonly rank: string;
    readonly id: string;
  }[];
}

/** The table of a figure. */
export function viewTable({ table, columns }: Figure): TableView {
  const ids = table.columns.map((_, index) => columns[index]?.id ?? '');
  return {
    caption: table.caption,
    rowLabel: table.rowLabel,
    columns: table.columns.map(({ text, value }, index) => ({ label: text, place: value, id: ids[index] ?? '' })),
    rows: table.rows.map(({ id, label, cells }) => ({
      id,
      label,
      cells: cells.map(({ text, value, rank }, index) => ({ text, value, rank, id: ids[index] ?? '' })),
    })),
  };
}
