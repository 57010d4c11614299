import type { Figure } from '../../../scripts/figures/figure.ts';
import { panelsPath } from '../../../scripts/figures/formats/files.ts';
import { inlineSvg } from '../../../scripts/figures/svg/drawing.ts';
import type { Urls } from '../../../scripts/render/urls.ts';

/** A chart with its words and its numbers. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly svg: string;
  readonly description: string;
  readonly caption: string;
  /** Where the small multiples are; empty where there are none. */
  readonly panelsHref: string;
  readonly table: Figure['table'];
}

/** A figure inside a page that says what it is of. */
export function viewFigure(figure: Figure, urls: Urls): FigureView {
  const { anchor, heading, question, alt, caption, drawing, panels, table } = figure;
  return {
    id: anchor,
    title: heading,
    question,
    svg: drawing === null ? '' : inlineSvg(drawing),
    description: alt,
    caption,
    panelsHref: panels === null ? '' : urls.file(panelsPath(figure)),
    table,
  };
}
