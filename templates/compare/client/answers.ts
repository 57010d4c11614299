import type { ComparedAnswer, ComparedFramework } from './model.ts';
import { h, link, scrolling, type Tree } from './tree.ts';
import type { AnswerGroup } from './view.ts';

/** The answers as a table that shows those that differ, with a box to show all. */
export function drawAnswers(
  groups: readonly AnswerGroup[],
  frameworks: readonly ComparedFramework[],
  heading: string,
): Tree {
  const box = h('input', { type: 'checkbox', id: 'only-differences', checked: 'checked' });
  const heads = frameworks.map(({ name, href }) => h('th', { scope: 'col' }, link(href, name)));
  const table = h(
    'table',
    { class: 'comparison' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Feature'), heads)),
    groups.map((group) => drawGroup(group, frameworks.length + 1)),
  );
  return h(
    'section',
    { id: 'answers' },
    h(heading, {}, 'Answers'),
    h('p', { class: 'choice' }, h('label', {}, box, ' Only answers that differ')),
    scrolling('Answers side by side', table),
  );
}

function drawGroup({ label, rows }: AnswerGroup, span: number): Tree {
  const head = h('th', { scope: 'rowgroup', colspan: String(span) }, label);
  return h('tbody', {}, h('tr', { class: 'group' }, head), rows.map(drawRow));
}

function drawRow({ kind, href, label, cells }: AnswerGroup['rows'][number]): Tree {
  const head = h('th', { scope: 'row' }, link(href, label));
  return h(
    'tr',
    { class: `is-${kind}` },
    head,
    cells.map((cell) => h('td', {}, drawAnswer(cell))),
  );
}

/** As `templates/parts/cell` has it. */
function drawAnswer({ className, href, title, glyph, text, marks, git }: ComparedAnswer): Tree {
  return h(
    'a',
    { class: `cell ${className}`, href, title },
    glyph === '' ? '' : [h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), ' '],
    h('span', { class: 'cell-text' }, text),
    marks === '' ? '' : [' ', h('small', {}, marks)],
    git === '' ? '' : [' ', h('small', { class: 'git' }, `git: ${git}`)],
  );
}
