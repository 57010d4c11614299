import { element, shape } from './draw.ts';
import type { Series } from './points.ts';
import { groupOf } from './read.ts';

/** A picture and the series that can be read in it. */
export interface Surface {
  readonly svg: SVGSVGElement;
  readonly all: readonly Series[];
}

/** Small multiples: one panel a series, over all others in gray, on the scales of the whole picture. */
export function makePanels({ svg, all }: Surface): {
  readonly panels: HTMLElement;
  readonly surfaces: readonly Surface[];
} {
  const box = svg.dataset['plot'] ?? '';
  const others = [...svg.querySelectorAll('[data-s] .l')].map((line) => line.getAttribute('d')).join('');
  const panels = element('div', 'panels');
  const surfaces = all.map((series) => {
    const picture = shape('svg', { viewBox: box, class: 'chart', 'data-plot': box, 'aria-hidden': 'true' });
    const own = [svg.querySelector('.g'), groupOf(svg, series.id)].flatMap((part) => part?.cloneNode(true) ?? []);
    picture.append(shape('path', { class: 'l others', d: others }), ...own);
    for (const part of picture.querySelectorAll('.k, .n')) part.remove();
    const panel = element('div', 'panel', series.label);
    panel.append(picture);
    panels.append(panel);
    return { svg: picture as SVGSVGElement, all: [series] };
  });
  panels.append(element('p', 'detail', 'All panels have the same scales.'));
  return { panels, surfaces };
}
