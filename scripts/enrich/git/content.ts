import type { Content, LicenseFile, Manifest, Search } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';
import type { LicenseReader } from '../licenses/read.ts';
import { languageOf, sumLanguages } from './languages.ts';
import { readManifest } from './manifest.ts';
import { findLicenseFiles, findManifests, findPresences, roleOf, type TreeFile } from './tree.ts';

/** A word to search for on behalf of a feature, and where. */
export interface Asked {
  readonly pattern: string;
  readonly in: 'source' | 'all';
}

/** A tree and the day for which it was requested. */
export interface TreeAt {
  readonly asOf: string | null;
  readonly commit: string;
  readonly committed: string;
  readonly files: readonly TreeFile[];
}

/** The blobs that the facts need: source, licenses and manifests, or all files if a search asks for all. */
export function neededBlobs(files: readonly TreeFile[], asked: readonly Asked[]): readonly string[] {
  const everything = asked.some((one) => one.in === 'all');
  const named = new Set([...findLicenseFiles(files), ...findManifests(files)].map(({ path }) => path));
  const wanted = files.filter(({ path }) => everything || named.has(path) || languageOf(path) !== null);
  return withinBudget([...new Map(wanted.map((file) => [file.blob, file])).values()]).map(({ blob }) => blob);
}

function withinBudget(files: readonly TreeFile[]): readonly TreeFile[] {
  let left: number = limits.gitSourceBytes;
  return files.filter(({ bytes }) => {
    if ((bytes ?? 0) > limits.gitBlobBytes) return false;
    left -= bytes ?? 0;
    return left >= 0;
  });
}

/** Parses the output of `git cat-file --batch` into blobs, without missing ones. */
export function readBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end === -1) break;
    const [id = '', kind = '', size = ''] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob' || !/^\d+$/.test(size)) continue;
    blobs.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

/** Turns a tree and the bytes of its files into facts. */
export function summarizeContent(
  { asOf, commit, committed, files }: TreeAt,
  blobs: ReadonlyMap<string, Buffer>,
  asked: readonly Asked[],
  detect: LicenseReader,
): Content {
  const source = files.filter(({ path }) => languageOf(path) !== null);
  const needed = neededBlobs(files, asked);
  return {
    asOf,
    commit,
    committed,
    files: files.length,
    present: findPresences(files),
    licenses: readLicenses(files, blobs, detect),
    manifests: readManifests(files, blobs),
    languages: countLanguages(source, blobs),
    lines: countLines(source, blobs),
    searches: asked.map((one) => search(one, files, blobs)),
    unread: needed.filter((blob) => !blobs.has(blob)).length,
  };
}

function readLicenses(
  files: readonly TreeFile[],
  blobs: ReadonlyMap<string, Buffer>,
  detect: LicenseReader,
): readonly LicenseFile[] {
  const all = findLicenseFiles(files).slice(0, limits.gitLicenseFiles);
  return all.map(({ path, blob }) => readLicense(path, blobs.get(blob), all, detect));
}

const longestLicense = 256 * 1024;

function readLicense(
  path: string,
  bytes: Buffer | undefined,
  all: readonly TreeFile[],
  detect: LicenseReader,
): LicenseFile {
  if (bytes === undefined || bytes.length > longestLicense)
    return { path, expression: null, confidence: 0, text: 'unknown', holds: [] };
  const text = bytes.toString('utf8');
  const { expression, confidence, holds, empty } = detect(text);
  const isNotice = empty || (holds.length === 0 && refersTo(text, path, all));
  const kind = expression !== null ? 'license' : isNotice ? 'notice' : holds.length > 0 ? 'part' : 'unknown';
  return { path, expression, confidence, text: kind, holds };
}

const longestReference = 1500;

/** Whether a short text refers to another license file: "under the terms of either of the licenses found in …". */
function refersTo(text: string, path: string, all: readonly TreeFile[]): boolean {
  return text.length <= longestReference && all.some((other) => other.path !== path && text.includes(other.path));
}

function readManifests(files: readonly TreeFile[], blobs: ReadonlyMap<string, Buffer>): readonly Manifest[] {
  return findManifests(files).flatMap(({ path, blob }) => {
    const bytes = blobs.get(blob);
    const manifest = bytes === undefined ? null : readManifest(path, bytes.toString('utf8'));
    return manifest === null || (manifest.license === null && manifest.versions === null) ? [] : [manifest];
  });
}

function countLanguages(source: readonly TreeFile[], blobs: ReadonlyMap<string, Buffer>): Content['languages'] {
  const own = source.filter(({ path }) => roleOf(path) !== 'vendored');
  return sumLanguages(own.map(({ path, bytes, blob }) => ({ path, bytes: bytes ?? blobs.get(blob)?.length ?? 0 })));
}

/** Lines of source outside tests, of tests, and of bundled code; a file with several paths counts for each. */
function countLines(source: readonly TreeFile[], blobs: ReadonlyMap<string, Buffer>): Content['lines'] {
  const lines = { source: 0, tests: 0, vendored: 0 };
  for (const { path, blob } of source) {
    const bytes = blobs.get(blob);
    if (bytes === undefined || isBinary(bytes)) continue;
    const role = roleOf(path);
    lines[role === 'vendored' ? 'vendored' : role === 'test' ? 'tests' : 'source'] += linesOf(bytes);
  }
  return lines;
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

function linesOf(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return bytes.length > 0 && bytes.at(-1) !== 10 ? count + 1 : count;
}

const sampleSize = 5;

/**
 * Files that contain a word in any case; those with the word in their names come first. The path decides whether a file is
 * evidence for the project or not: tests, examples, sketches and bundled code are listed separately.
 */
function search(asked: Asked, files: readonly TreeFile[], blobs: ReadonlyMap<string, Buffer>): Search {
  const searched = asked.in === 'all' ? files : files.filter(({ path }) => languageOf(path) !== null);
  const isOwn = ({ path }: TreeFile): boolean => ownRoles[asked.in].includes(roleOf(path));
  return {
    ...asked,
    ...findHits(asked.pattern, searched.filter(isOwn), blobs),
    elsewhere: findHits(
      asked.pattern,
      searched.filter((file) => !isOwn(file)),
      blobs,
    ),
  };
}

const ownRoles: Readonly<Record<Asked['in'], readonly ReturnType<typeof roleOf>[]>> = {
  source: ['source'],
  all: ['source', 'document', 'other'],
};

function findHits(
  pattern: string,
  files: readonly TreeFile[],
  blobs: ReadonlyMap<string, Buffer>,
): Search['elsewhere'] {
  const word = pattern.toLowerCase();
  const hits = files.flatMap(({ path, blob }) => {
    const bytes = blobs.get(blob);
    if (bytes === undefined || isBinary(bytes)) return [];
    const text = bytes.toString('latin1').toLowerCase();
    const found = text.indexOf(word);
    return found === -1
      ? []
      : [{ path, line: text.slice(0, found).split('\n').length, times: text.split(word).length - 1 }];
  });
  const named = (path: string): boolean => path.toLowerCase().includes(word);
  const best = hits.sort(
    (a, b) => Number(named(b.path)) - Number(named(a.path)) || b.times - a.times || (a.path < b.path ? -1 : 1),
  );
  return {
    files: hits.length,
    sample: best.slice(0, sampleSize).map(({ path, line }) => ({ path, line })),
  };
}
