import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure, RepositoryFacts, Seen } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';
import { compareVersions } from '../../domain/versions.ts';
import type { LicenseReader } from '../licenses/read.ts';
import type { GitAccess } from './access.ts';
import { type Collected, collect, type Wanted } from './collect.ts';
import { classifyFailure, GitFailure, isOurs } from './failure.ts';
import { dayOf } from './history.ts';
import { keyOf, parseRepository, type Remote } from './remote.ts';
import { readVersion } from './tags.ts';
import { askRemote, type Workplace } from './transfer.ts';

// Increased when the facts of an unchanged repository would change.
const collector = 3;

/** What to read from a repository. */
export interface Question extends Wanted {
  readonly framework: string;
  readonly repository: string;
  readonly hosts: readonly string[];
  /** The facts of an earlier day, if any. */
  readonly previous: RepositoryFacts | null;
  /** Whether a person has accepted a rewritten history. */
  readonly accepted: boolean;
}

/** How to read it: the time, the folder and the way to reach it. */
interface Circumstances {
  /** Seconds since 1970. */
  readonly now: number;
  /** An empty folder for this repository only; the caller removes it afterwards. */
  readonly folder: string;
  readonly access: GitAccess;
  /** Called only if a license must be identified, since reading the license list takes a while. */
  readonly detect: () => Promise<LicenseReader>;
  /** The time limit for the repository. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

export interface Observation {
  readonly outcome: 'fresh' | 'unchanged' | Failure['state'];
  readonly seen: Seen | null;
  readonly failure: Failure | null;
  /** An error that is neither git's nor the network's, and thus a bug of ours; null if there was none. */
  readonly bug: unknown;
}

/** Reads one repository. Nothing that a repository or its server does makes it throw. */
export async function observeRepository(question: Question, circumstances: Circumstances): Promise<Observation> {
  const previous = question.previous?.repository === question.repository ? question.previous : null;
  try {
    const { seen, changed } = await observe(question, previous?.seen ?? null, circumstances);
    return { outcome: changed ? 'fresh' : 'unchanged', seen, failure: null, bug: null };
  } catch (error) {
    const cause = classifyFailure(error);
    const today = dayOf(circumstances.now);
    const since = previous?.failure?.state === cause.state ? previous.failure.since : today;
    const failure = { state: cause.state, detail: cause.message, since, to: cause.to };
    return { outcome: cause.state, seen: previous?.seen ?? null, failure, bug: isOurs(error) ? error : null };
  }
}

async function observe(
  question: Question,
  previous: Seen | null,
  circumstances: Circumstances,
): Promise<{ readonly seen: Seen; readonly changed: boolean }> {
  if (parseRepository(question.repository, question.hosts) === null)
    throw new GitFailure('refused', 'has a URL that may not be read');
  const place = openPlace(question, circumstances);
  const remote = await patiently(() => askRemote(place), place.end.signal);
  const releaseTags = matchingTags(remote, question.templates);
  const key = keyOf([
    collector,
    question.repository,
    remote.head,
    remote.replaced,
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
    circumstances.now,
    circumstances.detect,
  );
  if (previous !== null && !question.accepted) refuseLoss(previous, seen);
  return { seen: { ...seen, key, observed: today, collected: today }, changed: true };
}

function openPlace({ repository }: Question, { folder, access, timeoutSeconds, signal }: Circumstances): Workplace {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const end = new AbortController();
  AbortSignal.any([signal, AbortSignal.timeout(timeoutSeconds * 1000)]).addEventListener('abort', () => end.abort());
  if (signal.aborted) end.abort();
  return { url: repository, folder, access, end, seconds: timeoutSeconds };
}

/** Tries up to two more times if the network failed quickly. */
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

/** The tags that match a template; if there are too many, the newest versions. */
function matchingTags({ tags }: Remote, templates: readonly string[]): Remote['tags'] {
  const versions = tags.flatMap((tag) => {
    const version = readVersion(tag.name, templates);
    return version === null ? [] : [{ tag, version }];
  });
  const newest = versions.sort((a, b) => compareVersions(b.version, a.version)).slice(0, limits.gitReleases);
  return newest.map(({ tag }) => tag).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A history that has lost its roots, most of its commits or all its releases needs a person's approval. */
function refuseLoss(previous: Seen, seen: Collected): void {
  const { history } = previous;
  if (!history.roots.some((root) => seen.history.roots.includes(root)))
    throw new GitFailure('broken', 'was rewritten: it begins with another commit than before');
  if (seen.history.commits * 2 < history.commits)
    throw new GitFailure(
      'broken',
      `has lost more than half of its commits: ${seen.history.commits} of ${history.commits} are left`,
    );
  // Other templates match other tags: then the registry changed, not the repository.
  const sameQuestion = previous.releases.templates.join('\0') === seen.releases.templates.join('\0');
  if (sameQuestion && previous.releases.list.length > 0 && seen.releases.list.length === 0)
    throw new GitFailure('broken', `has lost all of its ${previous.releases.list.length} releases`);
}
