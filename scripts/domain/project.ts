/** A whole project: every input, validated and typed. Imports types only. */

import type { Benchmark } from './benchmark.ts';
import type { RepositoryFacts } from './facts.ts';
import type { FigurePart, Redirect } from './figure.ts';
import type { ProgramSet } from './program.ts';
import type { Run } from './run.ts';
import type { Registry } from './site.ts';
import type { TextFile } from './source.ts';

export interface Project {
  readonly registry: Registry;
  readonly benchmarks: readonly Benchmark[];
  readonly runs: readonly Run[];
  /** Repository facts by framework. */
  readonly repositories: ReadonlyMap<string, RepositoryFacts>;
  readonly programs: readonly ProgramSet[];
  /** Figures that show part of another figure. */
  readonly figureParts: readonly FigurePart[];
  readonly redirects: readonly Redirect[];
  /** Pages of prose, in Markdown. */
  readonly prose: readonly TextFile[];
}
