import type { Fact } from '../domain/run.ts';
import type { SiteSettings } from '../domain/site.ts';
import { conditionWarning, formatDate } from '../render/format.ts';
import type { Provenance } from './figure.ts';
import type { PlannedChart } from './planned.ts';

/** Where the figure of a run comes from; of the latest figure `pin` is null. */
export function runProvenance(
  { benchmark, run: { run }, newer, pin }: Pick<PlannedChart, 'benchmark' | 'run' | 'newer' | 'pin'>,
  site: SiteSettings,
): Provenance {
  const latest = benchmark.runs[0]?.run === run ? 'Lead run' : 'Newest run that measured it';
  return {
    run: run.title,
    date: formatDate(run.date),
    testbed: testbedLine(run.testbed),
    warning: conditionWarning(run.condition),
    status: pin === null ? latest : 'Pinned to this run',
    newer: pin !== null && newer,
    source: site.title,
    license: site.license,
  };
}

/** The first facts of a testbed, as many as go on a line. */
function testbedLine(facts: readonly Fact[]): string {
  const values = facts.map(({ value }) => value).slice(0, 4);
  while (values.length > 1 && values.join(' · ').length > 110) values.pop();
  return values.join(' · ');
}

/** Where a figure of claims comes from: one edition, or two. */
export function claimProvenance(run: string, date: string, status: string, site: SiteSettings): Provenance {
  return { run, date, testbed: '', warning: '', status, newer: false, source: site.title, license: site.license };
}
