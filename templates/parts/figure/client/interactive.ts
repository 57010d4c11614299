import type { Controls } from './controls.ts';
import { element, light, mark, place } from './draw.ts';
import type { Surface } from './panels.ts';
import { closest, type Reading, type Series, sentence } from './points.ts';
import { readSeries } from './read.ts';
import { type FigurePosition, type State, writeState } from './state.ts';

/** A figure brought to life: what it is made of, what its reader has chosen, and what is being read. */
export interface InteractiveFigure extends FigurePosition, Controls {
  readonly figure: HTMLElement;
  readonly picture: HTMLElement;
  /** Of use while anything is kept. */
  readonly clear: HTMLButtonElement;
  /** The whole picture. */
  whole: Surface;
  /** What can be pointed at: the whole picture or its panels. */
  surfaces: readonly Surface[];
  state: State;
  cursor: Reading | null;
  /** The place on the axis that is kept while one goes from series to series. */
  column: number;
  /** What stands in the place of the drawn picture. */
  shown: Element;
}

/** The series of a figure; its table is read when they are first asked for. */
export function seriesOf(interactive: InteractiveFigure): readonly Series[] {
  if (interactive.whole.all.length === 0) takePicture(interactive, interactive.whole.svg);
  return interactive.whole.all;
}

/** Takes a picture as the whole one and reads the places in it. */
export function takePicture(interactive: InteractiveFigure, svg: SVGSVGElement): void {
  interactive.whole = { svg, all: readSeries(interactive.figure, svg) };
  interactive.surfaces = [interactive.whole];
  interactive.cursor = null;
}

/** Shows what is chosen and read: lit series, marks, the tip. */
export function show(interactive: InteractiveFigure): void {
  const { cursor, state } = interactive;
  const all = seriesOf(interactive);
  const lit = [...new Set([cursor?.series.id, ...state.s])].flatMap((id) => all.filter((one) => one.id === id));
  const x = cursor?.point.x ?? state.x;
  // Kept by its label, without a place on the axis, a line is lit and no point of it is read.
  const read = (some: readonly Series[]): readonly Reading[] => (lit[0] && x !== '' ? readAt(some, Number(x)) : []);
  for (const { svg, all: own } of interactive.surfaces) {
    light(svg, lit);
    mark(svg, read(own[1] ? lit : own));
  }
  interactive.clear.disabled = !state.s[0];
  showTip(interactive, read(lit));
}

/** Every series at its point nearest to a place on the axis. */
function readAt(all: readonly Series[], x: number): readonly Reading[] {
  return all.map((series) => ({ series, point: closest(series, 'x', x) }));
}

function showTip({ picture, tip, surfaces }: InteractiveFigure, readings: readonly Reading[]): void {
  const [first] = readings;
  const surface = surfaces.find(({ all }) => first && all.includes(first.series));
  tip.hidden = !surface;
  if (!first || !surface) return;
  tip.replaceChildren(...readings.map((reading) => element('p', '', sentence(reading))));
  place(tip, picture, surface.svg, first.point);
}

/** Sets what the reader has chosen, and writes it into the address without a step of history. */
export function choose(interactive: InteractiveFigure, state: Partial<State>): void {
  interactive.state = { ...interactive.state, ...state };
  const fragment = writeState(location.hash, interactive, interactive.state);
  history.replaceState(
    history.state,
    '',
    location.href.replace(/#.*|$/, () => fragment && `#${fragment}`),
  );
  show(interactive);
}

/** Keeps the series that is read, and the place of the axis where `here`; the same again lets it go. */
export function pin(interactive: InteractiveFigure, { series: { id, label }, point }: Reading, here: boolean): void {
  const { s: kept, x } = interactive.state;
  const again = kept.includes(id) && (!here || x === String(point.x));
  const s = kept.filter((one) => one !== id).concat(again ? [] : id);
  choose(interactive, { s, x: here && !again ? String(point.x) : s[0] ? x : '' });
  interactive.liveRegion.textContent = `${label}: ${again ? 'let go' : 'kept'}`;
}

/** Lets everything go: nothing is kept and nothing is read. */
export function clear(interactive: InteractiveFigure): void {
  interactive.cursor = null;
  choose(interactive, { s: [], x: '' });
}
