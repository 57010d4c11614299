import { addButton, addControls } from './controls.ts';
import { clear, type InteractiveFigure } from './interactive.ts';
import { readState } from './state.ts';

/** Puts controls around a picture: a figure that nothing has been chosen or read in yet, and nothing listens to. */
export function hydrate(
  figure: HTMLElement,
  picture: HTMLElement,
  svg: SVGSVGElement,
  position: Pick<InteractiveFigure, 'first' | 'alone'>,
): InteractiveFigure {
  const controls = addControls(figure, picture);
  const clearAll = (): void => {
    clear(interactive);
    picture.focus();
  };
  const interactive: InteractiveFigure = {
    ...controls,
    ...position,
    id: figure.id,
    figure,
    picture,
    clear: addButton(controls.bar, 'Clear', clearAll),
    whole: { svg, all: [] },
    surfaces: [],
    state: readState('', figure),
    cursor: null,
    column: 0,
    shown: svg,
  };
  interactive.clear.disabled = true;
  return interactive;
}
