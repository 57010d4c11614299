import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shiftDays } from '../domain/dates.ts';
import type { Files } from '../domain/source.ts';
import { diskFiles } from './disk-files.ts';
import { rasterize } from './raster.ts';
import { type Reads, recordReads } from './reads.ts';
import { writeFileInside } from './write-file.ts';

/** Results kept under the hash of their inputs; reading never fails, it only misses. */
interface Cache {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => void;
  readonly readBytes: (key: string) => Uint8Array | null;
  readonly writeBytes: (key: string, bytes: Uint8Array) => void;
}

/** The outside world as one argument: what the stages may read, cache and log. */
export interface Effects {
  readonly files: Files;
  readonly shared: Files;
  /** What was read of both. */
  readonly reads: readonly Reads[];
  readonly cache: Cache;
  readonly hash: (text: string) => string;
  /** `sha256-…`, as in content security policies and integrity attributes. */
  readonly integrity: (text: string) => string;
  /** Draws an SVG as a PNG of the given width in pixels. */
  readonly rasterize: (svg: string, width: number) => Promise<Uint8Array>;
  /** The day that counts as today; null for the newest day in the data. */
  readonly today: string | null;
  /** No input may be dated later: `today`, else the clock's day plus one. The only look at a clock; no output depends on it. */
  readonly latestDay: string;
  readonly log: (line: string) => void;
}

/** The real world: a project's folder, the generator's own folder, a cache folder. */
export function diskEffects(
  root: string,
  sharedRoot: string,
  today: string | null,
  log: (line: string) => void,
): Effects {
  const project = recordReads(diskFiles(root), root);
  const generator = recordReads(diskFiles(sharedRoot), sharedRoot);
  return {
    files: project.files,
    shared: generator.files,
    reads: [project.reads, generator.reads],
    cache: diskCache(root),
    hash,
    integrity,
    rasterize,
    today,
    get latestDay() {
      return today ?? shiftDays(new Date().toISOString().slice(0, 10), 1);
    },
    log,
  };
}

/** An in-memory version for tests: files from a record of path to text, no cache. */
export function memoryEffects(record: Readonly<Record<string, string | Uint8Array>>, shared: Files): Effects {
  const world = { reads: [], hash, integrity, rasterize, today: null, latestDay: '9999-12-31', log: () => {} };
  return { files: memoryFiles(record), shared, cache: memoryCache(), ...world };
}

export function memoryFiles(record: Readonly<Record<string, string | Uint8Array>>): Files {
  const paths = Object.keys(record).sort();
  return {
    list: (folder) => paths.filter((path) => path.startsWith(`${folder}/`)),
    read: (file) => {
      const content = record[file];
      if (content === undefined) throw new Error(`no such file: ${file}`);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/**
 * Every entry begins with the digest of the rest, so that a truncated or damaged one is a miss. What cannot be written,
 * because the disk is full or the folder read-only, is not kept.
 */
function diskCache(root: string): Cache {
  const read = (key: string): Buffer | null => {
    try {
      const entry = readFileSync(join(root, '.cache', key));
      const content = entry.subarray(digestBytes);
      return entry.subarray(0, digestBytes).equals(digest(content)) ? content : null;
    } catch {
      return null;
    }
  };
  const write = (key: string, content: string | Uint8Array): void => {
    try {
      writeFileInside(root, join('.cache', key), Buffer.concat([digest(content), Buffer.from(content)]));
    } catch {
      // The next build computes it again.
    }
  };
  return { read: (key) => read(key)?.toString('utf8') ?? null, write, readBytes: read, writeBytes: write };
}

const digestBytes = 32;

function digest(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function memoryCache(): Cache {
  const texts = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => void texts.set(key, text),
    readBytes: (key) => bytes.get(key) ?? null,
    writeBytes: (key, content) => void bytes.set(key, content),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function integrity(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
