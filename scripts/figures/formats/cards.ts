import type { SiteSettings } from '../../domain/site.ts';
import type { Output } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import { escapeHtml } from '../../render/html.ts';
import { light } from '../svg/palette.ts';
import { wrap } from './picture.ts';
import { drawPng } from './png.ts';

/** The path of the picture that stands for every page without a picture of its own. */
export const cardPath = 'card.png';

const width = 1200;
const height = 630;

/** The picture that stands for the site where an address of it is pasted: title, tagline and address. */
export async function renderCard(
  site: SiteSettings,
  effects: Pick<Effects, 'cache' | 'hash' | 'rasterize'>,
): Promise<Output> {
  const label = { Title: site.title, Author: site.title, Copyright: site.license.label };
  return { path: cardPath, content: await drawPng(drawCard(site), width, label, effects) };
}

function drawCard({ title, tagline, url, base }: SiteSettings): string {
  const head = wrap(title, width - 120, 70).slice(0, 3);
  const below = wrap(tagline, width - 120, 34).slice(0, 4);
  const top = 220 - (head.length - 1) * 30;
  const home = `${url}${base}`.replace(/^https?:\/\/|\/$/g, '');
  const parts = [
    ...head.map((line, index) => text(line, 76, top + index * 80, 70, light.ink, 600)),
    ...below.map((line, index) => text(line, 76, top + head.length * 80 + index * 46, 34, light.soft)),
    `<rect x="76" y="576" width="28" height="6" fill="${light.hues[1]}"/>`,
    text(home.slice(0, 110), 116, 586, 22, light.soft),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${light.paper}"/>${parts.join('')}</svg>`;
}

function text(label: string, x: number, y: number, size: number, color: string, weight = 400): string {
  return `<text x="${x}" y="${y}" font-family="Source Sans 3" font-size="${size}" font-weight="${weight}" fill="${color}">${escapeHtml(label)}</text>`;
}
