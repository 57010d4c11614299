import { type Figure, nameOf } from '../../../scripts/figures/figure.ts';
import { panelsPath } from '../../../scripts/figures/formats/files.ts';
import { inlineSvg } from '../../../scripts/figures/svg/drawing.ts';
import type { Urls } from '../../../scripts/render/urls.ts';

/** A chart with its words and its numbers. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  /** What is measured, in which unit, which way is better, and the question. */
  readonly question: string;
  /** Stands for the title where the data give one. */
  readonly takeaway: string;
  readonly svg: string;
  /** The picture for a narrow column; empty where the other one serves. */
  readonly narrowSvg: string;
  readonly description: string;
  readonly caption: string;
  /** Where the small multiples are; empty where there are none. */
  readonly panelsHref: string;
  /** Ways to take it along. */
  readonly links: readonly FigureLink[];
  readonly table: Figure['table'];
}

interface FigureLink {
  readonly label: string;
  readonly href: string;
  /** A file, not a page. */
  readonly file: boolean;
}

/** A figure inside a page that says what it is of. */
export function viewFigure(figure: Figure, urls: Urls): FigureView {
  const { anchor, heading, question, takeaway, subtitle, alt, caption, drawing, narrow, panels, table } = figure;
  return {
    id: anchor,
    title: heading,
    question: [subtitle, question].filter((text) => text !== '').join(' '),
    takeaway,
    svg: drawing === null ? '' : inlineSvg(drawing),
    narrowSvg: narrow === null ? '' : inlineSvg(narrow),
    description: alt,
    caption,
    panelsHref: panels === null ? '' : urls.file(panelsPath(figure)),
    links: linksOf(figure, urls),
    table,
  };
}

/** To the page and the files of the figure with an address of its own; a figure of a page alone has those of the whole one. */
function linksOf(figure: Figure, urls: Urls): readonly FigureLink[] {
  const name = nameOf(figure);
  const page = urls.figure(name);
  return [
    { label: 'Embed', href: `${page}#embed`, file: false },
    { label: 'Download', href: urls.file(`figures/${name}.png`), file: true },
    { label: 'Link', href: page, file: false },
    { label: 'Data', href: urls.file(`figures/${name}.csv`), file: true },
  ];
}
