import type { Benchmark } from '../domain/benchmark.ts';
import { compareDates } from '../domain/dates.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import type { Issue, Source } from '../domain/source.ts';

/** Checks that the lead run is named if there are several, exists, and shows no less than the others that are not busy. */
export function checkLead(
  source: Source,
  { lead }: Benchmark,
  runs: readonly Run[],
  all: readonly string[],
): readonly Issue[] {
  const newestFirst = [...runs].sort((a, b) => compareDates(b.date, a.date) || (a.id < b.id ? -1 : 1));
  if (lead === null)
    return runs.length < 2 ? [] : [issue('lead-missing', source.placeOf([]), missingLead(newestFirst))];
  const leader = runs.find(({ id }) => id === lead);
  const place = source.placeOf(['lead']);
  // One that cannot be read has issues of its own.
  if (leader === undefined) return all.includes(lead) ? [] : [issue('id-unknown', place, unexpected('run', lead, all))];
  const others = newestFirst.filter((run) => run !== leader && run.condition !== 'busy');
  return others.flatMap((run) => {
    const less = lessThan(leader, run);
    const message = `The lead run has ${less.join(' and ')}, so the latest figures show less; measure what is missing, or name another run`;
    return less.length === 0 ? [] : [issue('run-lead', place, message)];
  });
}

function missingLead(newestFirst: readonly Run[]): string {
  const quiet = newestFirst.find(({ condition, sweeps }) => condition === 'quiet' && sweeps.length > 0);
  const ids = newestFirst.map(({ id }) => id).join(', ');
  return `There are ${newestFirst.length} runs (${ids}), and pages and latest figures show one first; add \`lead: ${(quiet ?? newestFirst[0])?.id}\``;
}

/** What a run shows less of than another: programs, and repeats of each. */
function lessThan(leader: Run, run: Run): readonly string[] {
  const lost = missingFrom(leader, run);
  const [own, other] = [repeatsOf(leader), repeatsOf(run)];
  return [
    ...(lost.length === 0 ? [] : [`no ${lost.join(', ')}, which ${run.id} has`]),
    ...(own >= other ? [] : [`fewer repeats than ${run.id} (${own} to ${other})`]),
  ];
}

/** Sweeps of `before`, by what they measured; those of another scenario are other work. */
function missingFrom({ sweeps }: Run, before: Run): readonly string[] {
  const scenarios = new Set(sweeps.map(({ scenario }) => scenario));
  const measured = new Set(sweeps.map(({ id, framework }) => framework ?? id));
  const lost = before.sweeps.filter(
    ({ id, framework, scenario }) => scenarios.has(scenario) && !measured.has(framework ?? id),
  );
  return [...new Set(lost.map(({ id, framework }) => framework ?? id))];
}

function repeatsOf({ sweeps }: Run): number {
  return Math.max(0, ...sweeps.map(({ steps }) => new Set(steps.map(({ repeat }) => repeat)).size));
}
