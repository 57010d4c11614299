import { lstatSync } from 'node:fs';

/** A file's size, the time of its last change in milliseconds, and its inode. */
export type FileState = readonly [size: number, changed: number, inode: number];

/**
 * The state of the file or folder at a path; null if there is none. Whatever is done to it leaves another state, unless it
 * is done within one tick of the file system's clock.
 */
export function stateOf(path: string): FileState | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : [stat.size, stat.ctimeMs, stat.ino];
}

/** Is the file or folder at a path in this state? */
export function isInState(path: string, state: FileState | null): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || state === null) return false;
  return stat.ctimeMs === state[1] && stat.size === state[0] && stat.ino === state[2];
}
