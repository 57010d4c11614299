import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewShortlists } from './view.ts';

/** Every shortlist, applied to every edition. */
export function shortlists(site: Site): readonly Page<'shortlists'>[] {
  return [
    {
      url: site.paths.shortlists,
      template: 'shortlists',
      view: viewShortlists(site),
      title: 'Shortlists',
      description: 'Named rules, applied to every edition.',
    },
  ];
}
