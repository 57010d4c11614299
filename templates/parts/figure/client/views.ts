import { addButton } from './controls.ts';
import { choose, type Live, show, takePicture } from './interactive.ts';
import { makePanels } from './panels.ts';

/**
 * Adds the button that shows each series on its own, where the figure can be drawn so. What it returns puts into the
 * page what the state asks for.
 */
export function addViews(live: Live): () => void {
  const { svg } = live.whole;
  const canSplit = live.figure.querySelector('[href$=".panels.svg"]');
  const isSplit = (): boolean => Boolean(canSplit) && live.state.view === 'panels';
  const button =
    canSplit &&
    addButton(live.bar, 'Panels', () => {
      choose(live, { view: isSplit() ? '' : 'panels' });
      refresh();
    });
  const refresh = (): void => {
    put(live, svg);
    takePicture(live, svg);
    if (isSplit()) {
      const { panels, surfaces } = makePanels(live.whole);
      put(live, panels);
      live.surfaces = surfaces;
    }
    if (button) button.ariaPressed = String(isSplit());
    show(live);
  };
  if (button) button.ariaPressed = 'false';
  return refresh;
}

/** Puts something in the place of what is shown, which leaves. */
function put(live: Live, next: Element): void {
  live.shown.replaceWith(next);
  live.shown = next;
}
