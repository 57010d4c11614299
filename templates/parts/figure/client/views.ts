import { addButton } from './controls.ts';
import { choose, type InteractiveFigure, show, takePicture } from './interactive.ts';
import { makePanels } from './panels.ts';

/**
 * Adds the button that shows each series on its own, where the figure can be drawn so. What it returns puts into the
 * page what the state asks for.
 */
export function addViews(interactive: InteractiveFigure): () => void {
  const { svg } = interactive.whole;
  const canSplit = interactive.figure.querySelector('[href$=".panels.svg"]');
  const isSplit = (): boolean => Boolean(canSplit) && interactive.state.view === 'panels';
  const button =
    canSplit &&
    addButton(interactive.bar, 'Panels', () => {
      choose(interactive, { view: isSplit() ? '' : 'panels' });
      refresh();
    });
  const refresh = (): void => {
    put(interactive, svg);
    takePicture(interactive, svg);
    if (isSplit()) {
      const { panels, surfaces } = makePanels(interactive.whole);
      put(interactive, panels);
      interactive.surfaces = surfaces;
    }
    if (button) button.ariaPressed = String(isSplit());
    show(interactive);
  };
  if (button) button.ariaPressed = 'false';
  return refresh;
}

/** Puts something in the place of what is shown, which leaves. */
function put(interactive: InteractiveFigure, next: Element): void {
  interactive.shown.replaceWith(next);
  interactive.shown = next;
}
