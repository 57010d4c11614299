import { makeButton } from './button.ts';
import type { Choice, ColumnGroup } from './choice.ts';
import { placeBeside } from './position.ts';

interface Chooser {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly redraw: () => void;
}

/** A button that opens a list of all columns by group, each with a box to tick. */
export function makeChooser(groups: readonly ColumnGroup[], choice: Choice, show: () => void): Chooser {
  const button = makeButton('Columns');
  const panel = document.createElement('div');
  panel.id = 'columns';
  panel.className = 'popover columns-chooser';
  panel.popover = 'auto';
  button.popoverTargetElement = panel;
  panel.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'open') placeBeside(panel, button);
  });
  const all = makeButton('Show all');
  all.addEventListener('click', () => {
    choice.hidden.clear();
    choice.folded.clear();
    show();
  });
  const boxes = groups.map((group) => makeBoxes(group, choice, show));
  panel.append(all, ...boxes.map(({ fieldset }) => fieldset));
  const total = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const redraw = (): void => {
    for (const one of boxes) one.redraw();
    const hidden = groups.flatMap(({ columns }) => columns.filter(({ id }) => choice.hidden.has(id))).length;
    button.textContent = hidden === 0 ? 'Columns' : `Columns: ${total - hidden} of ${total}`;
  };
  return { button, panel, redraw };
}

function makeBoxes(
  { label, columns }: ColumnGroup,
  choice: Choice,
  show: () => void,
): { fieldset: HTMLElement; redraw: () => void } {
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const whole = makeBox(label, (shown) => {
    for (const { id } of columns) shown ? choice.hidden.delete(id) : choice.hidden.add(id);
    show();
  });
  legend.append(whole.label);
  const single = columns.map((column) => ({
    column,
    ...makeBox(column.label, (shown) => {
      shown ? choice.hidden.delete(column.id) : choice.hidden.add(column.id);
      show();
    }),
  }));
  fieldset.append(legend, ...single.map((one) => one.label));
  const redraw = (): void => {
    for (const { column, input } of single) input.checked = !choice.hidden.has(column.id);
    const shown = single.filter(({ input }) => input.checked).length;
    whole.input.checked = shown > 0;
    whole.input.indeterminate = shown > 0 && shown < columns.length;
  };
  return { fieldset, redraw };
}

function makeBox(text: string, change: (shown: boolean) => void): { label: HTMLLabelElement; input: HTMLInputElement } {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.addEventListener('change', () => change(input.checked));
  label.append(input, ` ${text}`);
  return { label, input };
}
