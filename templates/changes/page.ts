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
      description: 'Changed answers by date, each with its source.',
      files: [renderFeed(site)],
    },
  ];
}
