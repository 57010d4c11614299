import { join } from 'node:path';
import type { Content, Release, Seen } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';
import { type Asked, neededBlobs, readBatch, summarizeContent, type TreeAt } from './content.ts';
import { GitFailure } from './failure.ts';
import { type Commit, commitAt, dayOf, logFormat, readLog, readTimestamps, summarizeHistory } from './history.ts';
import type { LicenseReader } from './license.ts';
import type { Remote } from './remote.ts';
import { readReleases, tagFormat } from './tags.ts';
import { fetchBlobs, fetchHistory, fetchTrees, headRef, openLocal, type Workplace } from './transfer.ts';
import { readTree } from './tree.ts';

/** What to read from a repository. */
export interface Wanted {
  /** Templates for the tags that are releases. */
  readonly templates: readonly string[];
  readonly asked: readonly Asked[];
  /** The days whose trees to read, besides the newest tree. */
  readonly days: readonly string[];
}

/** What is read from a repository, before the day of observation is added. */
export type Collected = Omit<Seen, 'key' | 'observed' | 'collected'>;

/** Fetches and reads a repository whose refs are known: history, releases, and the requested trees. Throws a `GitFailure`. */
export async function collect(
  question: Wanted,
  remote: Remote,
  tags: readonly string[],
  place: Workplace,
  now: number,
  detect: () => Promise<LicenseReader>,
): Promise<Collected> {
  const { head, commits, releases } = await readHistory(
    await fetchHistory(place, tags),
    question.templates,
    now,
    place,
  );
  const wanted = wantedTrees(commits, head, question.days);
  const trees = await readTrees(wanted, place);
  if (!trees.whole)
    await fetchBlobs(place, trees.folder, [
      ...new Set(trees.list.flatMap(({ files }) => neededBlobs(files, question.asked))),
    ]);
  const reader = await detect();
  const contents: Content[] = [];
  for (const tree of trees.list) {
    const files = await readBlobs(trees.folder, neededBlobs(tree.files, question.asked), place);
    contents.push(summarizeContent(tree, files, question.asked, reader));
  }
  const mailmap = trees.list[0]?.files.some(({ path }) => path === '.mailmap') ?? false;
  const history = summarizeHistory(commits, mailmap);
  if (history === null) throw new GitFailure('broken', 'has no commit with a plausible date');
  const { templates } = question;
  return {
    commit: head,
    branch: remote.branch,
    history,
    releases: { tags: remote.tags.length, templates, list: releases },
    contents,
  };
}

function localGit(
  folder: string,
  place: Workplace,
  { input, outputBytes = limits.gitOutputBytes }: { readonly input?: string; readonly outputBytes?: number } = {},
): ReturnType<typeof openLocal> {
  const bounds = { signal: place.end.signal, seconds: place.seconds, outputBytes };
  return openLocal(folder, join(place.folder, 'home'), bounds, input);
}

async function readHistory(
  folder: string,
  templates: readonly string[],
  now: number,
  place: Workplace,
): Promise<{ readonly head: string; readonly commits: readonly Commit[]; readonly releases: readonly Release[] }> {
  const git = localGit(folder, place, { outputBytes: limits.gitLogBytes });
  const head = (await git.raw('rev-parse', '--verify', '--end-of-options', `${headRef}^{commit}`)).trim();
  const log = await git.raw('log', '--no-mailmap', '--no-show-signature', logFormat, head, '--');
  const timestamps = readTimestamps(await git.raw('rev-list', '--timestamp', head, '--'));
  const tags = await git.raw('for-each-ref', tagFormat, 'refs/tags');
  return { head, commits: readLog(log, timestamps, now), releases: readReleases(tags, templates, now) };
}

interface WantedTree {
  readonly asOf: string | null;
  readonly commit: Commit;
  readonly day: string;
}

/** The newest tree, and those at the requested days if the history reaches back that far. */
function wantedTrees(commits: readonly Commit[], head: string, days: readonly string[]): readonly WantedTree[] {
  const newest = commits.find(({ id }) => id === head);
  const last = commits.reduce((latest, { committed }) => Math.max(latest, committed ?? 0), 0);
  if (newest === undefined || last <= 0) throw new GitFailure('broken', 'has no commit with a plausible date');
  const older = days.flatMap((day): WantedTree[] => {
    const commit = commitAt(commits, day);
    return commit?.committed == null ? [] : [{ asOf: day, commit, day: dayOf(commit.committed) }];
  });
  return [{ asOf: null, commit: newest, day: dayOf(newest.committed ?? last) }, ...older];
}

interface Trees {
  readonly folder: string;
  readonly whole: boolean;
  readonly list: readonly TreeAt[];
}

async function readTrees(wanted: readonly WantedTree[], place: Workplace): Promise<Trees> {
  const { folder, whole } = await fetchTrees(place, [...new Set(wanted.map(({ commit }) => commit.id))]);
  const list: TreeAt[] = [];
  for (const { asOf, commit, day } of wanted) {
    const listed = await localGit(folder, place).raw('ls-tree', '-r', '-l', '-z', '--full-tree', commit.id);
    const files = readTree(listed);
    if (files.length > limits.gitFiles) throw new GitFailure('refused', `has more than ${limits.gitFiles} files`);
    list.push({ asOf, commit: commit.id, committed: day, files });
  }
  return { folder, whole, list };
}

async function readBlobs(
  folder: string,
  ids: readonly string[],
  place: Workplace,
): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const git = localGit(folder, place, { input: `${ids.join('\n')}\n` });
  return readBatch((await git.binaryCatFile(['--batch'])) as Buffer);
}
