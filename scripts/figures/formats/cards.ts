import type { Page } from '../../../templates/layout/page.ts';
import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import { escapeHtml } from '../../render/html.ts';
import { light } from '../svg/palette.ts';
import { standaloneSvg } from '../svg/standalone.ts';
import { type Figure, nameOf } from './figure.ts';
import { wrap } from './picture.ts';
import { drawPng } from './png.ts';

type Drawing = Pick<Effects, 'cache' | 'hash' | 'rasterize'>;

const width = 1200;
const height = 630;

/**
 * The picture that stands for each page where its address is pasted: its title and description. A card is some lines of text and
 * takes 20 ms once, so every page has its own; pages that show one figure have that figure instead.
 */
export async function renderCards(
  outputs: readonly Output[],
  site: SiteSettings,
  effects: Drawing,
): Promise<readonly Output[]> {
  const own = outputs.filter((output): output is Page => 'image' in output && String(output.image).startsWith('og/'));
  return Promise.all(
    own.map(async ({ title, description, image }) => {
      const words = { Title: title, Author: site.title, Copyright: site.license.label };
      return { path: image, content: await drawPng(pageCard(title, description, site), width, words, effects) };
    }),
  );
}

/** The card of a figure: its title, the chart as large as it goes, and where it comes from. */
export async function renderFigureCard(figure: Figure, site: SiteSettings, effects: Drawing): Promise<Output> {
  const { date, run, license } = figure.provenance;
  const words = { Title: figure.title, Author: site.title, Copyright: license.label, Source: `${run}, ${date}` };
  const path = `figures/${nameOf({ id: figure.id, pin: figure.shows })}.card.png`;
  return { path, content: await drawPng(figureCard(figure, site), width, words, effects) };
}

function pageCard(title: string, description: string, site: SiteSettings): string {
  const head = wrap(title, width - 120, 70).slice(0, 3);
  const below = wrap(description, width - 120, 34).slice(0, 4);
  const top = 220 - (head.length - 1) * 30;
  return card([
    ...head.map((line, index) => text(line, 76, top + index * 80, 70, light.ink, 600)),
    ...below.map((line, index) => text(line, 76, top + head.length * 80 + index * 46, 34, light.soft)),
    foot(site, ''),
  ]);
}

function figureCard(figure: Figure, site: SiteSettings): string {
  const chart = standaloneSvg(figure.svg, 'light').replace(/<title>[^<]*<\/title>/, '');
  const [, inner = 1, tall = 1] = (/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(chart) ?? []).map(Number);
  const scale = Math.min((width - 80) / inner, 455 / tall);
  const size = `x="${Math.round((width - inner * scale) / 2)}" y="100" width="${Math.round(inner * scale)}" height="${Math.round(tall * scale)}"`;
  const placed = chart.replace(/^<svg ([^>]*?)\s?width="[^"]*" height="[^"]*"([^>]*)>/, `<svg $1$2 ${size}>`);
  const [title = ''] = wrap(figure.title, width - 80, 40);
  return card([
    text(title, 76, 72, 40, light.ink, 600),
    placed,
    foot(site, `${figure.provenance.run}, ${figure.provenance.date}`),
  ]);
}

function foot(site: SiteSettings, of: string): string {
  const address = `${site.url}${site.base}`.replace(/^https?:\/\/|\/$/g, '');
  const words = [of, site.title, address].filter((one) => one !== '').join(' · ');
  return `<rect x="76" y="576" width="28" height="6" fill="${light.hues[1]}"/>${text(words.slice(0, 110), 116, 586, 22, light.soft)}`;
}

function card(parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${light.paper}"/>${parts.join('')}</svg>`;
}

function text(words: string, x: number, y: number, size: number, color: string, weight = 400): string {
  return `<text x="${x}" y="${y}" font-family="Source Sans 3" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeHtml(words)}</text>`;
}
