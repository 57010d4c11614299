import type { Processes } from './machine/processes.ts';

/** What the parts of the harness have in common. */
export interface World {
  readonly processes: Processes;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** The folder for what is installed, built and not whole yet. */
  readonly cache: string;
}
