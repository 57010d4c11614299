import { makeButton } from './button.ts';
import { type Choice, type Column, type ColumnGroup, keepChoice, readChoice, readFragment } from './choice.ts';
import { makeChooser } from './chooser.ts';

/** Adds what needs script: a chooser of columns, groups that fold, a denser table. The choice is kept for the edition. */
export function addColumns(table: HTMLTableElement): void {
  const groups = readGroups(table);
  const edition = table.dataset['edition'] ?? '';
  const columns = groups.flatMap((group) => group.columns);
  const choice = readChoice(edition, columns);
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const redraw: (() => void)[] = [];
  let promoted: readonly Column[] = [];
  const show = (): void => {
    sheet.replaceSync(rulesOf(groups, choice, promoted));
    // The groups stand over their columns only while these are in their order.
    table.classList.toggle('is-ungrouped', promoted.length > 0 || choice.only !== '');
    table.classList.toggle('is-verbose', choice.verbose || choice.only !== '');
    table.classList.toggle('is-narrowed', choice.only !== '');
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
  const single = makeSingle(groups, choice, show);
  redraw.push(single.redraw);
  tools.append(single.label, density.button, chooser.button, chooser.panel);
  document.querySelector('.matrix-bar')?.prepend(tools);
  document.addEventListener('matrix-query', ({ detail }) => {
    promoted = columns.filter(({ id }) => detail.includes(id));
    show();
  });
  addEventListener('hashchange', () => {
    Object.assign(choice, readFragment(columns));
    show();
  });
  show();
}

function readGroups(table: HTMLTableElement): readonly ColumnGroup[] {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-feature]')];
  const named = [...table.querySelectorAll<HTMLTableCellElement>('.groups th[data-group]')];
  const columns = heads.map((head) => ({
    id: head.dataset['feature'] ?? '',
    label: head.querySelector('span')?.textContent ?? '',
    place: head.cellIndex + 1,
    folded: head.dataset['folded'] !== undefined,
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
function shownOf({ id, columns }: ColumnGroup, { hidden, folded, only }: Choice): readonly Column[] {
  if (only !== '') return columns.filter((column) => column.id === only);
  const open = columns.filter((column) => !hidden.has(column.id));
  return folded.has(id) ? open.slice(0, 1) : open;
}

function rulesOf(groups: readonly ColumnGroup[], choice: Choice, promoted: readonly Column[]): string {
  const rows = '.matrix tr:not(.groups, .category)';
  return [...promotionRules(promoted), ...columnRules(rows, groups, choice)].join('\n');
}

/** What is filtered or sorted by comes first, and in words. */
function promotionRules(promoted: readonly Column[]): readonly string[] {
  if (promoted.length === 0) return [];
  const cells = promoted.map(({ place }) => `:nth-child(${place})`).join(', ');
  return [
    `.matrix:not(.is-verbose) { --columns: var(--name) var(--measures) repeat(${promoted.length}, 6.6rem) }`,
    `.matrix tr:not(.groups, .category) > :is(${cells}) { order: -1; display: flex !important; & > a { font-size: inherit; display: block; padding: var(--pad); writing-mode: horizontal-tb; rotate: none } & > a::before { margin-inline-end: 0.3rem } & small { display: inline } }`,
  ];
}

function columnRules(rows: string, groups: readonly ColumnGroup[], choice: Choice): readonly string[] {
  return groups.flatMap((group) => {
    const shown = shownOf(group, choice);
    const away = group.columns
      .filter((column) => !shown.includes(column))
      .map(({ place }) => `${rows} > :nth-child(${place}) { display: none }`);
    const stub = choice.folded.has(group.id) ? shown[0] : undefined;
    return stub === undefined
      ? away
      : [...away, `${rows} > :nth-child(${stub.place}) { background: var(--raised); & > * { display: none } }`];
  });
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

function makeDensity(choice: Choice, show: () => void): { button: HTMLButtonElement; redraw: () => void } {
  const button = makeButton('Words', 'button density');
  button.addEventListener('click', () => {
    choice.verbose = !choice.verbose;
    show();
  });
  return { button, redraw: () => button.setAttribute('aria-pressed', String(choice.verbose)) };
}

/** One feature alone, with its answers in words: a list that fits a phone. */
function makeSingle(
  groups: readonly ColumnGroup[],
  choice: Choice,
  show: () => void,
): { label: HTMLLabelElement; redraw: () => void } {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.append(new Option('all at a glance', ''));
  for (const group of groups) {
    const list = document.createElement('optgroup');
    list.label = group.label;
    list.append(...group.columns.map((column) => new Option(column.label, column.id)));
    select.append(list);
  }
  select.addEventListener('change', () => {
    choice.only = select.value;
    show();
  });
  label.append('Feature ', select);
  return {
    label,
    redraw: () => {
      select.value = choice.only;
    },
  };
}

declare global {
  interface DocumentEventMap {
    'matrix-query': CustomEvent<readonly string[]>;
  }
}
