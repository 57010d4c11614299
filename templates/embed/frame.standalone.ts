/** Inside a frame on another site: follows what its address asks for, and tells the page around how tall it is. */

import { heightMessages } from './client/height.ts';
import { hydrateFrame } from './client/hydrate.ts';
import { parseEmbedParams, themeIn } from './client/params.ts';

const root = document.documentElement;
const params = parseEmbedParams(location.search, location.hash);
let last = 0;

function setTheme(theme: string | null): void {
  if (theme === null) delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

/** Shows the chosen alone; where none of them exists, everything. Is something left out? */
function choose(attribute: string, chosen: readonly string[] | null): boolean {
  const all = [...document.querySelectorAll<HTMLElement | SVGElement>(`[${attribute}]`)];
  const shown = all.filter((element) => chosen?.includes(element.getAttribute(attribute) ?? ''));
  if (shown.length === 0 || shown.length === all.length) return false;
  for (const element of all) if (!shown.includes(element)) element.remove();
  return true;
}

/** What is said of the whole figure does not hold for a part of it. */
function describePart(): void {
  const text = 'Only a part of the figure is shown.';
  document.querySelector('.alt')?.replaceChildren(text);
  document.querySelector('.question')?.remove();
  for (const drawn of document.querySelectorAll('svg.chart'))
    drawn.setAttribute('aria-label', `${document.title}. ${text}`);
}

function tellHeight(): void {
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height === last) return;
  last = height;
  askForHeight();
  for (const message of heightMessages(height, location.href, params.secret)) parent.postMessage(message, '*');
}

/** Chromium's own way; it throws where the page stands alone in a window, and elsewhere there is no such function. */
function askForHeight(): void {
  try {
    (globalThis as { requestResize?: () => void }).requestResize?.();
  } catch {
    return;
  }
}

setTheme(params.theme);
const parts = [choose('data-s', params.series), choose('data-c', params.columns)];
if (parts.includes(true)) describePart();
const figure = document.querySelector<HTMLElement>('figure');
const picture = figure?.querySelector<HTMLElement>('.picture');
const svg = picture?.querySelector<SVGSVGElement>('svg[data-plot]');
if (figure && picture && svg) hydrateFrame(figure, picture, svg);
new ResizeObserver(tellHeight).observe(root);

addEventListener('message', ({ source, data }) => {
  if (source !== parent || data?.type !== 'proofsheet:theme') return;
  setTheme(themeIn(data.theme));
});
