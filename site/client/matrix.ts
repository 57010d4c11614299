/** The matrix with script: a grid walked by arrows, proofs in place, columns to choose and groups to fold. */
import { addColumns } from './matrix/columns.ts';
import { walkGrid } from './matrix/grid.ts';
import { addPicks } from './matrix/picks.ts';
import { openProofs } from './matrix/proof.ts';

const table = document.querySelector<HTMLTableElement>('table.matrix');
if (table !== null) {
  addColumns(table);
  walkGrid(table);
  openProofs(table, addPicks(table, table.dataset['compare'] ?? ''));
}
