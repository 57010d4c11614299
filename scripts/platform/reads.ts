import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../domain/source.ts';
import { type FileState, stateOf } from './file-state.ts';

/** What was read below a folder, so that a later build can tell whether any of it has changed. */
export interface Reads {
  readonly root: string;
  /** The files found below each folder that was listed. */
  readonly folders: Record<string, readonly string[]>;
  readonly files: Record<string, FileRead>;
}

/** A file as it was read. */
export interface FileRead {
  /** Its state before it was read; null if the file changed so recently that its state might stay the same over an edit. */
  readonly state: FileState | null;
  readonly hash: string;
}

/** Milliseconds within which two edits may leave one state: the coarsest clock of a file system in use counts two seconds. */
export const tick = 2000;

/** Lets `files` be read as before, and keeps what was read of them. */
export function recordReads(files: Files, root: string): { readonly files: Files; readonly reads: Reads } {
  const reads: Reads = { root, folders: {}, files: {} };
  const list = (folder: string): readonly string[] => {
    const found = files.list(folder);
    reads.folders[folder] ??= found;
    return found;
  };
  const read = (file: string): Uint8Array => {
    const state = settledState(join(root, file));
    const bytes = files.read(file);
    reads.files[file] ??= { state, hash: hashBytes(bytes) };
    return bytes;
  };
  return { files: { ...files, list, read }, reads };
}

/** Reads a file as it is now; the hash is empty if it cannot be read. */
export function readNow(path: string): FileRead {
  const state = settledState(path);
  try {
    return { state, hash: hashBytes(readFileSync(path)) };
  } catch {
    return { state: null, hash: '' };
  }
}

function settledState(path: string): FileState | null {
  const state = stateOf(path);
  return state === null || state[1] > Date.now() - tick ? null : state;
}

function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
