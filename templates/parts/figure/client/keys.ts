import { clear, type Live, pin, seriesOf, show } from './interactive.ts';
import { across, along, closest, type Reading, sentence } from './points.ts';

/** Arrows walk points and ranks, ten with Shift; Home and End go to the ends; Enter keeps, Escape clears. Every step is announced. */
export function listenToKeys(live: Live): void {
  const { picture } = live;
  picture.addEventListener('keydown', (event) => {
    const { key, shiftKey, target } = event;
    if (target !== picture || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === 'Escape') return clear(live);
    const next = step(live, key, shiftKey ? 10 : 1);
    if (next) {
      live.cursor = next;
      show(live);
      live.voice.textContent = sentence(seriesOf(live), next, live.better);
    } else if (live.cursor && /^(?:Enter| )$/.test(key)) pin(live, live.cursor, true);
    else return;
    event.preventDefault();
  });
  picture.addEventListener('blur', () => {
    live.cursor = null;
    show(live);
  });
}

/** Where a key leads, the first one to where reading begins; null for a key that leads nowhere. */
function step(live: Live, key: string, by: number): Reading | null {
  const all = seriesOf(live);
  // Reading begins with what was kept last, at the place that was kept.
  const series = live.cursor?.series ?? all.find(({ id }) => id === live.state.s.at(-1)) ?? all[0];
  if (!series || !/^(?:Arrow|Home$|End$)/.test(key)) return null;
  const from = live.cursor ?? { series, point: closest(series, 'x', Number(live.state.x)) };
  const signed = /Up|Left|Home/.test(key) ? -by : by;
  if (live.cursor && /Up|Down/.test(key)) return across(all, from, signed, live.column);
  const next = !key.startsWith('Arrow') ? along(from, signed * Infinity) : live.cursor ? along(from, signed) : from;
  live.column = next.point.x;
  return next;
}
