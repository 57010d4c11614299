import type { Benchmark } from '../domain/benchmark.ts';
import { issue } from '../domain/issue.ts';
import type { Run, Sweep } from '../domain/run.ts';
import type { Issue } from '../domain/source.ts';

/** How many programs must end alike, and how near, to make the load generator the likelier limit. */
const programs = 3;
const alike = 1.005;
/** A program ends where less than this share of the attempted rate is achieved. */
const reached = 0.95;

/** Finds programs that all end at one achieved rate in a run that names no limit of its load generator. */
export function checkCeilings(run: Run, benchmark: Benchmark): readonly Issue[] {
  if (run.ceiling !== null) return [];
  const tops = run.sweeps
    .flatMap((sweep) => {
      const top = topOf(sweep, benchmark);
      return top === null ? [] : [{ id: sweep.id, top }];
    })
    .toSorted((a, b) => a.top - b.top);
  const group = tops
    .map(({ top }, index) => tops.slice(index).filter((one) => one.top <= top * alike))
    .reduce<typeof tops>((most, one) => (one.length > most.length ? one : most), []);
  if (group.length < programs) return [];
  const names = group.map(({ id }) => id).join(', ');
  const rate = Math.round(Math.max(...group.map(({ top }) => top)));
  const message = `${names} all end at ${rate}/s: this looks like the limit of the load generator; name it as \`ceiling: ${rate}\`, so that these values are shown as "at least"`;
  return [issue('run-ceiling', { file: run.file, line: 1, column: 1 }, message)];
}

/** The highest achieved rate of a program that was attempted more than it achieved; null where it never fell behind. */
function topOf({ steps }: Sweep, { physical }: Benchmark): number | null {
  const pairs = steps.flatMap(({ state, values }) => {
    const [attempted, achieved] = [physical?.attemptedRate, physical?.achievedRate].map((id) => values.get(id ?? ''));
    const whole = typeof attempted === 'number' && typeof achieved === 'number';
    return state !== 'rejected' && whole ? [{ attempted, achieved }] : [];
  });
  if (!pairs.some(({ attempted, achieved }) => achieved < attempted * reached)) return null;
  const top = Math.max(...pairs.map(({ achieved }) => achieved));
  return top > 0 ? top : null;
}
