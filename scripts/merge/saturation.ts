import type { Accounts, Benchmark, SaturationTest } from '../domain/benchmark.ts';
import type { SaturationResult, SweepLevel } from '../domain/report.ts';
import type { Run, Step } from '../domain/run.ts';

/**
 * The highest step at which, and at every lower one, the benchmark's tests hold for the median of the repeats;
 * the interval spans the same question asked of each repeat alone, up to the next step of the grid. Where a step cannot be
 * judged, for want of a measure or because the load generator did not attempt all of it, the value is only a bound. Null
 * where not even the lowest step can be judged.
 */
export function saturationOf(
  steps: readonly Step[],
  all: readonly SweepLevel[],
  run: Run,
  benchmark: Benchmark,
): SaturationResult | null {
  // A step of which every repeat was rejected is as if it had not been taken.
  const levels = all.filter(({ steps: used }) => used > 0);
  if (benchmark.saturation === null || levels.length === 0) return null;
  const judge = (read: Read): Verdict => judgeStep(read, benchmark);
  const whole = climb(levels.map(({ axis, spreads }) => ({ axis, verdict: judge((id) => spreads.get(id)?.median) })));
  if (whole.value === null && whole.end === 'open') return null;
  const repeats = repeatsOf(steps)
    .map((own) => climb(own.map(({ axis, values }) => ({ axis, verdict: judge((id) => numberOf(values.get(id))) }))))
    .filter(({ value, end }) => value !== null || end !== 'open');
  const single = repeats.map(({ value }) => value);
  const best = Math.max(...single.map((one) => one ?? 0), whole.value ?? 0);
  const unknownAbove = [whole, ...repeats].some(({ value, end }) => value === best && end === 'open');
  const above = levels.find(({ axis }) => Number(axis) > best)?.axis;
  const top = Math.min(run.ceiling ?? Number.POSITIVE_INFINITY, Number(levels.at(-1)?.axis ?? 0));
  return {
    value: whole.value,
    low: single.length === 0 || single.includes(null) ? null : Math.min(...single.map((one) => one ?? 0)),
    below: unknownAbove || above === undefined ? null : Number(above),
    censored: whole.value !== null && (whole.value >= top || whole.end === 'open'),
    disturbed: levels.some(({ axis, disturbed }) => disturbed && Number(axis) <= best),
  };
}

/** The steps of each repeat that count, from the lowest to the highest. */
function repeatsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const used = steps.filter(({ state }) => state !== 'rejected');
  const groups = [...Map.groupBy(used, ({ repeat }) => repeat).values()];
  return groups.map((own) => own.toSorted((a, b) => Number(a.axis) - Number(b.axis)));
}

/** `open`: the step cannot be judged. */
type Verdict = 'met' | 'failed' | 'open';
type Read = (measure: string) => number | undefined;

interface Climb {
  /** The highest step up to which all are met; null if not even the lowest is. */
  readonly value: number | null;
  /** What the next step is; `grid` if there is none. */
  readonly end: 'failed' | 'open' | 'grid';
}

function climb(rising: readonly { readonly axis: Step['axis']; readonly verdict: Verdict }[]): Climb {
  const stop = rising.findIndex(({ verdict }) => verdict !== 'met');
  const last = (stop === -1 ? rising : rising.slice(0, stop)).at(-1);
  const end = rising[stop]?.verdict === 'failed' ? 'failed' : stop === -1 ? 'grid' : 'open';
  return { value: last === undefined ? null : Number(last.axis), end };
}

/** The least share of a step that the load generator must attempt for the step to be met. */
const attemptedAtLeast = 0.99;

function judgeStep(read: Read, { saturation, accounts }: Pick<Benchmark, 'saturation' | 'accounts'>): Verdict {
  const share = attemptedShare(read, accounts);
  const verdicts = (saturation?.tests ?? []).map((test) => judgeTest(read, test, share));
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.includes('open') || share < attemptedAtLeast ? 'open' : 'met';
}

/** A test fails only if the server would have failed it on what the load generator attempted. */
function judgeTest(read: Read, { measure, relativeTo, atLeast }: SaturationTest, share: number): Verdict {
  const value = read(measure);
  const base = relativeTo === null ? 1 : read(relativeTo);
  if (value === undefined || base === undefined) return 'open';
  if (value >= atLeast * base) return 'met';
  return relativeTo !== null && value >= atLeast * base * share ? 'open' : 'failed';
}

/** How much of a step the load generator attempted; all of it if nothing says otherwise. */
function attemptedShare(read: Read, accounts: Accounts | null): number {
  const attempted = accounts === null ? undefined : read(accounts.attempted);
  if (accounts === null || attempted === undefined || attempted <= 0) return 1;
  const lost = accounts.generatorErrors.reduce((sum, column) => sum + (read(column) ?? 0), 0);
  return Math.max(0, (attempted - lost) / attempted);
}

function numberOf(value: number | string | null | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
