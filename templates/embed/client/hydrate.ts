import { startLive } from '../../parts/figure/client/hydrate.ts';
import { takePicture } from '../../parts/figure/client/interactive.ts';
import { listenToKeys } from '../../parts/figure/client/keys.ts';
import { listenToPointer } from '../../parts/figure/client/pointer.ts';

/** Pointer and keys over the picture of a frame, as on the site; views that would load more are left to the site. */
export function enliven(figure: HTMLElement, picture: HTMLElement, svg: SVGSVGElement): void {
  keepAddress();
  const live = startLive(figure, picture, svg, { first: true, alone: true });
  takePicture(live, svg);
  listenToPointer(live);
  listenToKeys(live);
}

/** A frame without an origin of its own may not write its address: what is kept there is kept until it closes. */
function keepAddress(): void {
  try {
    history.replaceState(history.state, '', location.href);
  } catch {
    history.replaceState = () => undefined;
  }
}
