import { element, link, scrolling } from './dom.ts';
import type { ComparedAnswer, ComparedFramework } from './model.ts';
import type { AnswerGroup } from './view.ts';

/** The answers as a table, with a box that leaves only those that differ. */
export function drawAnswers(
  groups: readonly AnswerGroup[],
  comparedFrameworks: readonly ComparedFramework[],
): HTMLElement {
  const box = element('input', { type: 'checkbox', id: 'only-differences' });
  const heads = comparedFrameworks.map(({ name, href }) => element('th', { scope: 'col' }, link(href, name)));
  const table = element(
    'table',
    { class: 'comparison' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Feature'), ...heads)),
    ...groups.map((group) => drawGroup(group, comparedFrameworks.length + 1)),
  );
  return element(
    'section',
    { id: 'answers' },
    element('h3', {}, 'Answers'),
    element('p', { class: 'choice' }, element('label', {}, box, ' Only answers that differ')),
    scrolling('Answers side by side, table', table),
  );
}

function drawGroup({ label, rows }: AnswerGroup, span: number): HTMLElement {
  const head = element('th', { scope: 'rowgroup', colspan: String(span) }, label);
  return element(
    'tbody',
    {},
    element('tr', { class: 'group' }, head),
    ...rows.map((row) =>
      element(
        'tr',
        { class: `is-${row.kind}` },
        element('th', { scope: 'row' }, link(row.href, row.label)),
        ...row.cells.map((cell) => element('td', {}, drawAnswer(cell))),
      ),
    ),
  );
}

function drawAnswer({ className, href, title, glyph, text, marks, git }: ComparedAnswer): HTMLElement {
  const cell = element('a', { class: `cell ${className}`, href, title });
  if (glyph !== '') cell.append(element('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), ' ');
  cell.append(element('span', { class: 'cell-text' }, text));
  if (marks !== '') cell.append(' ', element('small', {}, marks));
  if (git !== '') cell.append(' ', element('small', { class: 'git' }, `git: ${git}`));
  return cell;
}
