import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, Release, RepositoryFacts, Seen, Trouble } from '../facts.ts';
import { limits } from '../limits.ts';
import type { GitAccess } from './access.ts';
import { type Asked, neededBlobs, readBatch, summarizeContent, type TreeAt } from './content.ts';
import { classifyFailure, GitFailure, isOurs } from './failure.ts';
import { type Commit, commitAt, dayOf, logFormat, readLog, readTimestamps, summarizeHistory } from './history.ts';
import type { LicenseReader } from './license.ts';
import { keyOf, parseRepository, type Remote } from './remote.ts';
import { compareVersions, readReleases, readVersion, tagFormat } from './tags.ts';
import { askRemote, fetchBlobs, fetchHistory, fetchTrees, headRef, openLocal, type Workplace } from './transfer.ts';
import { readTree } from './tree.ts';

// Raised when the facts of an unchanged repository would come out differently.
const collector = 1;

/** What is asked of a repository. */
export interface Question {
  readonly framework: string;
  readonly repository: string;
  readonly templates: readonly string[];
  readonly asked: readonly Asked[];
  /** Days whose trees are wanted beside the newest one. */
  readonly days: readonly string[];
  readonly hosts: readonly string[];
  /** The facts of an earlier day, if there are any. */
  readonly previous: RepositoryFacts | null;
  /** A person has looked at a rewritten history and takes it. */
  readonly accepted: boolean;
}

/** How it is asked: as which day, where on disk, by which way. */
export interface Circumstances {
  /** Seconds since 1970. */
  readonly now: number;
  /** A folder that is only this repository's, empty, and removed afterwards by whoever made it. */
  readonly folder: string;
  readonly access: GitAccess;
  /** Asked for when a licence must be told; reading the list of licences takes a while. */
  readonly detect: () => Promise<LicenseReader>;
  /** How long the network may take in all. */
  readonly networkSeconds: number;
  readonly signal: AbortSignal;
}

export interface Observation {
  readonly outcome: 'fresh' | 'unchanged' | Trouble['state'];
  readonly seen: Seen | null;
  readonly trouble: Trouble | null;
  /** An error that is neither git's nor the network's, and so ours; null where there was none. */
  readonly bug: unknown;
}

/** Reads one repository. Never throws for anything that a repository or its server can do. */
export async function observeRepository(question: Question, circumstances: Circumstances): Promise<Observation> {
  const previous = question.previous?.repository === question.repository ? question.previous : null;
  try {
    const { seen, changed } = await observe(question, previous?.seen ?? null, circumstances);
    return { outcome: changed ? 'fresh' : 'unchanged', seen, trouble: null, bug: null };
  } catch (error) {
    const failure = classifyFailure(error);
    const today = dayOf(circumstances.now);
    const since = previous?.trouble?.state === failure.state ? previous.trouble.since : today;
    const trouble = { state: failure.state, detail: failure.message, since, to: failure.to };
    return { outcome: failure.state, seen: previous?.seen ?? null, trouble, bug: isOurs(error) ? error : null };
  }
}

async function observe(
  question: Question,
  previous: Seen | null,
  circumstances: Circumstances,
): Promise<{ readonly seen: Seen; readonly changed: boolean }> {
  if (parseRepository(question.repository, question.hosts) === null)
    throw new GitFailure('refused', 'is at an address that may not be read');
  const place = openPlace(question, circumstances);
  const remote = await patiently(() => askRemote(place), place.end.signal);
  const releaseTags = matchingTags(remote, question.templates);
  const key = keyOf([
    collector,
    question.repository,
    remote.head,
    releaseTags,
    question.templates,
    question.asked,
    question.days,
  ]);
  const today = dayOf(circumstances.now);
  if (previous !== null && previous.key === key)
    return { seen: { ...previous, observed: latest(previous.observed, today) }, changed: false };
  const seen = await collect(
    question,
    remote,
    releaseTags.map(({ name }) => name),
    place,
    circumstances,
  );
  if (previous !== null && !question.accepted) refuseLoss(previous, seen);
  return { seen: { ...seen, key, observed: today, collected: today }, changed: true };
}

function openPlace({ repository }: Question, { folder, access, networkSeconds, signal }: Circumstances): Workplace {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const end = new AbortController();
  AbortSignal.any([signal, AbortSignal.timeout(networkSeconds * 1000)]).addEventListener('abort', () => end.abort());
  if (signal.aborted) end.abort();
  return { url: repository, folder, access, end, seconds: networkSeconds };
}

/** Up to two more tries where the network failed at once. */
async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const pauseMs of [500, 2000]) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GitFailure) || !error.passing || signal.aborted) throw error;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
  return work();
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

