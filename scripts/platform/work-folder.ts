import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './lock.ts';

const name = /^git-(\d{1,9})$/;

/** Makes a folder for the clones of this process, and removes those of runs that were killed before they could. */
export function openWorkFolder(cache: string): string {
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache)) {
    const id = name.exec(entry)?.[1];
    if (id !== undefined && !isRunning(Number(id))) remove(join(cache, entry));
  }
  const folder = join(cache, `git-${process.pid}`);
  remove(folder);
  mkdirSync(folder);
  return folder;
}

/** Removes a folder; a link to one is removed itself, and what it leads to is left alone. */
function remove(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
}
