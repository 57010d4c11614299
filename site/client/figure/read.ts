import type { Point, Series } from './points.ts';

/** Every series of a figure: values and words from the table below it, places from the picture's published scales. */
export function readSeries(figure: Element, svg: SVGElement): readonly Series[] {
  const [head, ...rows] = figure.querySelectorAll<HTMLTableRowElement>('.numbers tr');
  const [left = 0, top = 0, width = 0, height = 0] = plotOf(svg);
  const toLeft = scaleOf(svg.dataset['x'], left, width);
  const toTop = scaleOf(svg.dataset['y'], top + height, -height);
  return rows.flatMap((row) => {
    const id = row.dataset['s'] ?? '';
    const group = groupOf(svg, id);
    const [name, ...cells] = row.cells;
    const [first, ...points] = cells.flatMap((cell, index): Point[] => {
      const value = Number(cell.dataset['v'] ?? Number.NaN);
      const column = head?.cells[index + 1];
      const axis = column?.dataset['x'];
      const x = axis ? Number(axis) : null;
      const place = x === null ? middleOf(group) : { left: toLeft(x), top: toTop(value) };
      // A value that the scale cannot show, such as 0 on a logarithmic one, has no place.
      return Number.isFinite(value + place.top)
        ? [{ x, at: x === null ? '' : textOf(column), value, words: textOf(cell), ...place }]
        : [];
    });
    return group && first ? [{ id, label: textOf(name), points: [first, ...points] }] : [];
  });
}

/** The part of the picture that belongs to one series. */
export function groupOf(svg: Element, id: string): SVGGElement | null {
  return svg.querySelector(`[data-s="${id}"]`);
}

/** Left, top, width and height of the plot in a picture. */
export function plotOf({ dataset }: SVGElement): readonly number[] {
  return dataset['plot']?.split(' ').map(Number) ?? [];
}

/** Reads `log 0.1 1000`: from a value to a place, over `length` units from `start`. */
function scaleOf(words: string | undefined, start: number, length: number): (value: number) => number {
  const [kind, from, to] = words?.split(' ') ?? [];
  const bend = kind === 'log' ? Math.log : Number;
  const low = bend(Number(from));
  return (value) => start + (length * (bend(value) - low)) / (bend(Number(to)) - low);
}

/** Where an axis holds names, the marker itself says where the point is. */
function middleOf(group: SVGGElement | null): { readonly left: number; readonly top: number } {
  const box = group?.querySelector<SVGGraphicsElement>('.m')?.getBBox() ?? new DOMRect(0, Number.NaN);
  return { left: box.x + box.width / 2, top: box.y + box.height / 2 };
}

function textOf(element: Element | undefined): string {
  return element?.textContent?.trim() ?? '';
}
