import { join, relative } from 'node:path';
import { diskFiles } from './disk-files.ts';
import { type FileState, stateOf } from './file-state.ts';
import { describeCall, type LastBuild, lastBuildFile } from './last-build.ts';
import { type FileRead, type Reads, readNow, tick } from './reads.ts';
import { writeFileInside } from './write-file.ts';

/** A build that ended well. */
interface Ended<Summary> extends Pick<LastBuild<Summary>, 'reads' | 'out' | 'printed' | 'summary'> {
  /** The site's files. */
  readonly paths: readonly string[];
}

/** Keeps what the next build needs to see that nothing has changed. A generator that changed while it ran keeps nothing. */
export function keepBuild<Summary>(root: string, shared: string, { paths, reads, out, ...rest }: Ended<Summary>): void {
  const generator = readGenerator(shared);
  if (generator === null) return;
  const folders = new Set(paths.flatMap(foldersOf));
  const outputs = Object.fromEntries([...folders, ...paths].map((path) => [path, stateOf(join(out, path))]));
  const last: LastBuild<Summary> = { call: describeCall(), reads: [...reads, generator], out, outputs, ...rest };
  try {
    writeFileInside(root, relative(root, lastBuildFile(root)), JSON.stringify(last));
  } catch {
    // Without a record the next build is slower, and as right.
  }
}

/** The folders that a path is in, with the site's own as an empty path. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

/** The generator's code and the versions of its libraries; null if any of it changed while the process ran. */
function readGenerator(shared: string): Reads | null {
  const { list } = diskFiles(shared);
  const code = folders.flatMap(list).filter((file) => isOfBuild.test(file));
  const found = [...code, ...versions.filter((file) => stateOf(join(shared, file)) !== null)];
  const files: Record<string, FileRead> = {};
  for (const file of found) {
    files[file] = readNow(join(shared, file));
    if (mayHaveChanged(stateOf(join(shared, file)))) return null;
  }
  return { root: shared, folders: {}, files };
}

// As written, and as compiled for the package.
const folders = ['scripts', 'templates', 'lib'];
// Other commands have folders of their own.
const isOfBuild = /^(?!scripts\/(?:bench|enrich|tools)\/).*\.[jt]s$/;
const versions = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/** Modules are read when the process starts, so one that is younger than the process may not be what ran. */
function mayHaveChanged(state: FileState | null): boolean {
  return state === null || state[1] > performance.timeOrigin - tick;
}
