/** Types of the programs that a benchmark measures. Imports types only. */
import type { TextFile } from './source.ts';

/** A program to measure: a folder of files, how to build and start it, and its sweeps. */
export interface Program {
  readonly id: string;
  /** Null if nothing is built. */
  readonly build: string | null;
  /** Started in the program's folder, with a port as its last argument. */
  readonly command: string;
  readonly sweeps: readonly string[];
  readonly note: string | null;
  readonly files: readonly TextFile[];
}

/** The programs of one benchmark: when they were written, and a note on all of them. */
export interface ProgramSet {
  readonly benchmark: string;
  readonly written: string;
  readonly note: string | null;
  readonly programs: readonly Program[];
  readonly file: string;
}
