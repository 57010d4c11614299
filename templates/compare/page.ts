import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { preparedComparisons } from './comparisons.ts';
import { viewComparedFrameworks, viewQuestions, viewRuns } from './data.ts';
import { viewComparison } from './view.ts';

/** A page for every prepared comparison. */
export function comparisons(site: Site): readonly Page<'compare'>[] {
  const all = { frameworks: viewComparedFrameworks(site), questions: viewQuestions(site), runs: viewRuns(site) };
  return preparedComparisons(site.report).map((prepared) => {
    const view = viewComparison(prepared, all, site);
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
