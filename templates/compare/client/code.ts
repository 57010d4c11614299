import { element, scrolling } from './dom.ts';
import type { CodeLine } from './model.ts';
import type { CodeView } from './view.ts';

/** Programs side by side, the lines they share beside one another; nothing where two have none. */
export function drawCode(code: CodeView | null): readonly HTMLElement[] {
  if (code === null) return [];
  const heads = code.heads.map(({ label, file }) =>
    element('th', { scope: 'col' }, `${label} `, element('span', { class: 'detail' }, file)),
  );
  const rows = code.rows.map(({ shared, lines }) =>
    element('tr', { class: shared ? 'is-shared' : '' }, ...lines.map(drawCell)),
  );
  const table = element(
    'table',
    { class: 'aligned' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
  return [
    element(
      'section',
      { id: 'programs' },
      element('h3', {}, 'Programs'),
      ...code.notes.map((note) => element('p', { class: 'detail' }, note)),
      element('p', {}, code.shared),
      scrolling('Programs side by side, table', table),
    ),
  ];
}

function drawCell(line: CodeLine | null): HTMLElement {
  const pieces = (line ?? []).map(([name, text]) =>
    name === '' ? text : element('span', { class: `t-${name}` }, text),
  );
  return element('td', { class: line === null ? 'is-absent' : '' }, element('code', {}, ...pieces));
}
