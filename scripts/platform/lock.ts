import { linkSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../domain/errors.ts';

/**
 * Takes the lock file at `path` and returns what gives it back. A lock whose process has ended is taken over; of several
 * processes that try, one gets it. Throws a `UserError` that names the file if another process holds it.
 */
export function takeLock(path: string): () => void {
  // A lock appears with its content, so that nobody reads half of one.
  const own = `${path}.${process.pid}`;
  writeNew(own, describeOwner(process.pid));
  try {
    for (let tries = 0; tries < 10; tries += 1) {
      if (linked(own, path)) {
        sweep(path);
        return () => giveBack(path);
      }
      removeStale(path);
    }
    throw heldBy(path, 'another process');
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether another process with this id runs on this machine. */
export function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Another user's process answers that it may not be signaled.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function writeNew(file: string, text: string): void {
  // What a killed process with our id has left, or a link that somebody put there, is not written through.
  rmSync(file, { force: true });
  writeFileSync(file, text, { flag: 'wx' });
}

/** Removes what killed processes have left beside the lock. */
function sweep(path: string): void {
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const pid = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length))?.[0] : undefined;
    if (pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid)))
      rmSync(join(dirname(path), name), { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock aside; only one process can, and it looks again at what it has moved. */
function removeStale(path: string): void {
  const found = readLock(path);
  if (found === null) return;
  requireStale(path, found);
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readLock(aside);
  // Another process took the lock over between our look and our move: it gets its lock back.
  if (moved !== null && moved !== found) linked(aside, path);
  rmSync(aside, { force: true });
}

function requireStale(path: string, text: string): void {
  const [id = '', started = '', host = ''] = text.split('\n');
  const pid = Number(id);
  if (host !== '' && host !== hostname()) {
    // The process of another container or machine cannot be asked; each has its own ids.
    if (Date.now() - lstatSync(path).mtimeMs < longestWriteMs) throw heldBy(path, `process ${pid} on ${host}`);
    return;
  }
  if (!(pid > 0) || !isRunning(pid)) return;
  // The id was given to another process since.
  if (started !== '' && startOf(pid) !== started) return;
  throw heldBy(path, `process ${pid}`);
}

// Only the writing is locked.
const longestWriteMs = 2 * 60 * 1000;

function heldBy(path: string, owner: string): UserError {
  return new UserError(
    `another build (${owner}) is writing this site; wait for it to end, or remove ${path} if there is none`,
  );
}

function readLock(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (stat.isSymbolicLink()) return '';
  if (!stat.isFile()) throw new UserError(`${path} is not a file, but the lock of the site; remove it`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function giveBack(path: string): void {
  if (readLock(path) === describeOwner(process.pid)) rmSync(path, { force: true });
}

/** A process by its id, its start and its machine: an id alone is given again, and is 1 in every container. */
function describeOwner(pid: number): string {
  return `${pid}\n${startOf(pid)}\n${hostname()}\n`;
}

/** When a process started, in ticks since its machine did; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
