import { between, type Point, type Reading, type Series } from './points.ts';
import { groupOf } from './read.ts';

/** Lights the series `lit` and dims the rest; nothing is dimmed where none is lit. */
export function light(svg: Element, lit: readonly Series[]): void {
  svg.classList.toggle('dim', lit.length > 0);
  for (const group of svg.querySelectorAll<SVGElement>('[data-s]')) {
    group.classList.toggle(
      'lit',
      lit.some(({ id }) => id === group.dataset['s']),
    );
  }
}

/** Marks what is read in a picture: a line at each place of the axis, a ring at each point. */
export function mark(svg: SVGElement, readings: readonly Reading[]): void {
  svg.querySelector('.read')?.remove();
  const [, top, , height] = svg.dataset['plot']?.split(' ') ?? [];
  const marks = shape('g', { class: 'read' });
  for (const { series, point } of readings) {
    marks.prepend(shape('path', { d: `M${point.left} ${top}v${height}` }));
    const seriesStyle = groupOf(svg, series.id)?.getAttribute('class') ?? '';
    marks.append(shape('circle', { class: seriesStyle, cx: point.left, cy: point.top, r: 5 }));
  }
  svg.append(marks);
}

/** Makes an SVG element with its attributes. */
export function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** Makes an HTML element with a class and its text. */
export function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Puts a tip beside a point, inside the part of the picture that can be seen. */
export function place(tip: HTMLElement, picture: HTMLElement, svg: SVGSVGElement, point: Point): void {
  const at = new DOMPoint(point.left, point.top).matrixTransform(svg.getScreenCTM() ?? undefined);
  const box = picture.getBoundingClientRect();
  const [x, y, gap, width] = [at.x - box.left, at.y - box.top, 14, tip.offsetWidth];
  const beside = x + gap + width <= box.width ? x + gap : x - gap - width;
  const left = picture.scrollLeft + between(0, beside, box.width - width);
  tip.style.translate = `${left}px ${between(0, y + gap, box.height - tip.offsetHeight)}px`;
}
