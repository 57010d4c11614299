import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewFrameworks } from './view.ts';

/** The list of frameworks. */
export function frameworkList(site: Site): readonly Page<'frameworks'>[] {
  return [
    {
      url: site.paths.frameworks,
      template: 'frameworks',
      view: viewFrameworks(site),
      title: 'Frameworks',
      description: 'Every framework, by category.',
      scripts: ['compare'],
    },
  ];
}
