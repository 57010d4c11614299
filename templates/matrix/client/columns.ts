import { makeButton } from './button.ts';
import { type Choice, type Column, type ColumnGroup, keepChoice, readChoice } from './choice.ts';
import { makeChooser } from './chooser.ts';

/** Adds what needs script: a chooser of columns, groups that fold, a denser table. The choice is kept for the edition. */
export function addColumns(table: HTMLTableElement): void {
  const groups = readGroups(table);
  const edition = table.dataset['edition'] ?? '';
  const choice = readChoice(edition);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const redraw: (() => void)[] = [];
  const show = (): void => {
    sheet.replaceSync(rulesOf(groups, choice));
    table.classList.toggle('is-compact', choice.compact);
    for (const group of groups) fitHead(group, choice);
    for (const one of redraw) one();
    keepChoice(edition, choice);
  };
  for (const group of groups) redraw.push(...addFold(group, choice, show));
  const tools = document.createElement('div');
  tools.className = 'matrix-tools';
  const chooser = makeChooser(groups, choice, show);
  const density = makeDensity(choice, show);
  redraw.push(chooser.redraw, density.redraw);
  tools.append(chooser.button, density.button, chooser.panel);
  document.querySelector('.matrix-bar')?.prepend(tools);
  table.addEventListener('click', (event) => foldAt(event, groups, choice, show));
  table.classList.add('is-foldable');
  show();
}

function readGroups(table: HTMLTableElement): readonly ColumnGroup[] {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-feature]')];
  const named = [...table.querySelectorAll<HTMLTableCellElement>('.groups th[data-group]')];
  const columns = heads.map((head, index) => ({
    id: head.dataset['feature'] ?? '',
    label: head.querySelector('span')?.textContent ?? '',
    place: index + 2,
    group: '',
  }));
  if (named.length === 0) return [{ id: '', label: 'Columns', head: null, columns }];
  let start = 0;
  return named.map((head) => {
    const own = columns.slice(start, start + head.colSpan);
    start += head.colSpan;
    return { id: head.dataset['group'] ?? '', label: head.textContent ?? '', head, columns: own };
  });
}

/** Columns of a group that are shown: all but the hidden ones, and of a folded group the first, as its stub. */
function shownOf({ id, columns }: ColumnGroup, { hidden, folded }: Choice): readonly Column[] {
  const open = columns.filter((column) => !hidden.has(column.id));
  return folded.has(id) ? open.slice(0, 1) : open;
}

function rulesOf(groups: readonly ColumnGroup[], choice: Choice): string {
  const rows = '.matrix tr:not(.groups, .category)';
  return groups
    .flatMap((group) => {
      const shown = shownOf(group, choice);
      const away = group.columns
        .filter((column) => !shown.includes(column))
        .map(({ place }) => `${rows} > :nth-child(${place}) { display: none }`);
      const stub = choice.folded.has(group.id) ? shown[0] : undefined;
      return stub === undefined
        ? away
        : [
            ...away,
            `${rows} > :nth-child(${stub.place}) { background: var(--raised); & > *, &::before { display: none } &::after { --sign: "▸" } }`,
          ];
    })
    .join('\n');
}

function fitHead(group: ColumnGroup, choice: Choice): void {
  if (group.head === null) return;
  const count = shownOf(group, choice).length;
  group.head.hidden = count === 0;
  if (count > 0) group.head.colSpan = count;
}

/** Makes the head of a group a button that folds it; gives what redraws the button. */
function addFold(group: ColumnGroup, choice: Choice, show: () => void): readonly (() => void)[] {
  if (group.head === null) return [];
  const button = makeButton(group.label, 'fold');
  button.title = `Fold or unfold: ${group.label}`;
  button.addEventListener('click', () => {
    if (!choice.folded.delete(group.id)) choice.folded.add(group.id);
    show();
  });
  group.head.replaceChildren(button);
  return [() => button.setAttribute('aria-expanded', String(!choice.folded.has(group.id)))];
}

// The height of a group's heading in a card, which is drawn by the style sheet and belongs to the first cell.
const headingHeight = 44;

/** In a card the heads of the table are away: the heading of a group takes the press. */
function foldAt(event: MouseEvent, groups: readonly ColumnGroup[], choice: Choice, show: () => void): void {
  const cell = event.target;
  if (!(cell instanceof HTMLTableCellElement) || cell.dataset['group'] === undefined) return;
  if (event.offsetY > headingHeight) return;
  const group = groups.find(({ columns }) => columns.some(({ place }) => place === cell.cellIndex + 1));
  if (group === undefined) return;
  if (!choice.folded.delete(group.id)) choice.folded.add(group.id);
  show();
}

function makeDensity(choice: Choice, show: () => void): { button: HTMLButtonElement; redraw: () => void } {
  const button = makeButton('Dense', 'button density');
  button.addEventListener('click', () => {
    choice.compact = !choice.compact;
    show();
  });
  return { button, redraw: () => button.setAttribute('aria-pressed', String(choice.compact)) };
}
