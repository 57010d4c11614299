import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import type { Figure } from '../figure.ts';
import type { Drawing } from '../svg/drawing.ts';
import { standaloneSvg } from '../svg/standalone.ts';
import { frameSize } from './frame-size.ts';
import { drawPicture, pngSize } from './picture.ts';
import { drawPng } from './png.ts';
import { type Embedding, figureOembed } from './snippets.ts';
import { figureCsv, figureJson, figureMarkdown, pngMetadata } from './tables.ts';
import { figureFile, figureUrls, shownUrls } from './urls.ts';

type Rasterizing = Pick<Effects, 'cache' | 'hash' | 'rasterize'>;

/** What snippets, frame and page of a figure need to know. */
export function embeddingOf(figure: Figure, site: SiteSettings): Embedding {
  const urls = figureUrls(figure, site);
  const { drawing } = figure;
  const picture = drawing === null ? null : drawPicture(figure, drawing, shownUrls(figure, site), 'auto');
  return { figure, urls, picture, frame: frameSize(figure, urls.printed) };
}

/**
 * Every file of a figure: pictures, numbers, oEmbed. What is neither shown nor found by its address, the specification and the
 * table of Markdown, is there for the latest figure alone: the numbers of a pinned one are in its CSV and JSON.
 */
export async function figureFiles(
  embedding: Embedding,
  site: SiteSettings,
  effects: Rasterizing,
): Promise<readonly Output[]> {
  const { figure, picture } = embedding;
  const { drawing } = figure;
  return [
    ...(picture === null ? [] : [figureFile(figure, '.svg', picture.svg)]),
    ...(drawing === null ? [] : [await figurePng(figure, drawing, site, effects)]),
    figureCsv(figure, site),
    figureJson(figure, site),
    figureOembed(embedding, site),
    ...(figure.pin === null ? [figureMarkdown(figure, site)] : []),
    ...(hasSpec(figure) ? [figureSpec(figure, site)] : []),
  ];
}

async function figurePng(figure: Figure, drawing: Drawing, site: SiteSettings, effects: Rasterizing): Promise<Output> {
  const urls = shownUrls(figure, site);
  const picture = drawPicture(figure, drawing, urls, 'light');
  const png = await drawPng(picture.svg, pngSize(picture).width, pngMetadata(figure, urls), effects);
  return figureFile(figure, '.png', png);
}

/** Is the Vega-Lite specification of a figure published? */
export function hasSpec({ pin, spec }: Pick<Figure, 'pin' | 'spec'>): boolean {
  return pin === null && spec !== null;
}

/** The specification with what a picture says below itself as its subtitle and in its free metadata. */
function figureSpec(figure: Figure, site: SiteSettings): Output {
  const { run, date, testbed, warning, source, license } = figure.provenance;
  const { page } = shownUrls(figure, site);
  const subtitle = [`${run}, ${date}. ${warning}`.trim(), testbed].filter((line) => line !== '');
  const value = {
    ...figure.spec,
    title: { text: figure.title, subtitle, anchor: 'start' },
    usermeta: { source, page, date, run, testbed, license: license.url },
  };
  return figureFile(figure, '.vl.json', `${JSON.stringify(value)}\n`);
}

/** A figure as small multiples in a file of its own; null where it has none. */
export function figurePanels(figure: Figure): Output | null {
  const { panels } = figure;
  return panels === null ? null : { path: panelsPath(figure), content: standaloneSvg(panels, 'auto') };
}

/** Where the small multiples of a figure are, below the base. */
export function panelsPath({ benchmark, shows, anchor }: Pick<Figure, 'benchmark' | 'shows' | 'anchor'>): string {
  return `figures/${benchmark}/${shows}/${anchor}.panels.svg`;
}
