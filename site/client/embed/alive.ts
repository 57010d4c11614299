import { addButton, addControls } from '../figure/controls.ts';
import { listenToKeys } from '../figure/keys.ts';
import { clear, type Live, takePicture } from '../figure/live.ts';
import { listenToPointer } from '../figure/pointer.ts';
import { readState } from '../figure/state.ts';

/** Pointer and keys over the picture of a frame, as on the site; views that would load more are left to the site. */
export function enliven(figure: HTMLElement, picture: HTMLElement, svg: SVGSVGElement): void {
  keepAddress();
  const controls = addControls(figure, picture);
  const clearAll = (): void => {
    clear(live);
    picture.focus();
  };
  const live: Live = {
    ...controls,
    id: figure.id,
    first: true,
    alone: true,
    figure,
    picture,
    better: figure.dataset['better'] ?? '',
    clear: addButton(controls.bar, 'Clear', clearAll),
    whole: { svg, all: [] },
    surfaces: [],
    state: readState('', figure),
    cursor: null,
    column: 0,
    shown: svg,
    leave: null,
  };
  live.clear.disabled = true;
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
