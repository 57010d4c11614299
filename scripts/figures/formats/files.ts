import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import { type Figure, nameOf } from './figure.ts';
import { frameSize } from './frame-size.ts';
import { drawPicture, pngSize } from './picture.ts';
import { drawPng } from './png.ts';
import { type Embedding, oembedJson } from './snippets.ts';
import { figureCsv, figureJson, figureMarkdown, pngMetadata } from './tables.ts';
import { type FigureUrls, figureUrls } from './urls.ts';

type Drawing = Pick<Effects, 'cache' | 'hash' | 'rasterize'>;

/** What snippets, frame and page of a figure need to know. */
export function embeddingOf(figure: Figure, site: SiteSettings): Embedding {
  const urls = figureUrls(figure, site);
  const shown = figureUrls({ ...figure, pin: figure.shows }, site);
  const picture = figure.svg === '' ? null : drawPicture(figure, shown, 'auto');
  return { figure, urls, picture, frame: frameSize(figure, urls.printed) };
}

/**
 * Every file of a figure: pictures, numbers, oEmbed. What is neither shown nor found by its address, the specification and the
 * table of Markdown, is there for the latest figure alone: the numbers of a pinned one are in its CSV and JSON.
 */
export async function figureFiles(
  embedding: Embedding,
  site: SiteSettings,
  effects: Drawing,
): Promise<readonly Output[]> {
  const { figure, urls, picture } = embedding;
  const file = (ending: string, content: string | Uint8Array): Output => ({
    path: `figures/${nameOf(figure)}${ending}`,
    content,
  });
  const shown = figureUrls({ ...figure, pin: figure.shows }, site);
  return [
    ...(picture === null ? [] : [file('.svg', picture.svg), file('.png', await pngOf(figure, shown, effects))]),
    file('.csv', figureCsv(figure, shown)),
    file('.json', figureJson(figure, urls)),
    file('.oembed.json', oembedJson(embedding, `${site.url}${site.base}`)),
    ...(figure.pin === null ? [file('.md', figureMarkdown(figure, shown))] : []),
    ...(hasSpec(figure) ? [file('.vl.json', `${JSON.stringify(withSource(figure, shown.page))}\n`)] : []),
  ];
}

async function pngOf(figure: Figure, shown: FigureUrls, effects: Drawing): Promise<Uint8Array> {
  const picture = drawPicture(figure, shown, 'light');
  return drawPng(picture.svg, pngSize(picture).width, pngMetadata(figure, shown), effects);
}

/** Is the Vega-Lite specification of a figure published? */
export function hasSpec({ pin, spec }: Pick<Figure, 'pin' | 'spec'>): boolean {
  return pin === null && spec !== null;
}

/** The specification with what a picture says below itself as its subtitle and in its free metadata. */
function withSource({ title, provenance, spec }: Figure, page: string): object {
  const { run, date, testbed, warning, source, license } = provenance;
  const subtitle = [`${run}, ${date}. ${warning}`.trim(), testbed].filter((line) => line !== '');
  return {
    ...spec,
    title: { text: title, subtitle, anchor: 'start' },
    usermeta: { source, page, date, run, testbed, license: license.url },
  };
}
