import { frameSize } from '../../../templates/embed/page.ts';
import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import { type Figure, nameOf } from './figure.ts';
import { drawPicture } from './picture.ts';
import { drawPng } from './png.ts';
import { type Embedding, figureHtml, oembedJson } from './snippets.ts';
import { figureCsv, figureJson, figureMarkdown, pngWords } from './tables.ts';
import { addressesOf } from './urls.ts';

type Drawing = Pick<Effects, 'cache' | 'hash' | 'rasterize'>;

/** What snippets, frame and page of a figure need to know. */
export function embeddingOf(figure: Figure, site: SiteSettings): Embedding {
  const addresses = addressesOf(figure, site);
  const shown = addressesOf({ ...figure, pin: figure.shows }, site);
  const picture = drawPicture(figure, shown, 'auto');
  return { figure, addresses, picture, frame: frameSize(figure, addresses.printed) };
}

/** Every file of a figure: pictures, tables, specification, HTML to paste, oEmbed. */
export async function figureFiles(
  embedding: Embedding,
  site: SiteSettings,
  effects: Drawing,
): Promise<readonly Output[]> {
  const { figure, addresses, picture } = embedding;
  const file = (ending: string, content: string | Uint8Array): Output => ({
    path: `figures/${nameOf(figure)}${ending}`,
    content,
  });
  const shown = addressesOf({ ...figure, pin: figure.shows }, site);
  const light = drawPicture(figure, shown, 'light').svg;
  const dark = drawPicture(figure, shown, 'dark').svg;
  const words = pngWords(figure, shown);
  return [
    file('.svg', picture.svg),
    file('.light.svg', light),
    file('.dark.svg', dark),
    file('.png', await drawPng(light, picture.width * 2, words, effects)),
    file('.dark.png', await drawPng(dark, picture.width * 2, words, effects)),
    ...(figure.spec === null ? [] : [file('.vl.json', `${JSON.stringify(withSource(figure, shown.page))}\n`)]),
    file('.csv', figureCsv(figure, shown)),
    file('.json', figureJson(figure, addresses)),
    file('.md', figureMarkdown(figure, shown)),
    file('.html', figureHtml(embedding)),
    file('.oembed.json', oembedJson(embedding, `${site.url}${site.base}`)),
  ];
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
