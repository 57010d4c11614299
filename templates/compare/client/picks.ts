import { chosenIds } from './url.ts';
import { mostColumns } from './view.ts';

/** A form of boxes that counts its ticks, stops at the most that can be read, and leads to a short address in the order of the ticks. */
export function followPicks(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="f"]')];
  const status = form.querySelector('#picked');
  const button = form.querySelector('button');
  const chosen = chosenIds();
  for (const box of boxes) box.checked ||= chosen.includes(box.value);
  // In the order in which they were ticked; those of the address come first.
  let order = chosen;
  const update = (): void => {
    const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    order = [...order.filter((id) => ticked.includes(id)), ...ticked.filter((id) => !order.includes(id))];
    const count = order.length;
    for (const box of boxes) box.disabled = !box.checked && count >= mostColumns;
    if (status !== null) status.textContent = textOf(count);
    if (button !== null) button.disabled = count < 2 || count > mostColumns;
  };
  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.assign(`${form.action}?f=${order.join(',')}`);
  });
  // A page that comes back from the history has its boxes as they were left.
  addEventListener('pageshow', update);
  update();
}

function textOf(count: number): string {
  if (count === 0) return `Pick two to ${mostColumns}.`;
  if (count === 1) return '1 picked; pick at least one more.';
  return `${count} picked${count === mostColumns ? ', the maximum' : ''}.`;
}
