import { addButton, hintText, say } from './controls.ts';
import { choose, type Live, show, takePicture } from './interactive.ts';
import { makePanels } from './panels.ts';

const failed = 'Could not be loaded; the picture stays.';

/**
 * Adds the buttons that change how a figure is drawn, each only where the figure can be drawn so. What it returns puts
 * into the page what the state asks for.
 */
export function addViews(live: Live): () => Promise<void> {
  const { figure, whole } = live;
  const { other, otherHref = '' } = figure.dataset;
  const canSplit = figure.querySelector('[href$=".panels.svg"]');
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
    const isOn = (): boolean => live.state[name] === value;
    const button = addButton(live.bar, text, () => {
      choose(live, { [name]: isOn() ? '' : value });
      return refresh();
    });
    press(button, false);
    presses.push(() => press(button, isOn()));
  };
  if (other) toggle(other === 'log' ? 'Log scale' : 'Linear scale', 'y', other);
  if (canSplit) toggle('Panels', 'view', 'panels');
  const { explore } = figure.dataset;
  if (explore) addExplore(live, explore, refresh);
  return refresh;
}

/** A button for the whole of Vega, which is loaded when it is pressed and not before. */
function addExplore(live: Live, href: string, refresh: () => Promise<void>): void {
  const button = addButton(live.bar, 'Explore', async () => {
    if (live.leave) return refresh();
    button.disabled = true;
    try {
      const { explore, hint } = await import('../explore.on-demand.ts');
      choose(live, { y: '', view: '' });
      await refresh();
      const { element, leave } = await explore(href, live.whole.svg, live.tip);
      put(live, element);
      press(button, true);
      live.leave = () => {
        press(button, false);
        leave();
      };
      live.surfaces = [];
      show(live);
      say(live, hint);
    } catch {
      say(live, failed);
    }
    button.disabled = false;
  });
  press(button, false);
}

function press(button: Element, on: boolean): void {
  button.ariaPressed = String(on);
}

/** Puts something in the place of what is shown, which leaves. */
function put(live: Live, next: Element): void {
  live.leave?.();
  live.leave = null;
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
      const root: Element | undefined = request.responseXML?.documentElement;
      if (root?.localName === 'svg') done(root as SVGSVGElement);
      else fail();
    };
    request.send();
  });
}
