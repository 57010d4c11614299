import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { TextFile } from '../domain/source.ts';

/** The hash of a program's files as they stand, names and contents; `run.yaml` keeps it. */
export function hashProgram(files: readonly TextFile[]): string {
  const parts = [...files]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => `${basename(file)}\n${text}`);
  return hashOf(parts.join('\0'));
}

/** A short hash of anything that is written as JSON. */
export function hashOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
