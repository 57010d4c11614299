import { join } from 'node:path';
import type { Content, Release, Seen } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';
import type { LicenseReader } from '../licenses/read.ts';
import { type Asked, neededBlobs, readBatch, summarizeContent, type TreeAt } from './content.ts';
import { GitFailure } from './failure.ts';
import {
  type Commit,
  commitAt,
  dayOf,
  logFormat,
  readIds,
  readLog,
  readTimestamps,
  subversionLine,
  summarizeHistory,
} from './history.ts';
import type { Remote } from './remote.ts';
import { readReleases, readVersion, tagFormat } from './tags.ts';
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
  const fetched = await fetchHistory(place, tags);
  const { head, commits, releases, strays, fromSubversion } = await readHistory(
    fetched.folder,
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
  const history = summarizeHistory(commits, mailmap, fromSubversion);
  if (history === null) throw new GitFailure('broken', 'has no commit with a plausible date');
  const { templates } = question;
  return {
    commit: head,
    branch: remote.branch,
    history: { ...history, replaced: remote.replaced },
    releases: {
      tags: remote.tags.length,
      templates,
      others: sampleOthers(remote, templates),
      strays: [...new Set([...strays, ...fetched.strays])].sort().slice(0, mostStrays),
      list: releases,
    },
    contents,
  };
}

interface LocalOptions {
  readonly input?: string;
  readonly outputBytes?: number;
  readonly records?: number | null;
}

const mostOthers = 5;
const mostStrays = 20;

/** A few tags that match no template, the last by name first: enough to see which template would match. */
function sampleOthers({ tags }: Remote, templates: readonly string[]): readonly string[] {
  const others = tags.map(({ name }) => name).filter((name) => readVersion(name, templates) === null);
  const plain = others.filter((name) => /^[\x21-\x7e]{1,100}$/.test(name));
  return plain.sort().toReversed().slice(0, mostOthers);
}

function localGit(
  folder: string,
  place: Workplace,
  { input, outputBytes = limits.gitOutputBytes, records = null }: LocalOptions = {},
): ReturnType<typeof openLocal> {
  const bounds = { signal: place.end.signal, seconds: place.seconds, outputBytes, records };
  return openLocal(folder, join(place.folder, 'home'), bounds, input);
}

async function readHistory(
  folder: string,
  templates: readonly string[],
  now: number,
  place: Workplace,
): Promise<ReadHistory> {
  const git = localGit(folder, place, { outputBytes: limits.gitLogBytes });
  const head = (await git.raw('rev-parse', '--verify', '--end-of-options', `${headRef}^{commit}`)).trim();
  const log = await git.raw('log', '--no-mailmap', '--no-show-signature', logFormat, head, '--');
  const timestamps = readTimestamps(await git.raw('rev-list', '--timestamp', head, '--'));
  const tags = await git.raw('for-each-ref', tagFormat, 'refs/tags');
  const imported = await git.raw(
    'log',
    '--format=%H',
    '--extended-regexp',
    '--regexp-ignore-case',
    `--grep=${subversionLine}`,
    head,
    '--',
  );
  const commits = readLog(log, timestamps, now);
  await refuseCutHistory(folder, commits, place);
  return { head, commits, ...readReleases(tags, templates, now), fromSubversion: readIds(imported) };
}

/** A history that begins with a commit that has a parent was cut off there: shallow, or grafted. */
async function refuseCutHistory(folder: string, commits: readonly Commit[], place: Workplace): Promise<void> {
  const isShallow = (await localGit(folder, place).raw('rev-parse', '--is-shallow-repository')).trim() === 'true';
  const known = new Set(commits.map(({ id }) => id));
  const isCut = commits.some(({ parents }) => parents.some((parent) => !known.has(parent)));
  const roots = commits.filter(({ parents }) => parents.length === 0).map(({ id }) => id);
  const git = localGit(folder, place, { input: `${roots.join('\n')}\n` });
  const bodies = ((await git.binaryCatFile(['--batch'])) as Buffer).toString('latin1');
  if (isShallow || isCut || hasParentLine(bodies))
    throw new GitFailure('broken', 'is shallow, or lacks commits of its history');
}

/** Has a commit among these a parent that git does not show? In a commit, parents stand before the empty line. */
function hasParentLine(batch: string): boolean {
  return /^tree [0-9a-f]{40,64}\nparent [0-9a-f]{40,64}$/m.test(batch);
}

interface ReadHistory {
  readonly head: string;
  readonly commits: readonly Commit[];
  readonly releases: readonly Release[];
  readonly strays: readonly string[];
  /** Ids of commits whose message says that they came from Subversion. */
  readonly fromSubversion: ReadonlySet<string>;
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
    const git = localGit(folder, place, { records: limits.gitFiles });
    const files = readTree(await git.raw('ls-tree', '-r', '-l', '-z', '--full-tree', commit.id));
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
