import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../domain/source.ts';

/** Regular files below a folder; a symbolic link, a device or a hidden file is never read. */
export function diskFiles(root: string): Files {
  return {
    list: (folder) => walk(root, folder).sort(),
    read: (file) => readFileSync(join(root, file)),
  };
}

function walk(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path) || !lstatSync(path).isDirectory()) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const inside = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, inside);
    return entry.isFile() ? [inside] : [];
  });
}
