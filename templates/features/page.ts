import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewFeatures } from './view.ts';

/** The questions asked of every framework. */
export function features({ report, paths }: Site): readonly Page<'features'>[] {
  return [
    {
      url: paths.features,
      template: 'features',
      view: viewFeatures(report),
      title: 'Features',
      description: 'The questions asked of every framework.',
    },
  ];
}
