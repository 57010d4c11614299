/** A control of the builder below its label. */
export function labeled(label: string, control: HTMLElement): HTMLDivElement {
  const field = document.createElement('div');
  const text = document.createElement('label');
  text.textContent = label;
  control.id = `embed-${label.toLowerCase().replaceAll(' ', '-')}`;
  text.htmlFor = control.id;
  field.append(text, control);
  return field;
}

/** A list to choose one of: pairs of value and words. */
export function select(options: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const element = document.createElement('select');
  element.append(...options.map(([value, text]) => new Option(text, value, value === chosen, value === chosen)));
  return element;
}

/** A group of boxes to tick: all of them ticked at first. */
export function boxes(legend: string, choices: readonly (readonly [string, string])[]): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  group.append(
    title,
    ...choices.map(([value, text]) => {
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', value, checked: true });
      const label = document.createElement('label');
      label.append(box, ` ${text}`);
      return label;
    }),
    allOrNone(group),
  );
  return group;
}

/** The ticked ones; null where all or none are. */
export function ticked(group: HTMLFieldSetElement | null): readonly string[] | null {
  if (group === null) return null;
  const all = [...group.querySelectorAll('input')];
  const chosen = all.filter(({ checked }) => checked).map(({ value }) => value);
  return chosen.length === 0 || chosen.length === all.length ? null : chosen;
}

function allOrNone(group: HTMLFieldSetElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'All or none';
  button.addEventListener('click', () => {
    const all = [...group.querySelectorAll('input')];
    const some = all.some(({ checked }) => !checked);
    for (const box of all) box.checked = some;
    group.dispatchEvent(new Event('change', { bubbles: true }));
  });
  return button;
}
