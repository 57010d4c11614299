import type { Outcome } from './engine.ts';
import type { FilterIndex, Query } from './model.ts';

/** What the form says, as an address's pairs, with the pairs that no control holds. */
export function readForm(form: HTMLFormElement, unknownParams: Query['unknownParams']): URLSearchParams {
  const pairs = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
  return new URLSearchParams([...pairs, ...unknownParams.map((pair) => [...pair])]);
}

/** Sets the controls to a query; a field that is being typed in keeps what is typed. */
export function writeForm(form: HTMLFormElement, query: Query): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = query.chosen.get(control.name)?.includes(control.value) ?? false;
    } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
      const value = wantedOf(control.name, query);
      if (!isSame(control, value)) control.value = value;
    }
  }
  for (const group of form.querySelectorAll('.filters-group')) showNumber(group);
}

function wantedOf(name: string, { chosen, without, bounds, text, sort }: Query): string {
  if (name === 'q') return text;
  if (name === 'sort') return sort ?? '';
  const bound = bounds.get(name);
  if (bound !== undefined) return String(bound);
  return (name.endsWith('.not') ? without.get(name.slice(0, -4)) : chosen.get(name))?.[0] ?? '';
}

function isSame({ type, value }: HTMLInputElement | HTMLSelectElement, wanted: string): boolean {
  if (type === 'number') return value === wanted || (value !== '' && wanted !== '' && Number(value) === Number(wanted));
  return value.trim().replace(/\s+/g, ' ') === wanted;
}

/** How many conditions a closed group holds. */
function showNumber(group: Element): void {
  const controls = [...group.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  const set = controls.filter((control) =>
    control instanceof HTMLInputElement && control.type === 'checkbox' ? control.checked : control.value !== '',
  );
  const place = group.querySelector<HTMLElement>('.filters-number');
  if (place === null) return;
  place.hidden = set.length === 0;
  write(place, String(set.length));
}

/** Writes behind every answer how many frameworks choosing it would leave. */
export function showCounts(form: HTMLFormElement, outcome: Outcome, { facets }: FilterIndex): void {
  for (const { id, options } of facets) {
    const places = new Map(options.map((option, at) => [option.id, at]));
    const count = (counts: readonly number[] | undefined, option: string): number =>
      counts?.[places.get(option) ?? -1] ?? 0;
    for (const select of form.querySelectorAll<HTMLSelectElement>(`select[data-facet="${id}"]`)) {
      showInSelect(select, (option) => count(outcome.chosen.get(id), option));
    }
    for (const select of form.querySelectorAll<HTMLSelectElement>(`select[data-without="${id}"]`)) {
      showInSelect(select, (option) => count(outcome.without.get(id), option));
    }
    for (const input of form.querySelectorAll<HTMLInputElement>(`fieldset[data-facet="${id}"] input`)) {
      const left = count(outcome.chosen.get(id), input.value);
      const place = input.parentElement?.querySelector('.filters-count');
      if (place != null) write(place, String(left));
      input.parentElement?.classList.toggle('is-empty', left === 0);
    }
  }
}

function showInSelect(select: HTMLSelectElement, count: (option: string) => number): void {
  for (const option of select.options) {
    const { label } = option.dataset;
    if (label !== undefined) write(option, `${label} (${count(option.value)})`);
  }
}

/** Unchanged text is left alone: writing it would cost a new layout. */
function write(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
