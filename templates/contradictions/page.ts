import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewContradictions } from './view.ts';

/** What the repositories contradict. */
export function contradictions(site: Site): readonly Page<'contradictions'>[] {
  return [
    {
      url: site.paths.contradictions,
      template: 'contradictions',
      view: viewContradictions(site),
      title: 'Contradictions',
      description: 'Every claim that the framework’s own repository contradicts, with both sources.',
    },
  ];
}
