import { type Loader, parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';

/** How an explored figure is moved. */
export const hint = 'Drag to move, turn the wheel to zoom, double-click to return; hover a point for its numbers.';

/** A figure that Vega draws, and how to end it. */
interface Explored {
  readonly element: HTMLElement;
  readonly leave: () => void;
}

/**
 * Draws the Vega specification at `href` apart from the page, with its plot where the picture has it, so that it can take
 * its place in one step and nothing moves. Expressions are interpreted: nothing is compiled from text. `tip` shows a
 * point's numbers.
 */
export async function explore(href: string, picture: SVGSVGElement, tip: HTMLElement): Promise<Explored> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  const spec = { ...((await response.json()) as Spec), ...frameOf(picture) };
  const element = document.createElement('div');
  element.className = 'explored';
  const { width, height } = picture.getBoundingClientRect();
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  const view = new View(parse(spec, {}, { ast: true }), {
    expr: expressionInterpreter,
    loader: nothing,
    renderer: 'svg',
    container: element,
    hover: true,
    tooltip: (_handler, event, _item, value) => showTip(tip, element, event, value),
  });
  await view.runAsync();
  return { element, leave: () => view.finalize() };
}

// A figure brings its data and leads nowhere: whatever names another file or address in it gets nothing.
const refuse = (): Promise<never> => Promise.reject(new Error('a figure loads nothing'));
const nothing: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** The plot of the picture and the space around it. */
function frameOf({ dataset, viewBox }: SVGSVGElement): Partial<Spec> {
  const [left = 0, top = 0, width = 0, height = 0] = (dataset['plot'] ?? '').split(' ').map(Number);
  const { width: wide, height: high } = viewBox.baseVal;
  const padding = { left, top, right: wide - left - width, bottom: high - top - height };
  return { autosize: 'none', width, height, padding };
}

/** The numbers of the point under the pointer, beside it and inside the figure; a view that ends asks without an event. */
function showTip(tip: HTMLElement, element: HTMLElement, event: MouseEvent | null, value: unknown): void {
  tip.hidden = event === null || typeof value !== 'object' || value === null;
  if (tip.hidden || event === null) return;
  tip.replaceChildren(
    ...Object.entries(value as object).map(([name, text]) => {
      const line = document.createElement('p');
      line.textContent = `${name}: ${text}`;
      return line;
    }),
  );
  const { left, top, width } = element.getBoundingClientRect();
  const x = event.clientX - left + 14;
  const beside = x + tip.offsetWidth > width ? x - 28 - tip.offsetWidth : x;
  tip.style.translate = `${Math.max(0, beside)}px ${event.clientY - top + 14}px`;
}