/** The tags that match a template, the newest versions first where there are too many. */
function matchingTags({ tags }: Remote, templates: readonly string[]): Remote['tags'] {
  const versions = tags.flatMap((tag) => {
    const version = readVersion(tag.name, templates);
    return version === null ? [] : [{ tag, version }];
  });
  const newest = versions.sort((a, b) => compareVersions(b.version, a.version)).slice(0, limits.gitReleases);
  return newest.map(({ tag }) => tag).sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Collected = Omit<Seen, 'key' | 'observed' | 'collected'>;

async function collect(
  question: Question,
  remote: Remote,
  tags: readonly string[],
  place: Workplace,
  { now, detect, signal: ended }: Circumstances,
): Promise<Collected> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(limits.gitLocalSeconds * 1000)]);
  const { head, commits, releases } = await readHistory(
    await fetchHistory(place, tags),
    question.templates,
    now,
    place,
    signal,
  );
  const wanted = wantedTrees(commits, head, question.days);
  const trees = await readTrees(wanted, place, signal);
  if (!trees.whole)
    await fetchBlobs(place, trees.folder, [
      ...new Set(trees.list.flatMap(({ files }) => neededBlobs(files, question.asked))),
    ]);
  const reader = await detect();
  const contents: Content[] = [];
  for (const tree of trees.list) {
    const files = await readBlobs(trees.folder, neededBlobs(tree.files, question.asked), place, signal);
    contents.push(summarizeContent(tree, files, question.asked, reader));
  }
  const mailmap = trees.list[0]?.files.some(({ path }) => path === '.mailmap') ?? false;
  const history = summarizeHistory(commits, mailmap);
  if (history === null) throw new GitFailure('broken', 'has no commit with a date that can be true');
  const { templates } = question;
  return {
    commit: head,
    branch: remote.branch,
    history,
    releases: { tags: remote.tags.length, templates, list: releases },
    contents,
  };
}

function localGit(folder: string, place: Workplace, signal: AbortSignal, input?: string): ReturnType<typeof openLocal> {
  const bounds = { signal, seconds: limits.gitLocalSeconds, outputBytes: limits.gitOutputBytes };
  return openLocal(folder, join(place.folder, 'home'), bounds, input);
}

async function readHistory(
  folder: string,
  templates: readonly string[],
  now: number,
  place: Workplace,
  signal: AbortSignal,
): Promise<{ readonly head: string; readonly commits: readonly Commit[]; readonly releases: readonly Release[] }> {
  const git = localGit(folder, place, signal);
  const head = (await git.raw('rev-parse', '--verify', '--end-of-options', `${headRef}^{commit}`)).trim();
  const log = await git.raw('log', '--no-mailmap', '--no-show-signature', logFormat, head, '--');
  const timestamps = readTimestamps(await git.raw('rev-list', '--timestamp', head, '--'));
  const tags = await git.raw('for-each-ref', tagFormat, 'refs/tags');
  return { head, commits: readLog(log, timestamps, now), releases: readReleases(tags, templates, now) };
}

interface WantedTree {
  readonly asOf: string | null;
  readonly commit: Commit;
}

/** The newest tree, and the ones that stood at the days asked for, where the history reaches so far back. */
function wantedTrees(commits: readonly Commit[], head: string, days: readonly string[]): readonly WantedTree[] {
  const newest = commits.find(({ id }) => id === head);
  if (newest === undefined) throw new GitFailure('broken', 'has no head');
  const older = days.flatMap((day): WantedTree[] => {
    const commit = commitAt(commits, day);
    return commit === null ? [] : [{ asOf: day, commit }];
  });
  return [{ asOf: null, commit: newest }, ...older];
}

interface Trees {
  readonly folder: string;
  readonly whole: boolean;
  readonly list: readonly TreeAt[];
}

async function readTrees(wanted: readonly WantedTree[], place: Workplace, signal: AbortSignal): Promise<Trees> {
  const { folder, whole } = await fetchTrees(place, [...new Set(wanted.map(({ commit }) => commit.id))]);
  const list: TreeAt[] = [];
  for (const { asOf, commit } of wanted) {
    const listed = await localGit(folder, place, signal).raw('ls-tree', '-r', '-l', '-z', '--full-tree', commit.id);
    const files = readTree(listed);
    if (files.length > limits.gitFiles) throw new GitFailure('refused', `has more than ${limits.gitFiles} files`);
    list.push({ asOf, commit: commit.id, committed: dayOf(commit.committed ?? 0), files });
  }
  return { folder, whole, list };
}

async function readBlobs(
  folder: string,
  ids: readonly string[],
  place: Workplace,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const git = localGit(folder, place, signal, `${ids.join('\n')}\n`);
  return readBatch((await git.binaryCatFile(['--batch'])) as Buffer);
}

/** A history that has lost its roots, most of its commits or all its releases waits for a person. */
function refuseLoss(previous: Seen, seen: Collected): void {
  const { history } = previous;
  if (!history.roots.some((root) => seen.history.roots.includes(root)))
    throw new GitFailure('broken', 'was rewritten: it begins with another commit than before');
  if (seen.history.commits * 2 < history.commits)
    throw new GitFailure(
      'broken',
      `has lost more than half of its commits: ${seen.history.commits} of ${history.commits} are left`,
    );
  if (previous.releases.list.length > 0 && seen.releases.list.length === 0)
    throw new GitFailure('broken', `has lost all of its ${previous.releases.list.length} releases`);
}
