import { element } from './dom.ts';
import type { ComparedFramework } from './model.ts';
import type { ResultView } from './view.ts';

// As many as on the pages made at build time.
const shownFigures = 2;

/** The figures of the leading run with just these frameworks: taken from the run's own page, the other series left out. */
export async function drawFigures(
  [first]: readonly ResultView[],
  comparedFrameworks: readonly ComparedFramework[],
  base: string,
): Promise<readonly HTMLElement[]> {
  if (first === undefined) return [];
  const page = await fetchPage(`${base}benchmarks/${first.id}/`);
  const sweeps = comparedFrameworks.flatMap(({ results }) =>
    results.filter(({ run }) => run === first.id).flatMap((one) => one.sweeps),
  );
  const ids = sweeps.map(({ id }) => id);
  const figures = [...(page?.querySelectorAll('figure.figure') ?? [])]
    .slice(0, shownFigures)
    .map((figure) => document.importNode(figure, true))
    .filter((figure) => figure.querySelector('[data-s]') !== null);
  for (const figure of figures) {
    for (const series of figure.querySelectorAll<HTMLElement>('[data-s]')) {
      if (!ids.includes(series.dataset['s'] ?? '')) series.remove();
    }
    figure
      .querySelector('.description')
      ?.replaceChildren('Only the compared programs are drawn; the scales are those of the whole run.');
  }
  if (figures.length === 0) return [];
  return [element('section', { id: 'figures' }, element('h3', {}, 'Figures'), ...figures)];
}

/** A page of this site as a document. XMLHttpRequest parses it without a sink that Trusted Types would guard. */
function fetchPage(url: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.addEventListener('load', () => resolve(request.responseXML));
    request.addEventListener('error', () => resolve(null));
    request.send();
  });
}
