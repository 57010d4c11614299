import type { Point, Series } from './points.ts';

/** Every series of a figure: values and words from the table below it, places from the picture's published scales. */
export function readSeries(figure: Element, svg: Element): readonly Series[] {
  const [head, ...rows] = figure.querySelectorAll<HTMLTableRowElement>('.numbers tr');
  const [left = 0, top = 0, width = 0, height = 0] = numbers(svg, 'data-plot');
  const toLeft = scaleOf(svg.getAttribute('data-x'), left, width);
  const toTop = scaleOf(svg.getAttribute('data-y'), top + height, -height);
  return rows.flatMap((row) => {
    const id = row.dataset['s'] ?? '';
    const group = groupOf(svg, id);
    const [name, ...cells] = row.cells;
    const [first, ...points] = cells.flatMap((cell, index): Point[] => {
      const value = Number(cell.dataset['v'] ?? Number.NaN);
      const column = head?.cells[index + 1];
      const x = column?.dataset['x'];
      const place = x === undefined ? middleOf(group) : { left: toLeft(Number(x)), top: toTop(value) };
      // A value that the scale cannot show, such as 0 on a logarithmic one, has no place.
      if (!Number.isFinite(value + place.top)) return [];
      return [
        {
          x: x === undefined ? null : Number(x),
          at: x === undefined ? '' : textOf(column),
          value,
          words: textOf(cell),
          ...place,
        },
      ];
    });
    return group && first ? [{ id, label: textOf(name), points: [first, ...points] }] : [];
  });
}

/** The part of the picture that belongs to one series. */
export function groupOf(svg: Element, id: string): SVGGElement | null {
  return svg.querySelector(`[data-s="${id}"]`);
}

/** The numbers of an attribute, `45.2 24 480 360`. */
export function numbers(element: Element, name: string): readonly number[] {
  return (element.getAttribute(name) ?? '').split(' ').map(Number);
}

/** Reads `log 0.1 1000`: from a value to a place, over `length` units from `start`. */
function scaleOf(words: string | null, start: number, length: number): (value: number) => number {
  const [kind, from, to] = (words ?? '').split(' ');
  const bend = kind === 'log' ? Math.log : Number;
  const low = bend(Number(from));
  return (value) => start + (length * (bend(value) - low)) / (bend(Number(to)) - low);
}

/** Where an axis holds names, the marker itself says where the point is. */
function middleOf(group: SVGGElement | null): { readonly left: number; readonly top: number } {
  const box = group?.querySelector<SVGGraphicsElement>('.m')?.getBBox() ?? { x: 0, y: Number.NaN, width: 0, height: 0 };
  return { left: box.x + box.width / 2, top: box.y + box.height / 2 };
}

function textOf(element: Element | undefined): string {
  return element?.textContent?.trim() ?? '';
}
