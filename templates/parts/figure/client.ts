import { hydrate } from './client/hydrate.ts';
import { listenToKeys } from './client/keys.ts';
import { listenToPointer } from './client/pointer.ts';
import { readState } from './client/state.ts';
import { addViews } from './client/views.ts';

const figures = document.querySelectorAll<HTMLElement>('figure.figure');
for (const [index, figure] of figures.entries()) {
  const picture = figure.querySelector<HTMLElement>('.picture');
  const drawn = [...(picture?.querySelectorAll<SVGSVGElement>('svg[data-plot]') ?? [])];
  // Of the pictures for a wide and for a narrow column the one that is shown.
  const svg = drawn.find((one) => one.getClientRects().length > 0) ?? drawn[0];
  if (picture && svg) bringToLife(figure, picture, svg, index === 0);
}

/** Pointer, keys, buttons and the address, over the picture and the table that are there. */
function bringToLife(figure: HTMLElement, picture: HTMLElement, svg: SVGSVGElement, first: boolean): void {
  const interactive = hydrate(figure, picture, svg, { first, alone: figures.length === 1 });
  const refresh = addViews(interactive);
  const readFragment = (): void => {
    interactive.state = readState(location.hash, interactive);
    refresh();
    if (!interactive.state.s[0]) return;
    const fold = figure.closest('details');
    if (fold) fold.open = true;
    figure.scrollIntoView();
  };
  listenToPointer(interactive);
  listenToKeys(interactive);
  addEventListener('hashchange', readFragment);
  if (location.hash.includes('=')) readFragment();
}
