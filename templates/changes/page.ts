import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { renderFeed } from './feed.ts';
import { viewChanges } from './view.ts';

/** What became of which answer, and the same as a feed. */
export function changes(site: Site): readonly Page<'changes'>[] {
  return [
    {
      url: site.paths.changes,
      template: 'changes',
      view: viewChanges(site),
      title: 'Changes',
      description: 'What became of which answer, by date, with its proof.',
      files: [renderFeed(site)],
    },
  ];
}
