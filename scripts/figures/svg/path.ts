/** A point in units of the picture. */
export type Point = readonly [x: number, y: number];

/** A line through points as path data: absolute to the first, then relative steps, in tenths of a unit. */
export function linePath(points: readonly Point[]): string {
  const [first, ...rest] = points.map(inTenths);
  if (first === undefined) return '';
  let before = first;
  const steps = rest.map((point) => {
    const step: Point = [point[0] - before[0], point[1] - before[1]];
    before = point;
    return step;
  });
  return `M${pairs([first])}${steps.length === 0 ? '' : `l${pairs(steps)}`}`;
}

/** A closed area: along the points, back along the others. */
export function areaPath(there: readonly Point[], back: readonly Point[]): string {
  return `${linePath([...there, ...back.toReversed()])}z`;
}

/** Straight strokes, each from one point to another; those of no length are left out. */
export function strokePath(strokes: readonly (readonly [Point, Point])[]): string {
  return strokes
    .map(([from, to]) => [inTenths(from), inTenths(to)] as const)
    .filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1])
    .map(([from, to]) => {
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const step = dx === 0 ? `v${tenths(dy)}` : dy === 0 ? `h${tenths(dx)}` : `l${pairs([[dx, dy]])}`;
      return `M${pairs([from])}${step}`;
    })
    .join('');
}

export type Shape = 'circle' | 'square' | 'triangle-up' | 'diamond' | 'stroke';
export const shapes: readonly Shape[] = ['circle', 'square', 'triangle-up', 'diamond', 'stroke'];

/** Markers of one shape around points, `radius` large. */
export function markerPath(points: readonly Point[], shape: Shape, radius: number): string {
  const [[dx, dy], outline] = outlines[shape](radius);
  let before: Point = [0, 0];
  return points
    .map(([x, y], index) => {
      const start = inTenths([x + dx, y + dy]);
      const move = index === 0 ? `M${pairs([start])}` : `m${pairs([[start[0] - before[0], start[1] - before[1]]])}`;
      before = start;
      return move + outline;
    })
    .join('');
}

/** Where an outline starts, from the middle of its marker, and the outline, which ends where it starts. */
const outlines: Readonly<Record<Shape, (radius: number) => readonly [Point, string]>> = {
  // One arc all but closed: half as long as two, and no eye sees the tenth that is straight.
  circle: (r) => [[-r, 0], `a${pairs([[r * 10, r * 10]])} 0 1 1 0 .1z`],
  square: (r) => [[-r * 0.9, -r * 0.9], `h${tenths(r * 18)}v${tenths(r * 18)}h${tenths(-r * 18)}z`],
  'triangle-up': (r) => [[0, -r * 1.1], `l${pairs([[r * 11, r * 19]])}h${tenths(-r * 22)}z`],
  diamond: (r) => [
    [0, -r * 1.2],
    `l${pairs([
      [r * 12, r * 12],
      [-r * 12, r * 12],
      [-r * 12, -r * 12],
    ])}z`,
  ],
  stroke: (r) => [[0, -r], `v${tenths(r * 20)}z`],
};

/** A number of the picture to a tenth, which is as fine as a picture is drawn. */
export function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A number of the picture as short as it can be written, to a tenth. */
export function short(value: number): string {
  return tenths(value * 10);
}

function inTenths([x, y]: Point): Point {
  return [Math.round(x * 10), Math.round(y * 10)];
}

function tenths(value: number): string {
  return String(Math.round(value) / 10).replace(/^(-?)0\./, '$1.');
}

/** Numbers with a space only where they would run together. */
function pairs(points: readonly Point[]): string {
  let text = '';
  for (const value of points.flat()) {
    const next = tenths(value);
    const spaced = text === '' || next.startsWith('-') || (next.startsWith('.') && /\.\d+$/.test(text));
    text += spaced ? next : ` ${next}`;
  }
  return text;
}
