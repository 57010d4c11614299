import type { CodeLine } from './model.ts';
import { h, scrolling, type Tree } from './tree.ts';
import type { CodeView } from './view.ts';

/** Programs side by side, folded, the lines they share beside one another. */
export function drawCode({ heads, rows, notes, shared }: CodeView, heading: string): Tree {
  const columns = heads.map(({ label, file }) =>
    h('th', { scope: 'col' }, `${label} `, h('span', { class: 'detail' }, file)),
  );
  const table = h(
    'table',
    { class: 'aligned' },
    h('thead', {}, h('tr', {}, columns)),
    h('tbody', {}, rows.map(drawRow)),
  );
  return h(
    'section',
    { id: 'programs' },
    h(heading, {}, 'Programs'),
    notes.map((note) => h('p', { class: 'detail' }, note)),
    h('details', {}, h('summary', {}, `Side by side: ${shared}`), scrolling('Programs side by side', table)),
  );
}

function drawRow({ shared, lines }: CodeView['rows'][number]): Tree {
  return h('tr', { class: shared ? 'is-shared' : '' }, lines.map(drawLine));
}

function drawLine(line: CodeLine | null): Tree {
  const pieces = (line ?? []).map(([name, text]) => (name === '' ? text : h('span', { class: `t-${name}` }, text)));
  return h('td', { class: line === null ? 'is-absent' : '' }, h('code', {}, pieces));
}
