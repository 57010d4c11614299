import { preparedComparisons } from '../compare/comparisons.ts';
import { findSimilar } from '../compare/similar.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewFramework } from './view.ts';

const mostSimilar = 5;

/** A page for every framework. */
export function frameworks(site: Site): readonly Page<'framework'>[] {
  const { report, paths } = site;
  const prepared = preparedComparisons(report);
  const similar = findSimilar(report.latest, mostSimilar);
  return report.frameworks.map((framework) => {
    const { id, name, summary } = framework;
    const view = viewFramework(framework, { prepared, similar: similar.get(id) ?? [] }, site);
    return {
      url: paths.framework(id),
      template: 'framework',
      view,
      title: name,
      description: summary ?? `${name}: claims with their sources, and results.`,
      scripts: view.figures.length > 0 ? ['figure'] : [],
    };
  });
}
