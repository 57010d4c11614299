import type { Outcome } from './engine.ts';
import type { FilterIndex, Query } from './model.ts';
import { withoutCondition, writeQuery } from './query.ts';
import { formatConditions } from './summary.ts';

/** Lists the conditions of a query as buttons that take each back, with how many more that would show. */
export function showConditions(
  form: HTMLFormElement,
  query: Query,
  outcome: Outcome,
  index: FilterIndex,
  go: (search: string) => void,
): void {
  const list = form.querySelector<HTMLUListElement>('.filters-conditions');
  if (list === null) return;
  const focused = [...list.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement);
  const unknownParams = query.unknownParams.length === 0 ? [] : [{ key: 'strange', phrase: 'unknown conditions' }];
  const conditions = [...formatConditions(query, index), ...unknownParams];
  const buttons = conditions.map(({ key, phrase }) => {
    const search = writeQuery(withoutCondition(query, key), index);
    return button(phrase, outcome.kept.get(key) ?? 0, () => go(`?${search}`));
  });
  if (conditions.length > 1) buttons.push(button(null, 0, () => go('?')));
  list.replaceChildren(
    ...buttons.map((one) => {
      const item = document.createElement('li');
      item.append(one);
      return item;
    }),
  );
  list.hidden = buttons.length === 0;
  // The button that had the focus is gone: its neighbor takes it, or the search.
  if (focused >= 0) (buttons[Math.min(focused, buttons.length - 1)] ?? form.querySelector('input'))?.focus();
}

/** A button that takes a condition back, or all of them where it has no words of its own. */
function button(phrase: string | null, more: number, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.append(...(phrase === null ? ['Clear all'] : [span('hidden', 'Remove '), phrase]));
  if (more > 0) made.append(' ', span('filters-count', `+${more}`), span('hidden', ' more'));
  made.addEventListener('click', press);
  return made;
}

function span(className: string, text: string): HTMLSpanElement {
  const made = document.createElement('span');
  made.className = className;
  made.append(text);
  return made;
}
