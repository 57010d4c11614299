import { drawAnswers } from './answers.ts';
import { drawCode } from './code.ts';
import { element, link } from './dom.ts';
import { drawFigures } from './figures.ts';
import type { ComparedFramework, ComparedIndex } from './model.ts';
import { drawResults } from './results.ts';
import { chosenIds } from './url.ts';
import { compareFrameworks, mostColumns } from './view.ts';

/** Sets the frameworks that the address names side by side; says what it does not know and what is too much. */
export async function showChosen(place: HTMLElement): Promise<void> {
  const ids = chosenIds();
  if (ids.length === 0) return;
  const base = place.dataset['base'] ?? '/';
  place.hidden = false;
  place.setAttribute('aria-busy', 'true');
  try {
    const index = (await fetchJson(`${base}compare/index.json`)) as ComparedIndex;
    const known = ids.filter((id) => index.frameworks.some((one) => one.id === id));
    const notes = remarks(ids, known);
    const shown = known.slice(0, mostColumns);
    const comparedFrameworks = (await Promise.all(
      shown.map((id) => fetchJson(`${base}frameworks/${id}.json`)),
    )) as ComparedFramework[];
    place.replaceChildren(
      ...notes,
      ...(comparedFrameworks.length < 2 ? [] : await draw(comparedFrameworks, index, base)),
    );
  } catch {
    place.replaceChildren(
      element(
        'p',
        {},
        'The data for this comparison could not be loaded. The prepared comparisons below do not need it.',
      ),
    );
  }
  place.removeAttribute('aria-busy');
  // Figures that came late are brought to life as those of any page.
  if (place.querySelector('svg[data-plot]') !== null) await import('../../parts/figure/client.ts');
}

function remarks(ids: readonly string[], known: readonly string[]): readonly HTMLElement[] {
  const unknown = ids.filter((id) => !known.includes(id));
  return [
    ...(unknown.length === 0 ? [] : [`Unknown: ${unknown.join(', ')}.`]),
    ...(known.length > mostColumns ? [`Only the first ${mostColumns} are shown.`] : []),
    ...(known.length === 1 ? ['Pick at least one more to compare.'] : []),
  ].map((text) => element('p', { class: 'remark' }, text));
}

async function draw(
  comparedFrameworks: readonly ComparedFramework[],
  { questions, runs }: ComparedIndex,
  base: string,
): Promise<readonly HTMLElement[]> {
  const names = comparedFrameworks.map(({ name }) => name);
  const heading = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  document.title = `Compare: ${heading}`;
  const view = compareFrameworks(comparedFrameworks, questions, runs);
  const short = element('section', { id: 'in-short' }, element('h3', {}, 'Summary'), element('p', {}, view.counts));
  for (const { label, run, date, values, text } of view.short) {
    const where = element('span', { class: 'detail' }, `(${run}, ${date})`);
    short.append(element('p', {}, element('strong', {}, label), ' ', where, `: ${values}. ${text}`));
  }
  if (view.unmeasured !== '') short.append(element('p', {}, view.unmeasured));
  const heads = comparedFrameworks.map(({ name, href, language, summary }) =>
    element(
      'li',
      {},
      element('h3', {}, link(href, name)),
      element('p', { class: 'detail' }, language),
      ...(summary === '' ? [] : [element('p', {}, summary)]),
    ),
  );
  return [
    element('h2', {}, heading),
    element('ul', { class: 'compared' }, ...heads),
    short,
    drawAnswers(view.groups, comparedFrameworks),
    ...drawResults(view),
    ...(await drawFigures(view.results, comparedFrameworks, base)),
    ...drawCode(view.code),
  ];
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
