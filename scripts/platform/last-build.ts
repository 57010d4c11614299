import { fstatSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskFiles } from './disk-files.ts';
import { type FileState, isInState, stateOf } from './file-state.ts';
import type { FileRead, Reads } from './reads.ts';

/** What is kept of a build, to answer the same command without building where nothing has changed. */
export interface LastBuild<Summary> {
  /** All that a build depends on beside files: the command, where it is given, the version of Node, the day. */
  readonly call: string;
  readonly reads: readonly Reads[];
  /** The folder of the site, and the state of every file and folder in it. */
  readonly out: string;
  readonly outputs: Readonly<Record<string, FileState | null>>;
  /** The issues as they were printed, and what the last line says; null with `--quiet`. */
  readonly printed: string;
  readonly summary: Summary | null;
}

const name = '.cache/last-build.json';

/** Where the last build of a project is kept. */
export function lastBuildFile(root: string): string {
  return join(root, name);
}

/** The command as it is given, and what else a build depends on beside files. */
export function describeCall(): string {
  const { SOURCE_DATE_EPOCH, NO_COLOR, FORCE_COLOR, TERM } = process.env;
  // `process.stdout.isTTY` says more, but loads the whole network library.
  const terminal = [fstatSync(1).isCharacterDevice(), NO_COLOR, FORCE_COLOR, TERM];
  const day = new Date().toISOString().slice(0, 10);
  return JSON.stringify([
    process.argv.slice(2),
    process.cwd(),
    process.version,
    process.arch,
    SOURCE_DATE_EPOCH,
    day,
    ...terminal,
  ]);
}

/**
 * The last build, if the same command would make the same site and print the same issues: every file that it read and
 * every file of the site is as it was. Loads no library. Null if anything differs.
 */
export async function findUnchanged<Summary>(): Promise<LastBuild<Summary> | null> {
  const file = findRecord(process.argv.slice(2), process.cwd());
  const last = file === null ? null : readRecord<Summary>(file);
  if (file === null || last === null || last.call !== describeCall()) return null;
  if (!Object.entries(last.outputs).every(([path, state]) => isInState(`${last.out}/${path}`, state))) return null;
  if (!last.reads.every(sameFolders)) return null;
  const doubtful = last.reads.flatMap((reads) => doubtfulReads(reads));
  if (doubtful.length === 0) return last;
  const { readNow } = await import('./reads.ts');
  for (const { path, read, keep } of doubtful) {
    const now = readNow(path);
    if (now.hash !== read.hash) return null;
    keep(now);
  }
  const { writeFileWhole } = await import('./write-file.ts');
  try {
    writeFileWhole(file, JSON.stringify(last));
  } catch {
    // The next build looks at the same files again.
  }
  return last;
}

/** The record in the project that the command names, or in the nearest folder at or above `cwd` that has one. */
function findRecord(words: readonly string[], cwd: string): string | null {
  const named = words.indexOf('--root');
  if (named >= 0) return lastBuildFile(resolve(cwd, words[named + 1] ?? ''));
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (stateOf(lastBuildFile(folder)) !== null) return lastBuildFile(folder);
    if (dirname(folder) === folder) return null;
  }
}

function readRecord<Summary>(file: string): LastBuild<Summary> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LastBuild<Summary>;
  } catch {
    return null;
  }
}

function sameFolders({ root, folders }: Reads): boolean {
  const { list } = diskFiles(root);
  return Object.entries(folders).every(([folder, files]) => {
    const found = list(folder);
    return found.length === files.length && found.every((file, index) => file === files[index]);
  });
}

interface Doubt {
  readonly path: string;
  readonly read: FileRead;
  readonly keep: (now: FileRead) => void;
}

/** The files whose state does not say whether they have changed. */
function doubtfulReads({ root, files }: Reads): readonly Doubt[] {
  return Object.entries(files).flatMap(([file, read]) => {
    const path = `${root}/${file}`;
    if (isInState(path, read.state)) return [];
    const keep = (now: FileRead): void => {
      files[file] = now;
    };
    return [{ path, read, keep }];
  });
}
