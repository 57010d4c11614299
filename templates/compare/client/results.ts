import { h, link, scrolling, type Tree } from './tree.ts';
import type { ComparisonText, ResultView, SentencesView } from './view.ts';

/** What every run measured, and what may be said of it; empty where no run measured two of them. */
export function drawResults({ results, ranking }: ComparisonText, level: number): Tree {
  if (results.length === 0) return '';
  return h(
    'section',
    { id: 'measured' },
    h(`h${level}`, {}, 'Results'),
    ranking === '' ? '' : h('p', { class: 'incomparable' }, ranking),
    drawRuns(results, `h${level + 1}`),
  );
}

/** The lead run, and the others folded below it. */
function drawRuns([first, ...others]: readonly ResultView[], heading: string): readonly Tree[] {
  if (first === undefined) return [];
  const lead = drawResult(first, heading);
  if (others.length === 0) return [lead];
  const summary = h('summary', {}, `Other runs: ${others.length}`);
  return [
    lead,
    h(
      'details',
      {},
      summary,
      others.map((result) => drawResult(result, heading)),
    ),
  ];
}

function drawResult(result: ResultView, heading: string): Tree {
  const { title, date, href, warning, caution, sentences } = result;
  return h(
    'section',
    { class: 'measured' },
    h(heading, {}, link(href, title), ' ', h('span', { class: 'date' }, date)),
    warning === '' ? '' : h('p', {}, h('strong', { class: 'warning' }, warning)),
    scrolling(title, drawNumbers(result)),
    warning === '' ? h('ul', { class: 'rankings' }, sentences.map(drawSentences)) : '',
    caution === '' ? '' : h('p', { class: 'detail' }, caution),
  );
}

function drawNumbers({ heads, rows }: ResultView): Tree {
  const columns = heads.map(({ label, note }) =>
    h('th', { scope: 'col' }, label, note === '' ? '' : [h('br', {}), h('span', { class: 'detail' }, note)]),
  );
  return h(
    'table',
    { class: 'numbers' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Measure'), columns)),
    h('tbody', {}, rows.map(drawRow)),
  );
}

function drawRow({ label, better, cells }: ResultView['rows'][number]): Tree {
  const side = better === '' ? '' : [' ', h('span', { class: 'detail' }, `(${better})`)];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, label, side),
    cells.map((cell) => h('td', {}, cell)),
  );
}

function drawSentences({ label, text, list }: SentencesView): Tree {
  const items = list.map((sentence) => h('li', {}, sentence));
  return h(
    'li',
    {},
    h('strong', {}, `${label}:`),
    text === '' ? '' : ` ${text}`,
    list.length === 0 ? '' : h('ul', {}, items),
  );
}
