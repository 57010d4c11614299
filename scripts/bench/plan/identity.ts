import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Program } from '../../domain/program.ts';
import type { TextFile } from '../../domain/source.ts';

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

/** `tornado 6.6.1, greenlet 3`, as a sweep of a run names what was measured. */
export function writeVersions({ packages }: Program): string | null {
  return packages.size === 0
    ? null
    : [...packages]
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')
        .slice(0, 100);
}

/** The first number with a dot in what a runtime says of itself, else its first number. */
export function findVersion(text: string): string | null {
  return /\d+(?:\.\d+)+\S*/.exec(text)?.[0].replace(/[,;)]+$/, '') ?? /\d+/.exec(text)?.[0] ?? null;
}
