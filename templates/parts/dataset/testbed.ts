import type { RunReport } from '../../../scripts/domain/report.ts';
import type { Fact, Run } from '../../../scripts/domain/run.ts';

/** Runs on one testbed: the same machine, system and settings, fact by fact. */
interface TestbedGroup {
  readonly testbed: readonly Fact[];
  readonly runs: readonly RunReport[];
}

/** Runs by testbed, in the order in which each testbed first occurs. */
export function groupByTestbed(runs: readonly RunReport[]): readonly TestbedGroup[] {
  const groups = Map.groupBy(runs, ({ run }) => testbedKey(run));
  return [...groups.values()].map((together) => ({ testbed: together[0]?.run.testbed ?? [], runs: together }));
}

function testbedKey({ testbed }: Run): string {
  return JSON.stringify(
    testbed.map(({ label, value }) => [label, value]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
}

const named = 4;

/** A testbed in a line that begins as a sentence does: its first facts; a single one with its label. */
export function formatTestbed(testbed: readonly Fact[]): string {
  const [only] = testbed;
  const text =
    only !== undefined && testbed.length === 1
      ? `${only.label}: ${only.value}`
      : testbed
          .slice(0, named)
          .map(({ value }) => value)
          .join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether two runs stand on the same testbed, so that their numbers may be set side by side. */
export function sameTestbed(a: Run, b: Run): boolean {
  return testbedKey(a) === testbedKey(b);
}

/** The labels of facts in which two tables differ, those that only one has included. */
export function differingFacts(a: readonly Fact[], b: readonly Fact[]): readonly string[] {
  const labels = [...new Set([...a, ...b].map(({ label }) => label))];
  return labels.filter((label) => factValue(a, label) !== factValue(b, label));
}

function factValue(facts: readonly Fact[], label: string): string | null {
  return facts.find((fact) => fact.label === label)?.value ?? null;
}

const longest = 4;

/** The first of some labels, and how many more there are. */
export function listFacts(labels: readonly string[]): string {
  if (labels.length <= longest + 1) return labels.join(', ');
  return `${labels.slice(0, longest).join(', ')} and ${labels.length - longest} more`;
}

/** What forbids or limits a comparison of runs, in a sentence or two; empty where nothing does. */
export function comparisonWarning(runs: readonly Run[]): string {
  const [first, ...others] = runs;
  if (first === undefined) return '';
  if (others.some((run) => !sameTestbed(first, run)))
    return 'These runs were made on different testbeds: their results are not comparable.';
  if (others.some(({ condition }) => condition !== first.condition))
    return 'These runs were made on one testbed in different conditions: their results are hardly comparable.';
  return '';
}
