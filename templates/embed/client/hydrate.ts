import { hydrate } from '../../parts/figure/client/hydrate.ts';
import { takePicture } from '../../parts/figure/client/interactive.ts';
import { listenToKeys } from '../../parts/figure/client/keys.ts';
import { listenToPointer } from '../../parts/figure/client/pointer.ts';

/** Pointer and keys over the picture of a frame, as on the site; views that would load more are left to the site. */
export function hydrateFrame(figure: HTMLElement, picture: HTMLElement, svg: SVGSVGElement): void {
  keepUrl();
  const interactive = hydrate(figure, picture, svg, { first: true, alone: true });
  takePicture(interactive, svg);
  listenToPointer(interactive);
  listenToKeys(interactive);
}

/** A frame without an origin of its own may not write its address: what is kept there is kept until it closes. */
function keepUrl(): void {
  try {
    history.replaceState(history.state, '', location.href);
  } catch {
    history.replaceState = () => undefined;
  }
}
