import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { UserError } from '../domain/errors.ts';

/** Writes one file completely or not at all: first beside its path, then by renaming. Throws errors of the file system. */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes one file at `path` below `root` as a whole. Throws a `UserError` if anything on the way from `root` is a symbolic
 * link, which a contributor's branch may carry and which could lead anywhere.
 */
export function writeFileInside(root: string, path: string, content: string | Uint8Array): void {
  const file = join(root, path);
  const steps = relative(root, file).split(sep);
  if (steps[0] === '..') throw new UserError(`${file} is outside ${root}; nothing was written there`);
  let at = root;
  for (const step of steps) {
    at = join(at, step);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new UserError(`${at} is a symbolic link; replace it by a file or folder, nothing was written through it`);
  }
  writeFileWhole(file, content);
}
