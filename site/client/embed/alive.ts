import { listenToKeys } from '../figure/keys.ts';
import { takePicture } from '../figure/live.ts';
import { listenToPointer } from '../figure/pointer.ts';
import { startLive } from '../figure/start.ts';

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
