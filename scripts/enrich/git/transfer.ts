import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../../domain/limits.ts';
import { type GitAccess, type GitBounds, type OpenOptions, openGit } from './access.ts';
import { classifyFailure, GitFailure } from './failure.ts';
import { type Remote, readRemote, redirectTarget } from './remote.ts';

/** How one repository is read: its URL, a temporary folder, and how git may reach it. */
export interface Workplace {
  readonly url: string;
  readonly folder: string;
  readonly access: GitAccess;
  /** Stops everything that needs the network. */
  readonly end: AbortController;
  readonly seconds: number;
}

/** What the server advertises now. A redirect is requested once more to learn its target, but not followed. */
export async function askRemote(place: Workplace): Promise<Remote> {
  const git = open(place, place.folder, { outputBytes: limits.gitRefsBytes });
  try {
    return readRemote(await git.raw('ls-remote', '--symref', '--', place.url));
  } catch (error) {
    const failure = classifyFailure(error);
    if (failure.state !== 'moved') throw failure;
    throw new GitFailure('moved', failure.message, { to: await askTarget(place) });
  }
}

async function askTarget(place: Workplace): Promise<string | null> {
  const git = open(place, place.folder, { outputBytes: limits.gitRefsBytes, trace: 'conversation' });
  return git.raw('ls-remote', '--', place.url).then(
    () => null,
    (error: unknown) => redirectTarget(error instanceof Error ? error.message : ''),
  );
}

/** The ref in which `fetchHistory` puts the head: a name that no tag can have. */
export const headRef = 'refs/heads/head';

/** A fetched history, and the tags that could not be fetched because they point to something else than a commit. */
interface FetchedHistory {
  readonly folder: string;
  readonly strays: readonly string[];
}

/** Fetches all commits of the head and the requested tags, without trees and files. */
export async function fetchHistory(place: Workplace, tags: readonly string[]): Promise<FetchedHistory> {
  const folder = await initialize(place, 'history.git');
  const head = `+HEAD:${headRef}`;
  const names = tags.map((tag) => `+refs/tags/${tag}:refs/tags/${tag}`);
  const failure = await tryFetch(place, folder, [head, ...names]);
  if (failure === null) return { folder, strays: [] };
  if (failure.state !== 'broken' || tags.length === 0) throw failure;
  // One tag that points to a tree makes the whole fetch fail, since trees are filtered out.
  const alone = await tryFetch(place, folder, [head]);
  if (alone !== null) throw alone;
  return { folder, strays: await fetchTags(place, folder, tags, { left: mostTries }) };
}

const mostTries = 60;

/** Fetches tags in halves, and returns those that cannot be fetched. */
async function fetchTags(
  place: Workplace,
  folder: string,
  tags: readonly string[],
  tries: { left: number },
): Promise<readonly string[]> {
  if (tags.length === 0) return [];
  tries.left -= 1;
  if (tries.left < 0) return tags;
  const failure = await tryFetch(
    place,
    folder,
    tags.map((tag) => `+refs/tags/${tag}:refs/tags/${tag}`),
  );
  if (failure === null) return [];
  if (failure.state !== 'broken') throw failure;
  if (tags.length === 1) return tags;
  const half = Math.ceil(tags.length / 2);
  return [
    ...(await fetchTags(place, folder, tags.slice(0, half), tries)),
    ...(await fetchTags(place, folder, tags.slice(half), tries)),
  ];
}

async function tryFetch(place: Workplace, folder: string, names: readonly string[]): Promise<GitFailure | null> {
  // Through standard input: ten thousand names are too long for a command line, and no name can become an option.
  const git = open(place, folder, { input: names.map((name) => `${name}\n`).join(''), trace: 'programs' });
  return watched(place, () => git.raw('fetch', ...fetchOptions, '--filter=tree:0', '--stdin', 'origin')).then(
    () => null,
    (error: unknown) => classifyFailure(error),
  );
}

