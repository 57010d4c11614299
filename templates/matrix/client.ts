/** The matrix with script: a grid walked by arrows, proofs in place, columns to choose and groups to fold. */
import { addColumns } from './client/columns.ts';
import { walkGrid } from './client/grid.ts';
import { addPicks } from './client/picks.ts';
import { openSources } from './client/sources.ts';
import { sayCells } from './client/tip.ts';

const table = document.querySelector<HTMLTableElement>('table.matrix');
if (table !== null) {
  addColumns(table);
  walkGrid(table);
  sayCells(table);
  openSources(table, addPicks(table, table.dataset['compare'] ?? ''));
}
