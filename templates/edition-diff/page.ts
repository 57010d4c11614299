import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewEditionDiffs } from './view.ts';

/** What became of the answers of older editions. */
export function editionDiffs(site: Site): readonly Page<'edition-diff'>[] {
  const view = viewEditionDiffs(site);
  return [
    {
      url: site.paths.editionDiffs,
      template: 'edition-diff',
      view,
      title: 'Then and now',
      description: 'How every answer has changed.',
      scripts: view.comparisons.length > 0 ? ['figure'] : [],
    },
  ];
}
