import { lstatSync, readdirSync, readFileSync } from 'node:fs';
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
