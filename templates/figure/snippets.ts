import { hasSpec } from '../../scripts/figures/formats/files.ts';
import type { Picture } from '../../scripts/figures/formats/picture.ts';
import {
  componentSnippet,
  type Embedding,
  fixedFrameSnippet,
  frameSnippet,
  imageHtml,
  imageMarkdown,
  pictureMarkdown,
} from '../../scripts/figures/formats/snippets.ts';

/** Code that shows a figure elsewhere, and on which hosts. */
export interface SnippetView {
  readonly id: string;
  readonly label: string;
  readonly hosts: string;
  readonly code: string;
}

/** A file of a figure. */
export interface FileView {
  readonly href: string;
  readonly label: string;
  readonly detail: string;
}

/** Every way to show a figure elsewhere. */
export function viewSnippets(embedding: Embedding): readonly SnippetView[] {
  return [
    {
      id: 'address',
      label: 'URL',
      hosts: 'WordPress, Ghost, Discourse: on its own line.',
      code: embedding.urls.page,
    },
    {
      id: 'frame',
      label: 'Frame',
      hosts: 'HTML that keeps styles. It adjusts its height to the content.',
      code: frameSnippet(embedding),
    },
    {
      id: 'fixed',
      label: 'Frame with a fixed size',
      hosts: 'HTML that strips styles.',
      code: fixedFrameSnippet(embedding),
    },
    {
      id: 'component',
      label: 'Web component',
      hosts: 'Your own pages. It adjusts its size and follows the theme attribute.',
      code: componentSnippet(embedding),
    },
    ...(embedding.picture === null ? [] : pictureSnippets(embedding, embedding.picture)),
  ];
}

function pictureSnippets(embedding: Embedding, picture: Picture): readonly SnippetView[] {
  return [
    {
      id: 'picture',
      label: 'Markdown for GitHub',
      hosts: 'README and issues: an SVG that follows the light or dark theme.',
      code: pictureMarkdown(embedding),
    },
    {
      id: 'markdown',
      label: 'Markdown',
      hosts: 'dev.to, Discourse and others without SVG.',
      code: imageMarkdown(embedding),
    },
    { id: 'image', label: 'Image', hosts: 'HTML: a picture with a link.', code: imageHtml(embedding, picture) },
  ];
}

/** The files of a figure, whose addresses begin with `stem`. */
export function viewFiles({ figure, picture }: Embedding, stem: string): readonly FileView[] {
  const files = [
    ['.svg', 'SVG', 'follows the light or dark theme'],
    ['.png', 'PNG', '1,000 pixels wide or more'],
    ['.csv', 'CSV', 'one observation per row'],
    ['.json', 'JSON', 'data and description'],
    ['.md', 'Markdown', 'a table with its source'],
    ['.vl.json', 'Vega-Lite', 'with data; opens in the Vega editor'],
    ['.oembed.json', 'oEmbed', ''],
  ] as const;
  return files
    .filter(([ending]) => picture !== null || (ending !== '.svg' && ending !== '.png'))
    .filter(([ending]) => ending !== '.md' || figure.pin === null)
    .filter(([ending]) => ending !== '.vl.json' || hasSpec(figure))
    .map(([ending, label, detail]) => ({ href: `${stem}${ending}`, label, detail }));
}
