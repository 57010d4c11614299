import { addButton, hintText, say } from './controls.ts';
import { choose, type Live, show, takePicture } from './live.ts';
import { makePanels } from './panels.ts';

const scaleNames: Readonly<Record<string, string>> = { log: 'Log scale', linear: 'Linear scale' };
const failed = 'This could not be loaded; the picture stays as it is.';

/**
 * Adds the buttons that change how a figure is drawn, each only where the figure can be drawn so. What it returns puts
 * into the page what the state asks for.
 */
export function addViews(live: Live): () => Promise<void> {
  const { figure, whole } = live;
  const { other, otherHref = '' } = figure.dataset;
  const canSplit = figure.querySelector('[href$=".panels.svg"]') !== null;
  const presses: (() => void)[] = [];
  let loaded: SVGSVGElement | undefined;
  const refresh = async (): Promise<void> => {
    let svg = whole.svg;
    live.hint.textContent = hintText;
    try {
      if (other && live.state.y === other) svg = loaded ??= await loadSvg(otherHref);
    } catch {
      say(live, failed);
    }
    put(live, svg);
    takePicture(live, svg);
    if (canSplit && live.state.view) {
      const { panels, surfaces } = makePanels(live.whole);
      put(live, panels);
      live.surfaces = surfaces;
    }
    for (const press of presses) press();
    show(live);
  };
  const toggle = (text: string, name: 'y' | 'view', value: string): void => {
    const button = addButton(live.bar, text, () => {
      choose(live, { [name]: live.state[name] === value ? '' : value });
      return refresh();
    });
    const press = (): void => {
      button.ariaPressed = String(live.state[name] === value);
    };
    presses.push(press);
    press();
  };
  if (other) toggle(scaleNames[other] ?? other, 'y', other);
  if (canSplit) toggle('Panels', 'view', 'panels');
  addExplore(live, refresh, presses);
  return refresh;
}

/** A button for the whole of Vega, which is loaded when it is pressed and not before. */
function addExplore(live: Live, refresh: () => Promise<void>, presses: readonly (() => void)[]): void {
  const href = live.figure.dataset['explore'];
  if (!href) return;
  const button = addButton(live.bar, 'Explore', async () => {
    if (button.ariaPressed === 'true') return refresh();
    button.disabled = true;
    try {
      const { explore, hint } = await import('../on-demand/explore.ts');
      const { element, leave } = await explore(href, live.shown);
      put(live, element);
      live.leave = () => {
        button.ariaPressed = 'false';
        leave();
      };
      button.ariaPressed = 'true';
      live.surfaces = [];
      choose(live, { y: '', view: '' });
      for (const press of presses) press();
      say(live, hint);
    } catch {
      say(live, failed);
    }
    button.disabled = false;
  });
  button.ariaPressed = 'false';
}

function put(live: Live, next: Element): void {
  if (live.shown === next) return;
  live.leave();
  live.leave = () => {};
  live.shown.replaceWith(next);
  live.shown = next;
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
