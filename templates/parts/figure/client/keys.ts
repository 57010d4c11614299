import { clear, type InteractiveFigure, pin, seriesOf, show } from './interactive.ts';
import { across, along, closest, type Reading, sentence } from './points.ts';

/** Arrows walk points and ranks, ten with Shift; Home and End go to the ends; Enter keeps, Escape clears. Every step is announced. */
export function listenToKeys(interactive: InteractiveFigure): void {
  const { picture } = interactive;
  picture.addEventListener('keydown', (event) => {
    const { key, shiftKey, target } = event;
    if (target !== picture || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'Escape') return clear(interactive);
    const next = step(interactive, key, shiftKey ? 10 : 1);
    if (next) {
      interactive.cursor = next;
      show(interactive);
      interactive.liveRegion.textContent = sentence(next);
    } else if (interactive.cursor && /^(?:Enter| )$/.test(key)) pin(interactive, interactive.cursor, true);
    else return;
    event.preventDefault();
  });
  picture.addEventListener('blur', () => {
    interactive.cursor = null;
    show(interactive);
  });
}

/** Where a key leads, the first one to where reading begins; null for a key that leads nowhere. */
function step(interactive: InteractiveFigure, key: string, by: number): Reading | null {
  const all = seriesOf(interactive);
  // Reading begins with what was kept last, at the place that was kept.
  const series = interactive.cursor?.series ?? all.find(({ id }) => id === interactive.state.s.at(-1)) ?? all[0];
  if (!series || !/^(?:Arrow|Home$|End$)/.test(key)) return null;
  const from = interactive.cursor ?? { series, point: closest(series, 'x', Number(interactive.state.x)) };
  const signed = /Up|Left|Home/.test(key) ? -by : by;
  if (interactive.cursor && /Up|Down/.test(key)) return across(all, from, signed, interactive.column);
  const next = !key.startsWith('Arrow')
    ? along(from, signed * Infinity)
    : interactive.cursor
      ? along(from, signed)
      : from;
  interactive.column = next.point.x;
  return next;
}
