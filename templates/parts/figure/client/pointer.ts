import { type InteractiveFigure, pin, seriesOf, show } from './interactive.ts';
import { nearest, type Reading } from './points.ts';

/** Pointing isolates the nearest series, a click keeps it; on a touch screen the first tap points and the second keeps. */
export function listenToPointer(interactive: InteractiveFigure): void {
  const { picture } = interactive;
  const read = (event: MouseEvent, cursor = pointed(interactive, event)): void => {
    interactive.cursor = cursor;
    interactive.column = cursor?.point.x ?? 0;
    show(interactive);
  };
  picture.addEventListener('pointermove', (event) => read(event));
  picture.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && read(event, null));
  picture.addEventListener('click', (event) => {
    // A mouse has pointed before it clicks, a finger has not.
    const before = interactive.cursor?.series;
    read(event);
    if (interactive.cursor && before === interactive.cursor.series)
      pin(interactive, interactive.cursor, !isLabel(event.target as Element));
  });
}

/** The series of a label, or the line that passes nearest; null outside of every picture. */
function pointed(interactive: InteractiveFigure, { target, clientX, clientY }: MouseEvent): Reading | null {
  const all = seriesOf(interactive);
  const on = target as Element;
  const surface = interactive.surfaces.find(({ svg }) => svg.contains(on));
  if (!surface) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(surface.svg.getScreenCTM()?.inverse());
  const id = on.closest<SVGElement>('[data-s]')?.dataset['s'];
  const series = all.find((one) => one.id === id);
  if (series && isLabel(on)) return { series, point: series.points.at(-1) ?? series.points[0] };
  return nearest(series ? [series] : surface.all, x, y);
}

function isLabel({ classList }: Element): boolean {
  return classList.contains('n');
}
