import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaPath,
  linePath,
  markerPath,
  type Point,
  shapes,
  short,
  strokePath,
} from '../../../../scripts/figures/svg/path.ts';

/** The numbers of path data, which may stand without a space between them. */
const numbers = (data: string): readonly number[] =>
  [...data.matchAll(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)].map(([text]) => Number(text));

/** The points of a line: absolute first, then relative. */
function pointsOf(data: string): readonly Point[] {
  const [x = 0, y = 0, ...steps] = numbers(data);
  const points: Point[] = [[x, y]];
  for (let index = 0; index < steps.length; index += 2) {
    const [lastX, lastY] = points.at(-1) as Point;
    points.push([lastX + (steps[index] ?? 0), lastY + (steps[index + 1] ?? 0)]);
  }
  return points;
}

describe('linePath', () => {
  test.each<[string, readonly Point[], string]>([
    ['nothing', [], ''],
    ['one point', [[1, 2]], 'M1 2'],
    [
      'steps are relative',
      [
        [1, 2],
        [3, 5],
      ],
      'M1 2l2 3',
    ],
    [
      'a sign parts numbers',
      [
        [10, 10],
        [5, 5],
      ],
      'M10 10l-5-5',
    ],
    [
      'a point parts numbers where one has been',
      [
        [0, 0],
        [0.5, 0.5],
      ],
      'M0 0l.5.5',
    ],
    [
      'tenths',
      [
        [0.04, 0.06],
        [100.06, 0],
      ],
      'M0 .1l100.1-.1',
    ],
    [
      'no negative zero',
      [
        [1, 1],
        [0.99, 1.01],
      ],
      'M1 1l0 0',
    ],
  ])('%s', (_name, points, data) => {
    expect(linePath(points)).toBe(data);
  });

  test('never strays from its points by more than half a tenth, however long it is', () => {
    const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 200 }), (points) => {
        const read = pointsOf(linePath(points));
        expect(read).toHaveLength(points.length);
        for (const [index, [x, y]] of read.entries()) {
          expect(Math.abs(x - (points[index]?.[0] ?? 0))).toBeLessThan(0.0501);
          expect(Math.abs(y - (points[index]?.[1] ?? 0))).toBeLessThan(0.0501);
        }
      }),
    );
  });
});

describe('other paths', () => {
  test('an area goes there and back', () => {
    expect(
      areaPath(
        [
          [0, 0],
          [10, 0],
        ],
        [
          [0, 5],
          [10, 5],
        ],
      ),
    ).toBe('M0 0l10 0 0 5-10 0z');
  });

  test.each<[string, Point, Point, string]>([
    ['upright', [1, 1], [1, 9], 'M1 1v8'],
    ['level', [1, 1], [9, 1], 'M1 1h8'],
    ['slanted', [1, 1], [9, 2], 'M1 1l8 1'],
    ['of no length', [1, 1], [1, 1.04], ''],
  ])('a stroke: %s', (_name, from, to, data) => {
    expect(strokePath([[from, to]])).toBe(data);
  });

  test.each(shapes)('every %s of a row is the same and stands where it should', (shape) => {
    const [one, ...more] = markerPath(
      [
        [10, 10],
        [30.3, 12],
        [5, 5],
      ],
      shape,
      3,
    ).split(/(?<=z)/);
    const outline = one?.replace(/^M-?[\d.]+[ -]?[\d.]+/, '') ?? '';
    expect(outline).toMatch(/z$/);
    expect(more).toHaveLength(2);
    for (const other of more) expect(other.endsWith(outline)).toBe(true);
    expect(more[0]).toMatch(/^m20\.3 2/);
  });

  test.each([
    [0, '0'],
    [-0.04, '0'],
    [0.25, '.3'],
    [-0.5, '-.5'],
    [12, '12'],
  ])('%f is written %s', (value, text) => {
    expect(short(value)).toBe(text);
  });
});
