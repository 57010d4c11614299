import type { Program } from '../../domain/program.ts';

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
