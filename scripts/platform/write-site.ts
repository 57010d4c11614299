import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../domain/errors.ts';
import type { Output } from '../domain/source.ts';
import { takeLock } from './lock.ts';

export interface Written {
  readonly files: number;
  readonly changed: number;
}

// Every site contains this list of its files; a folder without it must not be replaced.
const manifestName = '.proofsheet.json';

/**
 * Replaces the site in `folder` as a whole: a new folder beside it gets unchanged files by hard link, and two renames swap
 * it in. Until then the old site stays complete. Throws a `UserError` if the folder was not built by us or another build is
 * writing it.
 */
export function writeSite(outputs: readonly Output[], folder: string): Written {
  const target = resolve(folder);
  const parent = dirname(target);
  const name = relative(parent, target);
  const staging = join(parent, `.${name}.new`);
  const old = join(parent, `.${name}.old`);
  mkdirSync(parent, { recursive: true });
  const unlock = takeLock(join(parent, `.${name}.lock`));
  try {
    restore(target, old);
    requireOurs(target);
    rmSync(staging, { recursive: true, force: true });
    const changed = stage(outputs, target, staging);
    rmSync(old, { recursive: true, force: true });
    if (existsSync(target)) renameSync(target, old);
    renameSync(staging, target);
    rmSync(old, { recursive: true, force: true });
    return { files: outputs.length, changed };
  } finally {
    rmSync(staging, { recursive: true, force: true });
    unlock();
  }
}

/** Puts the old site back in `folder` where a build was killed between its two renames. */
export function restoreSite(folder: string): void {
  const target = resolve(folder);
  const name = relative(dirname(target), target);
  const old = join(dirname(target), `.${name}.old`);
  if (existsSync(target) || !existsSync(old)) return;
  const unlock = takeLock(join(dirname(target), `.${name}.lock`));
  try {
    restore(target, old);
  } finally {
    unlock();
  }
}

function restore(target: string, old: string): void {
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
}

/** Writes every output into `staging`, or links the one in `target` if its bytes are the same. */
function stage(outputs: readonly Output[], target: string, staging: string): number {
  const manifest: Record<string, string> = {};
  const folders = new Set<string>();
  let changed = 0;
  for (const { path, content } of outputs) {
    const bytes = Buffer.from(content);
    const to = inside(staging, path);
    if (Object.hasOwn(manifest, path)) throw new Error(`two outputs for ${path}`);
    manifest[path] = createHash('sha256').update(bytes).digest('hex');
    if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
    folders.add(dirname(to));
    if (linkUnchanged(join(target, path), to, bytes)) continue;
    writeFileSync(to, bytes);
    changed += 1;
  }
  writeFileSync(join(staging, manifestName), `${JSON.stringify({ files: manifest }, null, 1)}\n`);
  return changed;
}

function linkUnchanged(from: string, to: string, bytes: Buffer): boolean {
  try {
    if (!lstatSync(from).isFile() || !readFileSync(from).equals(bytes)) return false;
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function inside(folder: string, path: string): string {
  const to = join(folder, path);
  if (relative(folder, to).startsWith('..')) throw new Error(`an output outside the site: ${path}`);
  return to;
}

function requireOurs(target: string): void {
  if (!existsSync(target)) return;
  const stat = lstatSync(target);
  if (!stat.isDirectory()) throw new UserError(`${target} is not a folder; choose another one with --out`);
  if (readdirSync(target).length > 0 && !existsSync(join(target, manifestName))) {
    throw new UserError(
      `${target} has files in it and was not built by proofsheet; empty it, or choose another folder with --out`,
    );
  }
}
