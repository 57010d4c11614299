/** Types of the programs that a benchmark measures. Imports types only. */
import type { TextFile } from './source.ts';

/** A program to measure: a folder of files, how to install, build and start it, and the sweeps that are its. */
export interface Program {
  readonly id: string;
  /** What its sweep is called in a run; the id where nothing else is said. */
  readonly label: string;
  /** Null for a baseline, which is not a framework of the registry. */
  readonly framework: string | null;
  /** Programs of different classes do different work and are never ranked against each other. */
  readonly class: string | null;
  readonly style: string | null;
  /** The id of its runtime; null where it needs none but the system's own. */
  readonly runtime: string | null;
  /** Name to exact version. */
  readonly packages: ReadonlyMap<string, string>;
  /** Null where nothing is built. */
  readonly build: string | null;
  /** Started in the program's folder, with a port as its last argument or in place of `{port}`. */
  readonly command: string;
  /** Commands for scenarios that need another program than `command`, by the name that the scenario gives it. */
  readonly commands: ReadonlyMap<string, string>;
  readonly sweeps: readonly string[];
  /** Checks of conformance that it is known to fail, by its nature. */
  readonly cannot: readonly string[];
  readonly note: string | null;
  readonly files: readonly TextFile[];
}

/** What programs run on, and how it and its packages are had. */
export interface Runtime {
  readonly id: string;
  readonly label: string;
  /** Commands or paths (`~` and `*` are understood), best first: the first that tells its version is taken. */
  readonly find: readonly string[];
  /** The argument that makes it tell its version. */
  readonly version: string;
  readonly installer: 'pip' | 'npm' | 'cargo' | 'go' | 'maven' | null;
  /** What to do where it is missing. */
  readonly remedy: string | null;
}

/** A class of programs, and how their answers are compared: byte for byte, or by the body of an HTTP answer. */
interface ProgramClass {
  readonly id: string;
  readonly label: string;
  readonly answer: 'bytes' | 'body';
}

/** The programs of one benchmark: when they were written, and what is to be said of all of them. */
export interface ProgramSet {
  readonly benchmark: string;
  readonly written: string;
  readonly note: string | null;
  readonly classes: readonly ProgramClass[];
  readonly runtimes: readonly Runtime[];
  readonly programs: readonly Program[];
  /** What was wanted and cannot be had, and why. */
  readonly unavailable: readonly { readonly label: string; readonly reason: string }[];
  readonly file: string;
}
