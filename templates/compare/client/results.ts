import { element, link, scrolling } from './dom.ts';
import type { ComparisonText, ResultView, SentencesView } from './view.ts';

/** What every run measured, and what may be said of it; nothing where no run measured two of them. */
export function drawResults({ results, ranking }: ComparisonText): readonly HTMLElement[] {
  if (results.length === 0) return [];
  const warning = ranking === '' ? [] : [element('p', { class: 'incomparable' }, ranking)];
  const head = element('h3', {}, 'Results');
  return [element('section', { id: 'measured' }, head, ...warning, ...results.map(drawResult))];
}

function drawResult(result: ResultView): HTMLElement {
  const { title, date, href, warning, caution, sentences } = result;
  const section = element('section', { class: 'measured' });
  section.append(element('h4', {}, link(href, title), ' ', element('span', { class: 'date' }, date)));
  if (warning !== '') section.append(element('p', {}, element('strong', { class: 'warning' }, warning)));
  section.append(scrolling(`${title}, table`, drawNumbers(result)));
  if (warning === '') section.append(element('ul', { class: 'rankings' }, ...sentences.map(drawSentences)));
  if (caution !== '') section.append(element('p', { class: 'detail' }, caution));
  return section;
}

function drawSentences({ label, text, list }: SentencesView): HTMLElement {
  const item = element('li', {}, element('strong', {}, `${label}:`));
  if (text !== '') item.append(` ${text}`);
  if (list.length > 0) item.append(element('ul', {}, ...list.map((sentence) => element('li', {}, sentence))));
  return item;
}

function drawNumbers({ heads, rows }: ResultView): HTMLElement {
  const columns = heads.map(({ label, note }) => {
    const head = element('th', { scope: 'col' }, label);
    if (note !== '') head.append(element('br'), element('span', { class: 'detail' }, note));
    return head;
  });
  const body = rows.map(({ label, better, cells }) => {
    const head = element('th', { scope: 'row' }, label);
    if (better !== '') head.append(' ', element('span', { class: 'detail' }, `(${better})`));
    return element('tr', {}, head, ...cells.map((cell) => element('td', {}, cell)));
  });
  return element(
    'table',
    { class: 'numbers' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Measure'), ...columns)),
    element('tbody', {}, ...body),
  );
}
