import { addButton, addControls } from './controls.ts';
import { clear, type Live } from './interactive.ts';
import { readState } from './state.ts';

/** Puts controls around a picture: a figure that nothing has been chosen or read in yet, and nothing listens to. */
export function startLive(
  figure: HTMLElement,
  picture: HTMLElement,
  svg: SVGSVGElement,
  standing: Pick<Live, 'first' | 'alone'>,
): Live {
  const controls = addControls(figure, picture);
  const clearAll = (): void => {
    clear(live);
    picture.focus();
  };
  const live: Live = {
    ...controls,
    ...standing,
    id: figure.id,
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
  };
  live.clear.disabled = true;
  return live;
}
