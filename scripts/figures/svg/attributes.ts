import { escapeHtml } from '../../render/html.ts';
import { light } from './palette.ts';
import type { SceneItem } from './scene.ts';

/** The size that style sheets give to all words of a figure. */
export const baseSize = 13;

/** The colors of words that have a class: soft ones, and ones upon a bar. */
const wordColors: ReadonlyMap<string, string> = new Map([
  [light.soft, 'u'],
  [light.paper, 'p'],
]);

/** What a text says of itself beside its place: class, anchor, size, weight. */
export function textAttributes(item: SceneItem, size: number, ofSeries: boolean): string {
  const anchor = item['align'] === 'right' ? 'end' : item['align'] === 'center' ? 'middle' : '';
  const bold = !ofSeries && /bold|[6-9]00/.test(String(item['fontWeight'] ?? ''));
  return [
    ofSeries || !wordColors.has(String(item['fill'])) ? '' : ` class="${wordColors.get(String(item['fill']))}"`,
    anchor === '' ? '' : ` text-anchor="${anchor}"`,
    size === baseSize ? '' : ` font-size="${size}"`,
    bold ? ' font-weight="600"' : '',
  ].join('');
}

/** Baselines as Vega shifts them, since not every program knows `dominant-baseline`. */
export function shiftOf(baseline: unknown, size: number): number {
  return baseline === 'top'
    ? 0.79 * size
    : baseline === 'middle'
      ? 0.3 * size
      : baseline === 'bottom'
        ? -0.21 * size
        : 0;
}

/** A path's colors as a class where they are the palette's, else as they are. */
export function colorAttributes(item: SceneItem): string {
  const { fill, stroke, strokeWidth, strokeDash, opacity } = item;
  const name = namedColors.get(String(isVisible(fill) ? fill : stroke)) ?? '';
  const named = name !== '' && (name === 'v' || !isVisible(fill));
  return [
    named ? ` class="${name}"` : '',
    named ? '' : ` fill="${isVisible(fill) ? escapeHtml(String(fill)) : 'none'}"`,
    named || !isVisible(stroke) ? '' : ` stroke="${escapeHtml(String(stroke))}"`,
    strokeWidth === undefined || strokeWidth === 1 ? '' : ` stroke-width="${Number(strokeWidth)}"`,
    Array.isArray(strokeDash) ? ` stroke-dasharray="${strokeDash.map(Number).join(' ')}"` : '',
    opacity === undefined || opacity === 1 ? '' : ` opacity="${Number(opacity)}"`,
  ].join('');
}

/** The colors of a palette that have a class: lines of the grid and of axes, and soft marks. */
const namedColors: ReadonlyMap<string, string> = new Map([
  [light.grid, 'g'],
  [light.rule, 'a'],
  [light.soft, 'v'],
]);

/** Is this a color that is drawn? */
export function isVisible(color: unknown): boolean {
  return color !== undefined && color !== null && color !== 'transparent' && color !== 'none';
}
