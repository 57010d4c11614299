import { nameOf } from '../../scripts/figures/figure.ts';
import type { Page } from '../layout/page.ts';
import { embeddingsIn, type Site } from '../layout/site.ts';
import { viewEmbed } from './view.ts';

/** The page of every figure inside a frame on another site. */
export function frames(site: Site): readonly Page<'embed'>[] {
  return embeddingsIn(site.figureGroups).map((embedding) => {
    const { figure } = embedding;
    return {
      url: site.paths.frame(nameOf(figure)),
      template: 'embed',
      view: viewEmbed(embedding, site),
      title: figure.title,
      description: figure.alt,
      whole: true,
    };
  });
}
