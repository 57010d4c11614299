import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../domain/source.ts';

/** Regular files below a folder; a symbolic link, a device or a hidden file is never read. */
export function diskFiles(root: string): Files {
  return {
    list: (folder) => {
      const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
      return stat?.isDirectory() === true ? walk(root, folder).sort() : [];
    },
    read: (file) => readFileSync(join(root, file)),
    special: (folder) => {
      const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
      if (stat === undefined) return [];
      return stat.isDirectory() ? findSpecial(root, folder) : [{ path: folder, kind: kindOf(stat) }];
    },
  };
}

function walk(root: string, folder: string, into: string[] = []): string[] {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const inside = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(root, inside, into);
    else if (entry.isFile()) into.push(inside);
  }
  return into;
}

interface Special {
  readonly path: string;
  readonly kind: string;
}

function findSpecial(root: string, folder: string): readonly Special[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry): readonly Special[] => {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.'))
      return entry.isFile() && isInput.test(entry.name) ? [{ path, kind: 'a hidden file' }] : [];
    if (entry.isDirectory()) return findSpecial(root, path);
    return entry.isFile() ? [] : [{ path, kind: kindOf(entry) }];
  });
}

// Editors keep hidden copies too, under endings of their own.
const isInput = /\.(?:yaml|csv|md)$/;

function kindOf(entry: Dirent | Stats): string {
  if (entry.isSymbolicLink()) return 'a symbolic link';
  if (entry.isFIFO()) return 'a pipe';
  if (entry.isSocket()) return 'a socket';
  return entry.isFile() ? 'a file' : 'a device';
}
