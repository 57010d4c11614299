import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewNotFound } from './view.ts';

/** The page that hosts serve in place of one that is not there. */
export function notFound(site: Site): readonly Page<'not-found'>[] {
  return [
    {
      url: '404.html',
      template: 'not-found',
      view: viewNotFound(site),
      title: 'Not found',
      description: 'There is no such page.',
    },
  ];
}
