import { addButton, hintText, say } from './controls.ts';
import { choose, type Live, show, takePicture } from './live.ts';
import { makePanels } from './panels.ts';

const scaleNames: Readonly<Record<string, string>> = { log: 'Logarithmic', linear: 'Linear' };
const exploreHint = 'Drag to move, turn the wheel to zoom, double-click to return; hover a point for its numbers.';

/** What stands in the place of the drawn picture, and what to call when it leaves. */
interface Stage {
  shown: Element;
  leave: () => void;
}

/**
 * Adds the buttons that change how a figure is drawn, each only where the figure can be drawn so. What it returns puts
 * into the page what the state asks for.
 */
export function addViews(live: Live): () => Promise<void> {
  const { controls, figure, whole } = live;
  const { other, otherHref = '' } = figure.dataset;
  const stage: Stage = { shown: whole.svg, leave: () => {} };
  const pressed: (() => void)[] = [];
  let loaded: SVGSVGElement | undefined;
  const refresh = async (): Promise<void> => {
    let svg = whole.svg;
    let failure = '';
    try {
      if (other && live.state.y === other) svg = loaded ??= await loadSvg(otherHref);
    } catch {
      failure = 'The other scale could not be loaded; the picture stays as it is.';
    }
    put(stage, svg);
    takePicture(live, svg);
    if (live.state.view) {
      const { panels, surfaces } = makePanels(live.whole);
      put(stage, panels);
      live.surfaces = surfaces;
    }
    say(controls, failure, hintText);
    for (const press of pressed) press();
    show(live);
  };
  const toggle = (text: string, name: 'y' | 'view', value: string): void => {
    const button = addButton(controls.bar, text, () => {
      choose(live, { [name]: live.state[name] === value ? '' : value });
      return refresh();
    });
    pressed.push(() => {
      button.ariaPressed = String(live.state[name] === value);
    });
  };
  if (other) toggle(scaleNames[other] ?? other, 'y', other);
  if (whole.svg.querySelectorAll('[data-s] .l')[1]) toggle('Small multiples', 'view', 'panels');
  addExplore(live, stage, refresh);
  return refresh;
}

/** A button for the whole of Vega, which is loaded when it is pressed and not before. */
function addExplore(live: Live, stage: Stage, refresh: () => Promise<void>): void {
  const { controls, figure } = live;
  const href = figure.dataset['explore'];
  if (!href) return;
  const button = addButton(controls.bar, 'Explore', async () => {
    if (button.ariaPressed) return refresh();
    button.disabled = true;
    try {
      const { explore } = await import('../explore.ts');
      const { element, leave } = await explore(href, stage.shown);
      put(stage, element);
      stage.leave = () => {
        button.ariaPressed = null;
        leave();
      };
      button.ariaPressed = 'true';
      live.surfaces = [];
      show(live);
      say(controls, '', exploreHint);
    } catch {
      say(controls, 'Explore could not be loaded; the picture stays as it is.');
    }
    button.disabled = false;
  });
}

function put(stage: Stage, next: Element): void {
  if (stage.shown === next) return;
  stage.leave();
  stage.leave = () => {};
  stage.shown.replaceWith(next);
  stage.shown = next;
}

/** An SVG file as an element: asked for as a document, since text may not become markup here. */
function loadSvg(href: string): Promise<SVGSVGElement> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', href);
    request.responseType = 'document';
    request.onloadend = () => {
      const root = request.responseXML?.documentElement;
      if (root?.localName === 'svg') done(document.importNode(root, true) as unknown as SVGSVGElement);
      else fail();
    };
    request.send();
  });
}
