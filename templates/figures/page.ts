import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewFigures } from './view.ts';

/** The list of figures. */
export function figureList(site: Site): readonly Page<'figures'>[] {
  return [
    {
      url: site.paths.figures,
      template: 'figures',
      view: viewFigures(site),
      title: 'Figures',
      description: 'Every figure, to embed on other pages.',
    },
  ];
}
