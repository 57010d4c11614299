import { stringify } from 'yaml';
import type { Fact } from '../../domain/run.ts';

/** What `run.yaml` says of one sweep. */
export interface SweepText {
  readonly id: string;
  readonly label: string;
  readonly framework: string | null;
  readonly version: string | null;
  readonly runtime: string | null;
  readonly style: string | null;
  readonly scenario: string;
  readonly class: string | null;
  readonly program: string;
  readonly note: string | null;
}

/** A run's description before it is text. */
export interface RunText {
  readonly date: string;
  readonly title: string;
  readonly condition: 'quiet' | 'busy';
  readonly by: string;
  readonly supersedes: string | null;
  readonly ceiling: number | null;
  /** How many cores the server had. */
  readonly share: number;
  readonly testbed: readonly Fact[];
  readonly generator: readonly Fact[];
  readonly parameters: readonly Fact[];
  readonly caveats: readonly string[];
  readonly sweeps: readonly SweepText[];
}

const head = '# yaml-language-server: $schema=../../../../dist/schema/run.schema.json\n';

/** The text of `run.yaml`; what is not known is left out. */
export function writeRunFile(run: RunText): string {
  const { testbed, generator, parameters, sweeps, ...plain } = run;
  const facts = (list: readonly Fact[]): Record<string, string> =>
    Object.fromEntries(list.map(({ label, value }) => [label, value]));
  const value = known({
    ...plain,
    ...{ testbed: facts(testbed), generator: facts(generator), parameters: facts(parameters) },
    sweeps: Object.fromEntries(sweeps.map(({ id, ...sweep }) => [id, known(sweep)])),
  });
  return head + stringify(value, { lineWidth: 130 });
}

/** The same without what is null. */
function known(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
}

/** `2026-11-27-amd-epyc`, or with the first number behind it that is not taken. */
export function nameRun(date: string, testbed: string, taken: readonly string[]): string {
  const name = `${date}-${testbed}`;
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
