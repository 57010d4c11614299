import { startLive } from './client/hydrate.ts';
import { listenToKeys } from './client/keys.ts';
import { listenToPointer } from './client/pointer.ts';
import { readState } from './client/state.ts';
import { addViews } from './client/views.ts';

const figures = document.querySelectorAll<HTMLElement>('figure.figure');
for (const [index, figure] of figures.entries()) {
  const picture = figure.querySelector<HTMLElement>('.picture');
  const svg = picture?.querySelector<SVGSVGElement>('svg[data-plot]');
  if (picture && svg) bringToLife(figure, picture, svg, index === 0);
}

/** Pointer, keys, buttons and the address, over the picture and the table that are there. */
function bringToLife(figure: HTMLElement, picture: HTMLElement, svg: SVGSVGElement, first: boolean): void {
  const live = startLive(figure, picture, svg, { first, alone: figures.length === 1 });
  const refresh = addViews(live);
  const readAddress = (): void => {
    live.state = readState(location.hash, live);
    refresh();
    if (live.state.s[0]) figure.scrollIntoView();
  };
  listenToPointer(live);
  listenToKeys(live);
  addEventListener('hashchange', readAddress);
  if (location.hash.includes('=')) readAddress();
}
