import type { Point, Series } from './points.ts';

type Place = Pick<Point, 'left' | 'top'>;

/** Every series of a figure: values and words from the table below it, places from the picture. */
export function readSeries(figure: Element, svg: SVGElement): readonly Series[] {
  const [head, ...rows] = figure.querySelectorAll<HTMLTableRowElement>('.numbers tr');
  return rows.flatMap((row) => {
    const id = row.dataset['s'] ?? '';
    const [name, ...cells] = row.cells;
    const places = placesOf(groupOf(svg, id));
    const [first, ...points] = cells.flatMap((cell, index): Point[] => {
      const place = cell.dataset['v'] && places.shift();
      if (!place) return [];
      const column = head?.cells[index + 1];
      const axis = column?.dataset['x'];
      const [at, value] = [textOf(column), textOf(cell)];
      const text = axis ? `${value} at ${at}` : `${at} ${value}`;
      return [{ x: Number(axis ?? index), text, rank: cell.dataset['r'] ?? '', ...place }];
    });
    return first ? [{ id, label: textOf(name), points: [first, ...points] }] : [];
  });
}

/** The part of the picture that belongs to one series. */
export function groupOf(svg: Element, id: string): SVGGElement | null {
  return svg.querySelector(`[data-s="${id}"]`);
}

/** Where the points of a series are: the corners of its line, or the middles of its markers. */
function placesOf(group: Element | null): Place[] {
  const line =
    group
      ?.querySelector('.l')
      ?.getAttribute('d')
      ?.match(/-?\d*\.?\d+/g) ?? [];
  let [left, top] = [0, 0];
  const corners = line.flatMap((step, index) => {
    if (index % 2 === 0) left += Number(step);
    else top += Number(step);
    return index % 2 === 0 ? [] : [{ left, top }];
  });
  if (corners.length > 0) return corners;
  return [...(group?.querySelectorAll<SVGGraphicsElement>('.m') ?? [])].map((marker) => {
    const { x, y, width, height } = marker.getBBox();
    return { left: x + width / 2, top: y + height / 2 };
  });
}

function textOf(element: Element | undefined): string {
  return element?.textContent?.trim() ?? '';
}
