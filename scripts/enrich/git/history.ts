import type { CommitDay, History, Month } from '../../domain/facts.ts';
import { isEmail, joinIdentities, kindOf, type Signature } from './identity.ts';

/** The format of `git log` that `readLog` reads: fields end with NUL, commits with an additional line end. */
export const logFormat = '--format=%H%x00%P%x00%at%x00%ct%x00%an%x00%ae%x00';

/** The lines that git-svn and similar tools add to a message, for `git log --extended-regexp --grep`. */
export const subversionLine =
  '^[ \t]*(git-svn-id: [a-z+]+://[^ ]+@[0-9]+|svn path=[^;]+; revision=[0-9]+|svn-revision: *r?[0-9]+)';

/** Reads commit ids, one per line. */
export function readIds(output: string): ReadonlySet<string> {
  return new Set(output.split('\n').filter((id) => id !== ''));
}

/** A commit as git prints it; times are seconds since 1970, null if git cannot read them or they are implausible. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly authored: number | null;
  readonly committed: number | null;
  readonly signature: Signature;
  /** Whether git itself sorts and selects by a different date, since a line of this commit is malformed. */
  readonly misread: boolean;
}

/** Parses the output of `git rev-list --timestamp`: commits with the date by which git selects them. */
export function readTimestamps(output: string): ReadonlyMap<string, string> {
  return new Map(
    output
      .split('\n')
      .map((line) => line.split(' ') as [string, string])
      .map(([time, id]) => [id, time]),
  );
}

/** Parses the output of `git log` in `logFormat` into commits, in git's order. `now`, in seconds, is the latest plausible date. */
export function readLog(output: string, timestamps: ReadonlyMap<string, string>, now: number): readonly Commit[] {
  const fields = output.split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + 5 < fields.length; at += 6) {
    const [id = '', parents = '', authored = '', committed = '', name = '', email = ''] = fields.slice(at, at + 6);
    commits.push({
      id: id.trimStart(),
      parents: parents === '' ? [] : parents.split(' '),
      authored: readTime(authored, now),
      committed: readTime(committed, now),
      signature: { name: name.slice(0, 200), email: email.slice(0, 200) },
      misread: timestamps.get(id.trimStart()) !== committed,
    });
  }
  return commits;
}

const daySeconds = 86_400;

function readTime(text: string, now: number): number | null {
  if (!/^\d{1,12}$/.test(text)) return null;
  const seconds = Number(text);
  return seconds > 0 && seconds <= now + daySeconds ? seconds : null;
}

/** Turns commits into the facts of a history; null if no commit has a plausible date. */
export function summarizeHistory(
  commits: readonly Commit[],
  mailmap: boolean,
  fromSubversion: ReadonlySet<string> = new Set(),
): History | null {
  const dated = commits.filter((one): one is DatedCommit => one.committed !== null);
  const newest = dated.reduce<DatedCommit | null>(
    (best, one) => (best && best.committed >= one.committed ? best : one),
    null,
  );
  const oldest = dated.reduce<DatedCommit | null>(
    (best, one) => (best && startOf(best) <= startOf(one) ? best : one),
    null,
  );
  if (newest === null || oldest === null) return null;
  return {
    first: toDay(oldest),
    last: toDay(newest),
    roots: commits
      .filter(({ parents }) => parents.length === 0)
      .map(({ id }) => id)
      .sort(),
    replaced: 0,
    commits: commits.length,
    merges: commits.filter(isMerge).length,
    ...summarizeAuthors(commits),
    mailmap,
    anomalies: countAnomalies(commits),
    imported: {
      subversion: commits.filter(({ id, signature }) => fromSubversion.has(id) || subversion.test(signature.email))
        .length,
      withoutEmail: commits.filter(({ signature }) => !isEmail(signature.email)).length,
    },
    months: summarizeMonths(dated, peopleIn(commits)),
  };
}

