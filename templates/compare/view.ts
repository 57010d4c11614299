import type { Site } from '../layout/site.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { drawComparison } from './client/body.ts';
import type { Compared } from './client/model.ts';
import type { Tree } from './client/tree.ts';
import { compareFrameworks } from './client/view.ts';
import type { Prepared } from './comparisons.ts';
import { toHtml } from './html.ts';

/** Some frameworks side by side. */
export interface ComparisonView {
  readonly answersHtml: string;
  readonly figures: readonly FigureView[];
  /** Their programs; empty where there are none to compare. */
  readonly programsHtml: string;
  readonly customHref: string;
  readonly indexHref: string;
}

/** A page of frameworks side by side. */
export function viewComparison(prepared: Prepared, compared: Compared, site: Site): ComparisonView {
  const { name, title, note } = prepared;
  const ids = prepared.frameworks.map(({ id }) => id);
  const columns = ids.flatMap((id) => compared.frameworks.find((one) => one.id === id) ?? []);
  const text = compareFrameworks(columns, compared.questions, compared.runs);
  const { answers, programs } = drawComparison({ title, note, level: 1 }, columns, text);
  return {
    answersHtml: print(answers),
    figures: site.figures.onPage(site.paths.comparison(name)).map((figure) => viewFigure(figure, site.urls)),
    programsHtml: print(programs),
    customHref: site.urls.chosen(ids),
    indexHref: site.urls.compare,
  };
}

function print(parts: readonly Tree[]): string {
  return parts.map(toHtml).join('\n');
}