async function initialize(place: Workplace, name: string): Promise<string> {
  const folder = join(place.folder, name);
  mkdirSync(folder);
  const git = open(place, folder);
  await git.raw('init', '--quiet', '--bare', '.');
  await git.raw('remote', 'add', 'origin', place.url);
  return folder;
}

/** Fetched trees; `whole` if their files came with them. */
interface FetchedTrees {
  readonly folder: string;
  readonly whole: boolean;
}

/**
 * Fetches the trees of some commits with their files, except large ones, and without history. A repository that has lost a
 * file cannot send them all: then only the trees are fetched, and `fetchBlobs` fetches single files.
 */
export async function fetchTrees(place: Workplace, commits: readonly string[]): Promise<FetchedTrees> {
  const folder = await initialize(place, 'contents.git');
  return watched(place, async () => {
    const git = open(place, folder);
    const bring = (filter: string): Promise<string> =>
      git.raw('fetch', ...fetchOptions, '--depth=1', '--refmap=', `--filter=${filter}`, 'origin', ...commits);
    const whole = await bring(`blob:limit=${limits.gitBlobBytes}`).then(
      () => true,
      async (error: unknown) => {
        if (classifyFailure(error).state !== 'broken') throw error;
        await bring('blob:none');
        return false;
      },
    );
    // git would fetch what the filter left out one object at a time; this prevents it.
    for (const name of ['remote.origin.promisor', 'remote.origin.partialclonefilter', 'extensions.partialclone']) {
      await git.raw('config', '--unset-all', name).catch(() => {});
    }
    return { folder, whole };
  });
}

/** Fetches blobs all at once. If the server has lost one and sends none, it fetches each half separately, and so on. */
export async function fetchBlobs(place: Workplace, folder: string, blobs: readonly string[]): Promise<void> {
  if (blobs.length === 0) return;
  const git = open(place, folder, { input: blobs.map((blob) => `${blob}\n`).join('') });
  const fetched = watched(place, () => git.raw('fetch', ...fetchOptions, '--refmap=', '--stdin', 'origin'));
  const failure = await fetched.then(
    () => null,
    (error: unknown) => classifyFailure(error),
  );
  if (failure === null || (failure.state === 'broken' && blobs.length === 1)) return;
  if (failure.state !== 'broken') throw failure;
  const half = Math.ceil(blobs.length / 2);
  await fetchBlobs(place, folder, blobs.slice(0, half));
  await fetchBlobs(place, folder, blobs.slice(half));
}

const fetchOptions = ['--quiet', '--no-tags', '--no-write-fetch-head'];

/** Runs git in a fetched folder without network access. */
export function openLocal(
  folder: string,
  emptyHome: string,
  bounds: GitBounds,
  input?: string,
): ReturnType<typeof openGit> {
  return openGit({
    folder,
    emptyHome,
    access: { protocols: 'none', home: null },
    bounds,
    ...(input === undefined ? {} : { input }),
  });
}

function open(
  { folder, access, end, seconds }: Workplace,
  inside: string,
  more: Partial<Pick<OpenOptions, 'input' | 'trace'>> & { readonly outputBytes?: number } = {},
): ReturnType<typeof openGit> {
  const { outputBytes = 1024 * 1024, ...rest } = more;
  return openGit({
    folder: inside,
    emptyHome: join(folder, 'home'),
    access,
    bounds: { signal: end.signal, seconds, outputBytes, records: null },
    ...rest,
  });
}

/** Fetches while watching the disk, and stops a transfer that grows beyond the limit. */
async function watched<T>(place: Workplace, work: () => Promise<T>): Promise<T> {
  const isFull = (): boolean => sizeOf(place.folder) > limits.gitDiskBytes;
  const timer = setInterval(() => {
    if (isFull()) place.end.abort();
  }, 250);
  try {
    return await work();
  } catch (error) {
    throw isFull() ? new GitFailure('refused', 'sends more than the limits allow') : classifyFailure(error);
  } finally {
    clearInterval(timer);
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, entry) => sum + (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