/** The newest commit by committer date up to the end of a day in UTC; null if there is none. */
export function commitAt(commits: readonly Commit[], day: string): Commit | null {
  const end = Date.parse(`${day}T00:00:00Z`) / 1000 + daySeconds;
  return commits.reduce<Commit | null>(
    (best, one) =>
      one.committed !== null && one.committed < end && (best?.committed ?? 0) < one.committed ? one : best,
    null,
  );
}

/** Seconds since 1970 as a day in UTC. */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

type DatedCommit = Commit & { readonly committed: number };

const subversion = /@[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function startOf({ authored, committed }: DatedCommit): number {
  return Math.min(authored ?? committed, committed);
}

function toDay({ id, authored, committed }: DatedCommit): CommitDay {
  return { commit: id, authored: authored === null ? null : dayOf(authored), committed: dayOf(committed) };
}

function isMerge({ parents }: Commit): boolean {
  return parents.length > 1;
}

function summarizeAuthors(commits: readonly Commit[]): Pick<History, 'authors' | 'emails'> {
  const signatures = distinct(commits);
  return {
    authors: {
      human: new Set(peopleIn(commits).values()).size,
      bot: new Set(signatures.filter((one) => kindOf(one) === 'bot').map(({ name }) => name.toLowerCase())).size,
      agent: new Set(signatures.filter((one) => kindOf(one) === 'agent').map(({ name }) => name.toLowerCase())).size,
    },
    emails: new Set(commits.map(({ signature }) => signature.email.toLowerCase())).size,
  };
}

/** The identity of each human signature over all commits, including merges: one may show that two names are one person. */
function peopleIn(commits: readonly Commit[]): ReadonlyMap<string, number> {
  const people = distinct(commits).filter((one) => kindOf(one) === 'human');
  const identities = joinIdentities(people);
  return new Map(people.map((one, index) => [keyOf(one), identities[index] ?? 0]));
}

function distinct(commits: readonly Commit[]): readonly Signature[] {
  return [...new Map(commits.map(({ signature }) => [keyOf(signature), signature])).values()];
}

function keyOf({ name, email }: Signature): string {
  return `${name}\0${email}`;
}

const minute = 60;
const year = 365 * daySeconds;

function countAnomalies(commits: readonly Commit[]): History['anomalies'] {
  const times = new Map(commits.map(({ id, committed }) => [id, committed]));
  const older = ({ committed, parents }: Commit): boolean =>
    committed !== null && parents.some((parent) => (times.get(parent) ?? 0) > committed + minute);
  return {
    malformed: commits.filter(({ authored, committed, misread }) => misread || authored === null || committed === null)
      .length,
    olderThanParent: commits.filter(older).length,
    authoredLongBefore: commits.filter(
      ({ authored, committed }) => authored !== null && committed !== null && committed - authored > year,
    ).length,
    authoredAfter: commits.filter(
      ({ authored, committed }) => authored !== null && committed !== null && authored - committed > daySeconds,
    ).length,
  };
}

/** Commits by month and author; authors are numbered in the order of their first commit other than a merge. */
function summarizeMonths(dated: readonly DatedCommit[], people: ReadonlyMap<string, number>): readonly Month[] {
  const inTime = dated
    .filter((one) => !isMerge(one))
    .sort((a, b) => a.committed - b.committed || (a.id < b.id ? -1 : 1));
  const authors = inTime.flatMap(({ signature }) => people.get(keyOf(signature)) ?? []);
  const numberOf = new Map([...new Set(authors)].map((author, number) => [author, number]));
  const byMonth = Map.groupBy(inTime, ({ committed }) => dayOf(committed).slice(0, 7));
  return [...byMonth].map(([month, commits]) => {
    const count = (kind: string): number => commits.filter(({ signature }) => kindOf(signature) === kind).length;
    const human = Map.groupBy(
      commits.filter(({ signature }) => kindOf(signature) === 'human'),
      ({ signature }) => numberOf.get(people.get(keyOf(signature)) ?? 0) ?? 0,
    );
    return {
      month,
      human: [...human].map(([author, own]) => [author, own.length] as const).sort(([a], [b]) => a - b),
      bot: count('bot'),
      agent: count('agent'),
    };
  });
}
