import { parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';

/** How an explored figure is moved. */
export const hint = 'Drag to move, turn the wheel to zoom, double-click to return; hover a point for its numbers.';

/** A figure that Vega draws, and how to end it. */
export interface Explored {
  readonly element: HTMLElement;
  readonly leave: () => void;
}

/**
 * Draws the Vega specification at `href` apart from the page, in the space that `shown` takes, so that it can take its
 * place in one step. Expressions are interpreted: nothing is compiled from text.
 */
export async function explore(href: string, shown: Element): Promise<Explored> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(response.statusText);
  const spec = (await response.json()) as Spec;
  const element = document.createElement('div');
  element.className = 'explored';
  element.style.height = `${shown.getBoundingClientRect().height}px`;
  const view = new View(parse(spec, {}, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    container: element,
    hover: true,
  });
  await view.runAsync();
  return { element, leave: () => view.finalize() };
}
