import { showConditions } from './conditions.ts';
import { applyQuery, sortRows } from './engine.ts';
import { readForm, showCounts, writeForm } from './form.ts';
import type { FilterIndex, Query } from './model.ts';
import { readQuery, writeQuery } from './query.ts';
import { type Rows, rowsOf } from './rows.ts';
import { summarize } from './summary.ts';

/** The address holds what is asked for: every change goes into it, and every view comes from it. */
export function startFilters(form: HTMLFormElement): void {
  const panel = new Panel(form);
  if (location.search !== '') panel.show();
  addEventListener('popstate', () => panel.return());
  form.addEventListener('focusin', () => void panel.load(), { once: true });
  form.addEventListener('input', ({ target }) => panel.change(target as HTMLInputElement | HTMLSelectElement));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    closeDetails(form, 'details');
  });
  for (const link of form.querySelectorAll<HTMLAnchorElement>('a[data-query]')) {
    const search = `?${link.dataset['query']}`;
    // Without script the link leads to the shortlist's own page.
    link.href = search;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      panel.go(search);
    });
  }
  closeOutside(form);
}

class Panel {
  readonly #form: HTMLFormElement;
  readonly #summary: HTMLElement | null;
  #rows: Rows | null = null;
  #loading: Promise<FilterIndex> | null = null;
  #query: Query | null = null;
  /** The control that changed last: what it changes next is the same step back. */
  #last: EventTarget | null = null;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#summary = form.querySelector('.filters-summary');
  }

  /** Loads the index, once; a failure is forgotten, so that the next attempt asks again. */
  load(): Promise<FilterIndex> {
    this.#loading ??= fetch(this.#form.dataset['index'] ?? '').then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json() as Promise<FilterIndex>;
    });
    return this.#loading;
  }

  /** Shows what the address asks for. */
  show(): void {
    this.#last = null;
    void this.#withIndex((index) => this.#render(readQuery(location.search, index), index));
  }

  /** Back or forward; a step to an anchor of a matrix that nothing was asked of needs no index. */
  return(): void {
    if (location.search !== '' || this.#query !== null) this.show();
  }

  /** Goes to another address of this page, as a step that leads back. */
  go(search: string): void {
    history.pushState(null, '', search === '?' ? location.pathname : search);
    this.show();
  }

  /** Takes what the form now says into the address; changes of one control in a row are one step. */
  change(control: HTMLInputElement | HTMLSelectElement): void {
    void this.#withIndex((index) => {
      const kept = (this.#query ?? readQuery(location.search, index)).unknownParams.filter(
        ([key]) => key !== control.name,
      );
      const query = readQuery(readForm(this.#form, kept), index);
      const search = writeQuery(query, index);
      const view = location.hash.includes('=') ? location.hash : '';
      const url = `${search === '' ? location.pathname : `?${search}`}${view}`;
      if (this.#last === control) history.replaceState(null, '', url);
      else history.pushState(null, '', url);
      this.#last = control;
      this.#render(query, index);
    });
  }

  async #withIndex(use: (index: FilterIndex) => void): Promise<void> {
    try {
      use(await this.load());
    } catch {
      this.#loading = null;
      if (this.#summary !== null) this.#summary.textContent = 'The filters could not be loaded; nothing is filtered.';
    }
  }

  #render(query: Query, index: FilterIndex): void {
    const outcome = applyQuery(query, index);
    this.#query = query;
    this.#rows ??= rowsOf(index.ids);
    this.#rows.show(outcome.rows, query.sort, sortRows(query, index));
    writeForm(this.#form, query);
    showCounts(this.#form, outcome, index);
    const phrase = summarize(query, outcome, index);
    if (this.#summary !== null && this.#summary.textContent !== phrase) this.#summary.textContent = phrase;
    showConditions(this.#form, query, outcome, index, (search) => this.go(search));
    keepAcrossEditions(writeQuery(query, index));
    const features = [...query.chosen.keys(), ...query.without.keys(), ...query.bounds.keys(), query.sort ?? ''];
    const detail = features.map((key) => key.replace(/\.(?:least|most)$/, ''));
    document.dispatchEvent(new CustomEvent('matrix-query', { detail }));
  }
}

/** The other editions are shown under the same filter. */
function keepAcrossEditions(search: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.editions a')) link.search = search;
}

/** Escape and a click elsewhere close an open group, as they close a menu. */
function closeOutside(form: HTMLFormElement): void {
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && form.querySelector('.filters-bar')?.contains(target)) return;
    closeDetails(form, '.filters-group');
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open = form.querySelector<HTMLDetailsElement>('.filters-group[open]');
    open?.querySelector('summary')?.focus();
    closeDetails(form, '.filters-group');
  });
}

function closeDetails(form: HTMLFormElement, selector: string): void {
  for (const details of form.querySelectorAll<HTMLDetailsElement>(`${selector}[open]`)) details.open = false;
}
