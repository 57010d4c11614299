import type { Benchmark } from '../domain/benchmark.ts';
import { compareDates } from '../domain/dates.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import type { Issue, Source } from '../domain/source.ts';

/** Checks that the lead run is named, exists, and shows no less than the runs before it. */
export function checkLead(source: Source, { lead }: Benchmark, runs: readonly Run[]): readonly Issue[] {
  const ids = runs.map(({ id }) => id);
  if (lead === null) {
    if (runs.length < 2) return [];
    const message = `There are ${runs.length} runs and no \`lead\`; name the run to show first (now it is the newest)`;
    return [issue('run-lead', source.placeOf([]), message)];
  }
  const leader = runs.find(({ id }) => id === lead);
  const place = source.placeOf(['lead']);
  if (leader === undefined) return [issue('id-unknown', place, unexpected('run', lead, ids))];
  return runs.flatMap((run) => {
    const lost = comesBefore(run, leader) ? missingFrom(leader, run) : [];
    if (lost.length === 0) return [];
    const message = `The lead run lacks ${lost.join(', ')}, which ${run.id} has, so the latest figures shrink; measure what is missing, or name another run`;
    return [issue('run-lead', place, message)];
  });
}

/** Only a run that could have led itself; a busy one never does. */
function comesBefore(run: Run, leader: Run): boolean {
  return run !== leader && run.condition !== 'busy' && compareDates(run.date, leader.date) <= 0;
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
