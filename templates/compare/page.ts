import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import type { Compared } from './client/model.ts';
import { preparedComparisons } from './comparisons.ts';
import { viewComparison } from './view.ts';

/** A page for every prepared comparison. */
export function preparedPages(compared: Compared, site: Site): readonly Page<'compare'>[] {
  return preparedComparisons(site.report).map((prepared) => {
    const view = viewComparison(prepared, compared, site);
    const names = prepared.frameworks.map(({ name }) => name).join(', ');
    return {
      url: site.paths.comparison(prepared.name),
      template: 'compare',
      view,
      title: `Compare: ${prepared.title}`,
      description: `${names} side by side: answers, measurements with their intervals, programs line by line.`,
      scripts: view.figures.length > 0 ? ['figure'] : [],
    };
  });
}
