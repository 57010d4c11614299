import type { Edition } from '../../scripts/domain/report.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { filterFile } from './filters.ts';
import { viewMatrix } from './view.ts';

/** Every edition as a matrix with its filters. */
export function matrix(site: Site): readonly Page<'matrix'>[] {
  return site.report.editions.map((edition) => toPage(edition, site));
}

function toPage(edition: Edition, site: Site): Page<'matrix'> {
  const { definition, asOf } = edition;
  const index = filterFile(edition, site);
  return {
    url: site.paths.edition(definition.id),
    template: 'matrix',
    view: viewMatrix(edition, index, site),
    title: `Matrix: ${definition.label}`,
    description: `The feature matrix as of ${asOf}; every answer links to its source.`,
    scripts: ['matrix', 'filters'],
    files: [index.output],
  };
}
