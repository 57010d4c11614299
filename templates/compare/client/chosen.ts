import { drawComparison } from './body.ts';
import { drawFigures } from './figures.ts';
import type { ComparedFramework, ComparedIndex } from './model.ts';
import { h, type Tree, toDom } from './tree.ts';
import { chosenIds } from './url.ts';
import { compareFrameworks, joinNames, mostColumns } from './view.ts';

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
    const frameworks = (await Promise.all(
      shown.map((id) => fetchJson(`${base}frameworks/${id}.json`)),
    )) as ComparedFramework[];
    const body = frameworks.length < 2 ? [] : draw(frameworks, index);
    place.replaceChildren(...[...notes, ...body].map(toDom));
  } catch {
    place.replaceChildren(toDom(h('p', {}, failure)));
  }
  place.removeAttribute('aria-busy');
  if (place.querySelector('proofsheet-figure') !== null) await import(`${base}embed/figure.js`);
}

const failure = 'The data for this comparison could not be loaded. The prepared comparisons below do not need it.';

function remarks(ids: readonly string[], known: readonly string[]): readonly Tree[] {
  const unknown = ids.filter((id) => !known.includes(id));
  return [
    ...(unknown.length === 0 ? [] : [`Unknown: ${unknown.join(', ')}.`]),
    ...(known.length > mostColumns ? [`Only the first ${mostColumns} are shown.`] : []),
    ...(known.length === 1 ? ['Pick at least one more to compare.'] : []),
  ].map((text) => h('p', { class: 'remark' }, text));
}

/** A comparison below the title of its page. */
function draw(frameworks: readonly ComparedFramework[], { questions, runs }: ComparedIndex): readonly Tree[] {
  const title = joinNames(frameworks);
  document.title = `Compare: ${title}`;
  const text = compareFrameworks(frameworks, questions, runs);
  const { answers, programs } = drawComparison({ title, note: '', level: 2 }, frameworks, text);
  const theme = document.documentElement.dataset['theme'] ?? 'auto';
  return [...answers, drawFigures(text.results, frameworks, { heading: 'h3', theme }), ...programs];
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
