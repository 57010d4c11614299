import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import { escapeHtml } from '../../render/html.ts';
import type { Figure } from '../figure.ts';
import { type Picture, pngSize } from './picture.ts';
import { markdownText, sourceMarkdown } from './tables.ts';
import { type FigureUrls, figureFile } from './urls.ts';

/** What a snippet needs to know of a figure: the size its frame is reserved at, and its picture, where it has one. */
export interface Embedding {
  readonly figure: Figure;
  readonly urls: FigureUrls;
  readonly picture: Picture | null;
  readonly frame: { readonly width: number; readonly height: number };
}

/**
 * A frame that takes the height of what it shows; older browsers keep the height it is reserved at, so that nothing jumps. It is not
 * loaded lazily: Chromium 156 cuts a lazy frame of this kind off at 150 pixels where more than its content is reserved.
 */
export function frameSnippet({ figure, urls, frame }: Embedding): string {
  return `<iframe src="${urls.embed}" title="${escapeHtml(figure.title)}" sandbox="allow-scripts allow-popups" style="width:100%;border:0;min-height:${frame.height}px;frame-sizing:content-height"></iframe>`;
}

/** A frame of a fixed size, for hosts that strip styles. */
export function fixedFrameSnippet({ figure, urls, frame }: Embedding): string {
  return `<iframe src="${urls.embed}" title="${escapeHtml(figure.title)}" loading="lazy" sandbox="allow-scripts allow-popups" width="${frame.width}" height="${frame.height}"></iframe>`;
}

/** The web component, around a frame that works without it. */
export function componentSnippet(embedding: Embedding): string {
  const { urls } = embedding;
  return `<proofsheet-figure src="${urls.embed}">${fixedFrameSnippet(embedding)}</proofsheet-figure>\n<script type="module" src="${urls.component}"></script>`;
}

/** Markdown for GitHub and others that show an SVG: one picture, which follows the reader's light or dark. */
export function pictureMarkdown(embedding: Embedding): string {
  return linkedImage(embedding, '.svg');
}

/** Markdown for hosts that take no SVG. */
export function imageMarkdown(embedding: Embedding): string {
  return linkedImage(embedding, '.png');
}

function linkedImage({ figure, urls }: Embedding, ending: string): string {
  return `[![${markdownText(figure.alt)}](${urls.file(ending)})](${urls.page})\n\n${sourceMarkdown(figure.provenance, urls)}\n`;
}

/** A plain image with its link, as large as the picture. */
export function imageHtml({ figure, urls }: Embedding, { width, height }: Picture): string {
  return `<a href="${urls.page}"><img src="${urls.file('.svg')}" width="${width}" height="${height}" alt="${escapeHtml(figure.alt)}"></a>`;
}

/** oEmbed 1.0, type rich: what WordPress and Ghost find behind a pasted address. */
export function figureOembed(embedding: Embedding, { url, base }: SiteSettings): Output {
  const { figure, urls, picture, frame } = embedding;
  const root = `${url}${base}`;
  const { source, license, date } = figure.provenance;
  // WordPress keeps the quotation beside the frame and loads its resizing script only where there is one.
  const quotation = `<blockquote><a href="${urls.page}">${escapeHtml(figure.title)}</a></blockquote>`;
  const value = {
    version: '1.0',
    type: 'rich',
    title: `${figure.title}, ${date}`,
    author_name: source,
    author_url: root,
    provider_name: source,
    provider_url: root,
    cache_age: 86_400,
    width: frame.width,
    height: frame.height,
    html: `${quotation}${fixedFrameSnippet(embedding)}`,
    ...(picture === null ? {} : thumbnailOf(urls.file('.png'), pngSize(picture))),
    license: license.url,
  };
  return figureFile(figure, '.oembed.json', `${JSON.stringify(value, null, 1)}\n`);
}

interface Thumbnail {
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
}

function thumbnailOf(url: string, { width, height }: Pick<Picture, 'width' | 'height'>): Thumbnail {
  return { thumbnail_url: url, thumbnail_width: width, thumbnail_height: height };
}
