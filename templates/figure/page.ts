import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import type { Page } from '../layout/page.ts';
import { embeddingsIn, type Site } from '../layout/site.ts';
import { viewFigurePage } from './view.ts';

/** A page for every figure, and for every run that it is pinned to. */
export function figurePages(site: Site): readonly Page<'figure'>[] {
  return embeddingsIn(site.figureGroups).map((embedding) => toPage(embedding, site));
}

function toPage(embedding: Embedding, site: Site): Page<'figure'> {
  const { figure, urls, picture } = embedding;
  const name = nameOf(figure);
  const view = viewFigurePage(embedding, site);
  return {
    url: site.paths.figure(name),
    template: 'figure',
    view,
    title: titleOf(figure),
    description: figure.alt,
    scripts: view.chart === null ? ['embed-builder'] : ['figure', 'embed-builder'],
    ...(picture === null ? {} : { image: { path: `figures/${name}.png`, alt: figure.alt } }),
    policy: ["frame-src 'self'"],
    alternates: [
      { type: 'application/json+oembed', title: figure.title, href: urls.file('.oembed.json') },
      { type: 'application/json', title: `${figure.title} (JSON)`, href: urls.file('.json') },
      { type: 'text/csv', title: `${figure.title} (CSV)`, href: urls.file('.csv') },
    ],
  };
}

function titleOf({ title, pin, provenance }: Figure): string {
  return pin === null ? title : `${title} (${provenance.run}, ${provenance.date})`;
}
