import type { Benchmark } from '../domain/benchmark.ts';
import { compareDates } from '../domain/dates.ts';
import { issue } from '../domain/issue.ts';
import type { Run, Sweep } from '../domain/run.ts';
import type { Issue } from '../domain/source.ts';

/** Units are mixed up by thousands; programs and machines hardly ever differ so much both at their best and in the middle. */
const [least, most] = [500, 2000];

/** Warns of a measure that is about a thousand times more or less than in an earlier run of the same program. */
export function checkScales(benchmark: Benchmark, runs: readonly Run[]): readonly Issue[] {
  const inputs = new Set([benchmark.axis, ...benchmark.key]);
  const measures = benchmark.measures.filter(({ id, kind }) => kind === 'number' && !inputs.has(id));
  const ordered = runs.toSorted((a, b) => compareDates(a.date, b.date));
  return ordered.flatMap((run, index) =>
    run.sweeps.flatMap((sweep) => {
      const before = ordered.slice(0, index).filter(({ date }) => compareDates(date, run.date) < 0);
      const earlier = before.flatMap((one) =>
        one.sweeps.filter(({ id }) => id === sweep.id).map((of) => ({ of, in: one })),
      );
      return measures.flatMap(({ id }) => {
        const other = earlier.find(({ of }) => isThousandfold(sweep, of, id));
        return other === undefined ? [] : [describe(sweep, id, other.in)];
      });
    }),
  );
}

function describe({ file, id }: Sweep, measure: string, other: Run): Issue {
  const message = `${measure} of ${id} differs about a thousandfold from that in the run ${other.id}; check the unit, and say in a caveat if both are right`;
  return issue('run-scale', { file, line: 1, column: 1 }, message);
}

function isThousandfold(sweep: Sweep, other: Sweep, measure: string): boolean {
  const [a, b] = [positive(sweep, measure), positive(other, measure)];
  const pairs = [
    [a[0], b[0]],
    [middle(a), middle(b)],
  ] as const;
  return pairs.every(([x, y]) => {
    if (x === undefined || y === undefined) return false;
    const ratio = Math.max(x / y, y / x);
    return ratio >= least && ratio <= most;
  });
}

function positive({ steps }: Sweep, measure: string): readonly number[] {
  return steps
    .flatMap(({ values }) => {
      const value = values.get(measure);
      return typeof value === 'number' && value > 0 ? [value] : [];
    })
    .sort((a, b) => a - b);
}

function middle(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)];
}
