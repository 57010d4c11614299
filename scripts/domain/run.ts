/** One dated execution of a benchmark: its sweeps and steps. Imports types only. */
import type { AxisValue } from './axis.ts';
import type { ClaimDate, ClaimSource } from './claim.ts';
import type { Place } from './source.ts';

/** One attempted rate, one repeat: a row of a CSV file. Null is "not measured". */
export interface Step {
  readonly axis: AxisValue;
  /** The values of the benchmark's `settings`, in their order. */
  readonly setting: readonly AxisValue[];
  readonly repeat: string;
  readonly state: 'clean' | 'disturbed' | 'rejected';
  /** Why it is disturbed or rejected, where its own numbers say so and no flag of the file. */
  readonly reason: string | null;
  readonly values: ReadonlyMap<string, number | string | null>;
  /** The same as they are written in the file. */
  readonly written: ReadonlyMap<string, string>;
}

/** What a run says about one of its sweeps. */
export interface SweepDescription {
  readonly id: string;
  readonly label: string;
  /** Null for a baseline, which is not a framework in the registry. */
  readonly framework: string | null;
  readonly version: string | null;
  readonly runtime: string | null;
  readonly style: string | null;
  readonly scenario: string | null;
  /** Sweeps of different classes did different work and are never ranked against each other. */
  readonly class: string | null;
  /** The hash of the program's files. */
  readonly program: string | null;
  readonly note: string | null;
}

/** One framework's steps in a run. */
export interface Sweep extends SweepDescription {
  readonly columns: readonly string[];
  readonly steps: readonly Step[];
  readonly file: string;
}

/** A result that a source states in words, without a sweep. */
export interface Statement {
  readonly framework: string;
  readonly setting: string | null;
  readonly axis: AxisValue | null;
  readonly measure: string;
  readonly value: number;
  readonly qualifier: 'exactly' | 'about' | 'at least' | 'at most';
  readonly note: string | null;
  readonly sources: readonly ClaimSource[];
  readonly place: Place;
}

/** One dated execution of a benchmark on one testbed; an immutable folder. */
export interface Run {
  readonly id: string;
  readonly benchmark: string;
  readonly date: ClaimDate;
  readonly title: string;
  readonly testbed: readonly Fact[];
  readonly generator: readonly Fact[];
  readonly parameters: readonly Fact[];
  readonly caveats: readonly string[];
  readonly condition: 'quiet' | 'busy' | 'unknown';
  /** Measures not to be published from this run. */
  readonly withheld: readonly string[];
  /** The highest axis value that the load generator can reach. */
  readonly ceiling: number | null;
  /** How many cores the server had, such as 0.25; null if it is not known. */
  readonly share: number | null;
  readonly by: string;
  readonly supersedes: string | null;
  readonly sweeps: readonly Sweep[];
  readonly statements: readonly Statement[];
  readonly file: string;
}

/** A row in a table of facts. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}
