import type { Effects } from '../platform/effects.ts';
import type { Terminal } from './terminal.ts';

/** 0 success, 1 issues in the inputs, 2 wrong usage or a crash. */
export type ExitCode = 0 | 1 | 2;

/** What a command that works on a project is given. */
export interface Context {
  /** The project's folder. */
  readonly root: string;
  /** Where the user stands. */
  readonly cwd: string;
  /** The generator's own folder. */
  readonly shared: string;
  readonly version: string;
  readonly effects: Effects;
  readonly terminal: Terminal;
  /** Seconds since 1970 of `SOURCE_DATE_EPOCH`; null if it is not set. */
  readonly epoch: number | null;
}
