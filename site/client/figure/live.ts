import type { Controls } from './controls.ts';
import { element, light, mark, place } from './draw.ts';
import type { Surface } from './panels.ts';
import { closest, type Reading, type Series, sentence } from './points.ts';
import { readSeries } from './read.ts';
import { type Standing, type State, writeState } from './state.ts';

/** A figure brought to life: what it is made of, what its reader has chosen, and what is being read. */
export interface Live extends Standing, Controls {
  readonly figure: HTMLElement;
  readonly picture: HTMLElement;
  /** Of use while anything is kept. */
  readonly clear: HTMLButtonElement;
  /** `higher` or `lower`, where one of them is better. */
  readonly better: string;
  /** The whole picture, in the scale that is shown. */
  whole: Surface;
  /** What can be pointed at: the whole picture or its panels; nothing where something else stands in its place. */
  surfaces: readonly Surface[];
  state: State;
  cursor: Reading | null;
  /** The place on the axis that is kept while one goes from series to series. */
  column: number | null;
  /** What stands in the place of the drawn picture, and what to do when it leaves. */
  shown: Element;
  leave: () => void;
}

const mostInTip = 6;

/** The series of a figure; its table is read when they are first asked for. */
export function seriesOf(live: Live): readonly Series[] {
  if (live.whole.all.length === 0) takePicture(live, live.whole.svg);
  return live.whole.all;
}

/** Takes a picture as the whole one and reads the places in it. */
export function takePicture(live: Live, svg: SVGSVGElement): void {
  live.whole = { svg, all: readSeries(live.figure, svg) };
  live.surfaces = [live.whole];
  live.cursor = null;
}

/** Shows what is chosen and read: lit series, marks, the tip. */
export function show(live: Live): void {
  const { cursor, state, whole } = live;
  const all = seriesOf(live);
  const lit = [...new Set([...(cursor ? [cursor.series.id] : []), ...state.s])];
  const x = cursor ? cursor.point.x : state.x;
  // Pinned without a place on the axis, a line is lit and no point of it is read.
  const isRead = x !== null || all[0]?.points[0].x === null;
  const readings = isRead
    ? lit.flatMap((id) =>
        readAt(
          all.filter((series) => series.id === id),
          x,
        ),
      )
    : [];
  for (const { svg, all: own } of live.surfaces) {
    light(svg, lit);
    mark(svg, svg === whole.svg || !isRead ? readings : readAt(own, x));
  }
  live.clear.disabled = state.s.length === 0;
  showTip(live, readings);
}

/** Every series at its point nearest to a place on the axis. */
function readAt(all: readonly Series[], x: number | null): readonly Reading[] {
  return all.map((series) => ({ series, point: closest(series, 'x', x) }));
}

function showTip({ picture, tip, surfaces, whole, better }: Live, readings: readonly Reading[]): void {
  const [first] = readings;
  const surface = surfaces.find(({ all }) => all.some(({ id }) => id === first?.series.id));
  tip.hidden = true;
  if (!first || !surface) return;
  tip.hidden = false;
  const lines = readings.slice(0, mostInTip).map((reading) => sentence(whole.all, reading, better));
  if (readings.length > mostInTip) lines.push(`and ${readings.length - mostInTip} more`);
  tip.replaceChildren(...lines.map((line) => element('p', '', line)));
  place(tip, picture, surface.svg, first.point);
}

/** Sets what the reader has chosen, and writes it into the address without a step of history. */
export function choose(live: Live, state: Partial<State>): void {
  live.state = { ...live.state, ...state };
  const fragment = writeState(location.hash, live, live.state);
  history.replaceState(history.state, '', location.href.replace(/#.*|$/, fragment && `#${fragment}`));
  show(live);
}

/** Keeps the series that is read, and the place of the axis where `here`; the same again lets it go. */
export function pin(live: Live, { series: { id, label }, point }: Reading, here: boolean): void {
  const { s: kept, x } = live.state;
  const again = kept.includes(id) && (!here || x === point.x);
  const s = kept.filter((one) => one !== id).concat(again ? [] : id);
  choose(live, { s, x: here && !again ? point.x : s.length > 0 ? x : null });
  live.voice.textContent = `${label}: ${again ? 'let go' : 'kept'}`;
}

/** Lets everything go: nothing is kept and nothing is read. */
export function clear(live: Live): void {
  live.cursor = null;
  choose(live, { s: [], x: null });
}
