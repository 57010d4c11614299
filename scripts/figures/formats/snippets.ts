import { escapeHtml } from '../../render/html.ts';
import type { Figure, FigureCell } from './figure.ts';
import type { Picture } from './picture.ts';
import { markdownText, sourceMarkdown } from './tables.ts';
import type { Addresses } from './urls.ts';

/** What a snippet needs to know of a figure: the size its frame is reserved at, and its picture. */
export interface Embedding {
  readonly figure: Figure;
  readonly addresses: Addresses;
  readonly picture: Picture;
  readonly frame: { readonly width: number; readonly height: number };
}

/**
 * A frame that takes the height of what it shows; older browsers keep the height it is reserved at, so that nothing jumps. It is not
 * loaded lazily: Chromium 156 cuts a lazy frame of this kind off at 150 pixels where more than its content is reserved.
 */
export function frameSnippet({ figure, addresses, frame }: Embedding): string {
  return `<iframe src="${addresses.embed}" title="${escapeHtml(figure.title)}" sandbox="allow-scripts allow-popups" style="width:100%;border:0;min-height:${frame.height}px;frame-sizing:content-height"></iframe>`;
}

/** A frame of a fixed size, for hosts that strip styles. */
export function fixedFrameSnippet({ figure, addresses, frame }: Embedding): string {
  return `<iframe src="${addresses.embed}" title="${escapeHtml(figure.title)}" loading="lazy" sandbox="allow-scripts allow-popups" width="${frame.width}" height="${frame.height}"></iframe>`;
}

/** The web component, around a frame that works without it. */
export function componentSnippet(embedding: Embedding): string {
  const { addresses } = embedding;
  return `<proofsheet-figure src="${addresses.embed}">${fixedFrameSnippet(embedding)}</proofsheet-figure>\n<script type="module" src="${addresses.component}"></script>`;
}

/** A figure to paste: picture in light and dark, words, table; no script, no style. */
export function figureHtml(embedding: Embedding): string {
  const { figure, addresses } = embedding;
  const { title, table, provenance } = figure;
  const { run, date, testbed, warning, source, license } = provenance;
  const cell = ({ words }: FigureCell): string => `<td>${escapeHtml(words)}</td>`;
  const facts = [`${run}, ${date}.`, warning, testbed === '' ? '' : `${testbed}.`]
    .filter((one) => one !== '')
    .join(' ');
  return [
    '<figure>',
    `<a href="${addresses.page}">${pictureHtml(embedding)}</a>`,
    `<figcaption><strong>${escapeHtml(title)}</strong> ${escapeHtml(facts)} Source: <a href="${addresses.page}">${escapeHtml(source)}</a>, <a href="${escapeHtml(license.url)}">${escapeHtml(license.label)}</a>.</figcaption>`,
    '<details>',
    '<summary>The numbers</summary>',
    '<table>',
    `<thead><tr><th scope="col">${escapeHtml(table.rowLabel)}</th>${table.columns.map(({ words }) => `<th scope="col">${escapeHtml(words)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map(
      ({ label, cells }) => `<tr><th scope="row">${escapeHtml(label)}</th>${cells.map(cell).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</details>',
    '</figure>',
    '',
  ].join('\n');
}

/** Light and dark in one element: what GitHub and every browser understand. */
function pictureHtml({ figure, addresses, picture }: Embedding): string {
  const size = `width="${picture.width}" height="${picture.height}"`;
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${addresses.file('.dark.svg')}"><img src="${addresses.file('.light.svg')}" ${size} alt="${escapeHtml(figure.alt)}"></picture>`;
}

/** Markdown for GitHub: HTML for the two colourings, Markdown for the source line. */
export function pictureMarkdown(embedding: Embedding): string {
  const { figure, addresses } = embedding;
  return `<a href="${addresses.page}">${pictureHtml(embedding)}</a>\n\n${sourceMarkdown(figure.provenance, addresses)}\n`;
}

/** Markdown for hosts that take neither HTML nor SVG. */
export function imageMarkdown({ figure, addresses }: Embedding): string {
  return `[![${markdownText(figure.alt)}](${addresses.file('.png')})](${addresses.page})\n\n${sourceMarkdown(figure.provenance, addresses)}\n`;
}

/** A plain image with its link. */
export function imageHtml({ figure, addresses, picture }: Embedding): string {
  return `<a href="${addresses.page}"><img src="${addresses.file('.png')}" width="${picture.width}" height="${picture.height}" alt="${escapeHtml(figure.alt)}"></a>`;
}

/** oEmbed 1.0, type rich: what WordPress and Ghost find behind a pasted address. */
export function oembedJson(embedding: Embedding, root: string): string {
  const { figure, addresses, picture, frame } = embedding;
  const { source, license, date } = figure.provenance;
  // WordPress keeps the quotation beside the frame and loads its resizing script only where there is one.
  const quotation = `<blockquote><a href="${addresses.page}">${escapeHtml(figure.title)}</a></blockquote>`;
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
    thumbnail_url: addresses.file('.png'),
    thumbnail_width: picture.width * 2,
    thumbnail_height: picture.height * 2,
    license: license.url,
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
