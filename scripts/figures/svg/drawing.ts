import { escapeHtml } from '../../render/html.ts';
import { short } from './path.ts';

/** A picture as a value: what is drawn, and what its formats need to know of it. Lengths are units of the picture. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Where a script finds its points; null where there is nothing for it to follow. */
  readonly plot: Plot | null;
  /** What stands inside the `svg` element. */
  readonly body: string;
  /** What it shows in words; empty where the words stand beside it. */
  readonly label: string;
}

/** The plot inside a picture, and its scales; null for an axis that holds names. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: AxisScale | null;
  readonly y: AxisScale | null;
}

/** A scale with its values at both ends of the plot. */
export interface AxisScale {
  readonly type: string;
  readonly low: number;
  readonly high: number;
}

/** A drawing in a page: colored by the page's tokens, one image to a screen reader. */
export function inlineSvg(drawing: Drawing): string {
  return `<svg ${roleAttributes(drawing)}>${drawing.body}</svg>`;
}

/** What the element of a drawing says of itself wherever it is: its box, and that it is one image. */
export function roleAttributes(drawing: Drawing): string {
  const label = drawing.label === '' ? '' : ` aria-label="${escapeHtml(drawing.label)}"`;
  return `${boxAttributes(drawing)} role="img"${label}${plotAttributes(drawing)}`;
}

/** The class and the box of a drawing. */
export function boxAttributes({ width, height }: Drawing): string {
  return `class="chart" viewBox="0 0 ${short(width)} ${short(height)}" xmlns="http://www.w3.org/2000/svg"`;
}

/** Where the plot is and what its scales say, for scripts; see `docs/figures.md`. */
export function plotAttributes({ plot }: Drawing): string {
  if (plot === null) return '';
  const box = [plot.left, plot.top, plot.width, plot.height].map(short).join(' ');
  const scale = (name: string, axis: AxisScale | null): string =>
    axis === null ? '' : ` data-${name}="${axis.type} ${axis.low} ${axis.high}"`;
  return ` data-plot="${box}"${scale('x', plot.x)}${scale('y', plot.y)}`;
}
