import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  across,
  along,
  closest,
  nearest,
  type Series,
  sentence,
} from '../../../../templates/parts/figure/client/points.ts';
import { readState, type State, writeState } from '../../../../templates/parts/figure/client/state.ts';

type Row = readonly [x: number, value: number, rank?: string];

/** A series whose picture has one unit across for each of the axis, and one up for each of the measure. */
function series(id: string, ...rows: readonly [Row, ...Row[]]): Series {
  const [first, ...rest] = rows.map(([x, value, rank = '']) => ({
    x,
    rank,
    text: `${value} at ${x}/s`,
    left: x,
    top: -value,
  }));
  if (first === undefined) throw new Error('a series without a point');
  return { id, label: id.toUpperCase(), points: [first, ...rest] };
}

// Grids that differ: `b` skips a place, `c` ends before the others.
const a = series('a', [10, 10], [20, 20], [30, 30]);
const b = series('b', [10, 9], [30, 20]);
const c = series('c', [10, 8], [20, 5]);
const all = [a, b, c];
const at = (one: Series, index: number) => ({ series: one, point: one.points[index] ?? one.points[0] });

describe('the nearest line', () => {
  test.each([
    ['above every line', 20, -40, 'a', 20],
    ['between two points of a line that skips a place', 20, -14, 'b', 10],
    ['right of that middle', 21, -14, 'b', 30],
    ['beside the end of a short line, level with it', 22, -5, 'c', 20],
    ['left of the plot', -50, -8.2, 'c', 10],
  ] as const)('%s', (_, left, top, id, x) => {
    const found = nearest(all, left, top);
    expect([found?.series.id, found?.point.x]).toEqual([id, x]);
  });

  test('of no lines there is none', () => {
    expect(nearest([], 0, 0)).toBeNull();
  });
});

describe('walking', () => {
  test('along a series stops at its ends', () => {
    expect(along(at(a, 0), 1).point.x).toBe(20);
    expect(along(at(a, 0), -1).point.x).toBe(10);
    expect(along(at(a, 1), 10).point.x).toBe(30);
    expect(along(at(a, 1), Number.POSITIVE_INFINITY).point.x).toBe(30);
    expect(along(at(a, 1), Number.NEGATIVE_INFINITY).point.x).toBe(10);
  });

  test('across meets every series at its point nearest to the column, and comes back to the column', () => {
    const down = across(all, at(a, 2), 1, 30);
    expect([down.series.id, down.point.x]).toEqual(['b', 30]);
    const further = across(all, down, 1, 30);
    expect([further.series.id, further.point.x]).toEqual(['c', 20]);
    expect(across(all, further, 5, 30)).toEqual(further);
    const back = across(all, further, -2, 30);
    expect([back.series.id, back.point.x]).toEqual(['a', 30]);
  });

  test('reaches every point of every series from any other', () => {
    const grid = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(grid, { minLength: 1, maxLength: 6 }), (grids) => {
        const made = grids.map((xs, index) => {
          const [first, ...rest] = xs.toSorted((x, y) => x - y).map((x): Row => [x, index]);
          return series(`s${index}`, first ?? [0, 0], ...rest);
        });
        const [start] = made;
        if (start === undefined) return;
        let reading = at(start, 0);
        const met = new Set<unknown>();
        for (let guard = 0; guard < made.length; guard += 1) reading = across(made, reading, -1, reading.point.x);
        for (let row = 0; row < made.length; row += 1) {
          reading = along(reading, Number.NEGATIVE_INFINITY);
          for (let step = 0; step < 8; step += 1) {
            met.add(reading.point);
            reading = along(reading, 1);
          }
          reading = across(made, reading, 1, reading.point.x);
        }
        expect(met.size).toBe(made.reduce((sum, { points }) => sum + points.length, 0));
      }),
    );
  });

  test('the closest point of equals is the first', () => {
    expect(closest(b, 'x', 20).x).toBe(10);
    expect(closest(b, 'left', 21).x).toBe(30);
  });
});

describe('the sentence', () => {
  test('holds the rank where one is told', () => {
    const slow = series('slow', [10, 10, 'rank 3 of 3'], [20, 12]);
    expect(sentence(at(slow, 0))).toBe('SLOW: 10 at 10/s (rank 3 of 3)');
    expect(sentence(at(slow, 1))).toBe('SLOW: 12 at 20/s');
  });

  test('says in words that a step was disturbed', () => {
    const stained: Series = { ...a, points: [{ ...a.points[0], text: '95/s (90–99) * at 10/s' }] };
    expect(sentence(at(stained, 0))).toBe('A: 95/s (90–99), disturbed at 10/s');
  });
});

describe('the address', () => {
  const alone = { id: 'achieved-rate', first: true, alone: true };
  const second = { id: 'errors', first: false, alone: false };

  test('of a claim is short where the figure is alone', () => {
    const state: State = { s: ['gevent', 'tornado'], x: '6000', view: 'panels' };
    expect(writeState('', alone, state)).toBe('s=gevent,tornado&x=6000&view=panels');
    expect(readState('#s=gevent,tornado&x=6000&view=panels', alone)).toEqual(state);
  });

  test('keeps its meaning when the page gets another figure, with an id or without', () => {
    const first = { ...alone, alone: false };
    expect(readState('#s=gevent', first).s).toEqual(['gevent']);
    expect(readState('#s=gevent', second).s).toEqual([]);
    expect(readState('#achieved-rate.s=gevent', alone).s).toEqual(['gevent']);
    expect(writeState('#s=gevent&x=1', first, { s: ['tornado'], x: '', view: '' })).toBe('achieved-rate.s=tornado');
  });

  test('is what a sender made of it', () => {
    expect(readState('#s=gevent%2Ctornado', alone).s).toEqual(['gevent', 'tornado']);
  });

  test('loses a plain anchor when something is set, and keeps what belongs to others', () => {
    expect(writeState('#achieved-rate', alone, { s: ['a'], x: '', view: '' })).toBe('s=a');
    expect(writeState('#errors.x=8&theme=dark', alone, { s: ['a'], x: '', view: '' })).toBe(
      'errors.x=8&theme=dark&s=a',
    );
    expect(writeState('#s=a&x=1', alone, { s: [], x: '', view: '' })).toBe('');
  });

  test('goes there and back for every state and neighbor', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    const state = fc.record({
      s: fc.array(id),
      x: fc.oneof(fc.constant(''), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)),
      view: fc.constantFrom('', 'panels'),
    });
    fc.assert(
      fc.property(state, state, fc.boolean(), (one, other, isAlone) => {
        const first = { ...alone, alone: isAlone };
        const both = writeState(`#${writeState('', second, other)}`, first, one);
        expect(readState(`#${both}`, first)).toEqual(one);
        expect(readState(`#${both}`, second)).toEqual(other);
        expect(writeState(`#${both}`, first, one)).toBe(both);
      }),
    );
  });
});
