/** A control of the builder below its label. */
export function labelled(label: string, control: HTMLElement): HTMLDivElement {
  const field = document.createElement('div');
  const words = document.createElement('label');
  words.textContent = label;
  control.id = `embed-${label.toLowerCase().replaceAll(' ', '-')}`;
  words.htmlFor = control.id;
  field.append(words, control);
  return field;
}

/** A list to choose one of: pairs of value and words. */
export function select(options: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const element = document.createElement('select');
  element.append(...options.map(([value, words]) => new Option(words, value, value === chosen, value === chosen)));
  return element;
}

/** A group of boxes to tick: all of them ticked at first. */
export function boxes(legend: string, choices: readonly (readonly [string, string])[]): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  group.append(
    title,
    ...choices.map(([value, words]) => {
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', value, checked: true });
      const label = document.createElement('label');
      label.append(box, ` ${words}`);
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
