import { escapeHtml } from '../../render/html.ts';
import { type Figure, leadOf } from '../figure.ts';
import type { Drawing } from '../svg/drawing.ts';
import { dark, light, type Palette } from '../svg/palette.ts';
import { roundToTenth } from '../svg/path.ts';
import { nestedSvg, type Theme } from '../svg/standalone.ts';
import { slack, textWidth } from '../svg/text-width.ts';
import type { FigureUrls } from './urls.ts';

/** A figure as a file of its own, and its size in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 16;
const lines = { title: 26, question: 20, foot: 17 } as const;

/**
 * The figure as a self-contained SVG: title, question and chart, below them run, testbed, license and address, so that a picture
 * that travels alone still says where it is from. The link back is the pinned one: that is what the picture shows.
 */
export function drawPicture(figure: Figure, drawing: Drawing, urls: FigureUrls, theme: Theme): Picture {
  const tall = drawing.height;
  const width = drawing.width + 2 * margin;
  const title = wrap(figure.title, width, 19);
  const question = wrap(leadOf(figure), width, 14);
  const foot = footLines(figure, urls).flatMap((line) => wrap(line, width, 12));
  const top = margin + title.length * lines.title + question.length * lines.question + 8;
  const height = Math.ceil(top + tall + 10 + foot.length * lines.foot + margin / 2);
  const label = [
    ...title.map((line, index) => text(line, margin + (index + 0.7) * lines.title, 't')),
    ...question.map((line, index) =>
      text(line, margin + title.length * lines.title + (index + 0.7) * lines.question, 'q'),
    ),
    ...foot.map((line, index) => text(line, top + tall + 10 + (index + 0.8) * lines.foot, 'f')),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeHtml(figure.title)}</title><desc>${escapeHtml(figure.alt)}</desc>`,
    metadata(figure, urls),
    `<style>${style(theme)}</style><rect class="ground" width="${width}" height="${height}"/>`,
    label.join(''),
    nestedSvg(drawing, theme, margin, top),
    '</svg>\n',
  ];
  return { svg: svg.join(''), width, height };
}

/** The size of a picture as PNG: a thousand pixels wide, more than a column of text needs; what is wider keeps its own width. */
export function pngSize({ width, height }: Pick<Picture, 'width' | 'height'>): Pick<Picture, 'width' | 'height'> {
  const wide = Math.max(width, 1000);
  return { width: wide, height: Math.round((height * wide) / width) };
}

/** The lines below a picture: what it is of, on what, and whose. */
function footLines({ provenance }: Figure, { printed }: Pick<FigureUrls, 'printed'>): readonly string[] {
  const { run, date, testbed, warning, source, license } = provenance;
  return [`${run}, ${date}. ${warning}`.trim(), testbed, `${source}, ${license.label}. ${printed}`].filter(
    (line) => line !== '',
  );
}

/** Text broken into lines that fit, in the wider of our weights and with room for a reader's own face. */
export function wrap(label: string, width: number, size: number, room = slack): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, 600) * room <= width - 2 * margin;
  const broken: string[] = [];
  for (const word of label.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}

function text(line: string, y: number, className: string): string {
  return `<text class="${className}" x="${margin}" y="${roundToTenth(y)}">${escapeHtml(line)}</text>`;
}

function style(theme: Theme): string {
  // Before a system's own face, which may be a fifth wider, the ones that the room kept for words was made for.
  const fonts = '"Source Sans 3","Source Sans Pro","Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif';
  const font = `.t,.q,.f,svg svg.chart{font-family:${fonts}}`;
  const sizes = '.t{font-size:19px;font-weight:600}.q{font-size:14px}.f{font-size:12px}';
  const colors = ({ paper, ink, soft }: Palette): string => `.ground{fill:${paper}}.t{fill:${ink}}.q,.f{fill:${soft}}`;
  const follow = theme === 'auto' ? `@media(prefers-color-scheme:dark){${colors(dark)}}` : '';
  return `${font}${sizes}${colors(light)}${follow}`;
}

/** Dublin Core, which tools that collect pictures read. */
function metadata({ title, alt, provenance }: Figure, { page }: FigureUrls): string {
  const { date, run, testbed, source, license } = provenance;
  const element = (name: string, value: string): string =>
    value === '' ? '' : `<dc:${name}>${escapeHtml(value)}</dc:${name}>`;
  const label = [
    element('title', title),
    element('description', alt),
    element('date', date),
    element('source', page),
    element('publisher', source),
    element('coverage', [run, testbed].filter((one) => one !== '').join('; ')),
    element('rights', license.label),
  ];
  const namespaces =
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"';
  return `<metadata><rdf:RDF ${namespaces}><cc:Work rdf:about="${escapeHtml(page)}">${label.join('')}<cc:license rdf:resource="${escapeHtml(license.url)}"/></cc:Work></rdf:RDF></metadata>`;
}
