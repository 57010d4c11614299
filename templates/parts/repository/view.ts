import { daysBetween, yearsBetween } from '../../../scripts/domain/dates.ts';
import type { Content, Failure, RepositoryFacts, Seen } from '../../../scripts/domain/facts.ts';
import {
  type ActivityWindow,
  activityOf,
  activityRule,
  latestReleases,
  tagsBeforeHistory,
  windowOf,
} from '../../../scripts/merge/activity.ts';
import { repositoryName } from '../../../scripts/merge/git-evidence.ts';
import { commitUrl } from '../../../scripts/render/forge.ts';
import { formatCount, formatShare } from '../../../scripts/render/format.ts';
import { describeActivityChart, describeNoRelease, drawActivityChart, yearRows } from './activity-chart.ts';

/** What a framework's repository says of itself, as of the last day it was observed. */
export interface RepositoryView {
  /** Why it could not be read; empty where it could. */
  readonly failure: string;
  /** Null where it was never read. */
  readonly seen: SeenView | null;
}

interface SeenView {
  readonly observed: string;
  readonly commit: string;
  readonly commitHref: string;
  readonly status: string;
  readonly rule: string;
  readonly activitySvg: string;
  readonly activityText: string;
  readonly years: ReturnType<typeof yearRows>;
  readonly facts: readonly FactView[];
  readonly doubts: readonly string[];
}

interface FactView {
  readonly label: string;
  readonly text: string;
  /** What the figure is exactly, or what it leaves out. */
  readonly detail: string;
}

/** The facts of a framework's repository; null where there are none. */
export function viewRepository(facts: RepositoryFacts | undefined, id: string, updated: string): RepositoryView | null {
  if (facts === undefined) return null;
  const { seen, failure, repository } = facts;
  const failureText = failure === null ? '' : describeFailure(failure, seen);
  if (seen === null) return { failure: failureText, seen: null };
  const name = repositoryName(repository);
  return {
    failure: failureText,
    seen: {
      observed: seen.observed,
      commit: seen.commit.slice(0, 7),
      commitHref: commitUrl(name, seen.commit),
      status: describeActivity(seen, updated),
      rule: activityRule,
      activitySvg: drawActivityChart(seen, updated, `activity-${id}`),
      activityText: describeActivityChart(seen),
      years: yearRows(seen),
      facts: [...historyFacts(seen, updated), ...windowFacts(windowOf(seen, seen.observed)), ...contentFacts(seen)],
      doubts: doubtsOf(seen),
    },
  };
}

/** `gone since 2026-11-02: the repository is not there`. */
export function describeFailure({ detail, since, to, state }: Failure, seen: Seen | null): string {
  const kept = seen === null ? 'Nothing is known about it.' : `The facts below were observed until ${seen.observed}.`;
  const target = to === null ? '' : ` It names ${to}.`;
  return `Could not be read (${state}, since ${since}): the repository ${detail}.${target} ${kept}`;
}

/**
 * Computed by a rule, and worded as what was seen: `no commit seen since 2015-03-14`. What was last looked at long ago is
 * not said to be active: only that it was.
 */
export function describeActivity(seen: Seen, updated: string): string {
  const { state, last, asOf } = activityOf(seen);
  const old = daysBetween(asOf, updated) > 365;
  if (old && state !== 'quiet')
    return `no commit or release seen since ${last}; last observed on ${asOf}, when it was ${state} (computed)`;
  const text = {
    active: `active: last commit or release ${last}`,
    maintained: `maintained: last commit or release ${last}`,
    dormant: `dormant: no commit or release seen since ${last}`,
    quiet: `no commit or release seen since ${last}`,
  } as const;
  return `${text[state]} (computed as of ${asOf}, the last day observed)`;
}

function historyFacts(seen: Seen, updated: string): readonly FactView[] {
  const { history, observed } = seen;
  const { first, last, commits, merges, authors } = history;
  const begun = first.authored !== null && first.authored < first.committed ? first.authored : first.committed;
  return [
    fact('First commit', begun, `${formatCount(Math.max(0, yearsBetween(begun, updated)), 'year')} before ${updated}`),
    fact('Last commit', last.committed, `observed until ${observed}`),
    fact(
      'Commits',
      formatCount(commits - merges, 'commit'),
      `on the default branch, without ${formatCount(merges, 'merge')}`,
    ),
    fact('Contributors', formatCount(authors.human, 'person', 'people'), machines(authors)),
    releaseFact(seen),
  ];
}

function releaseFact(seen: Seen): FactView {
  const { list, tags } = seen.releases;
  const latest = latestReleases(seen);
  if (latest === null) {
    const isNone = tags === 0 || list.length > 0;
    return fact('Releases', isNone ? 'none tagged' : 'not known', describeNoRelease(seen.releases));
  }
  const { byDate, byVersion } = latest;
  const highest = byVersion.tag === byDate.tag ? '' : `; highest version ${byVersion.tag} of ${byVersion.date}`;
  const stable = list.filter((one) => one.stable).length;
  return fact('Releases', formatCount(stable, 'release'), `newest tag ${byDate.tag} of ${byDate.date}${highest}`);
}

function machines({ bot, agent }: Seen['history']['authors']): string {
  const excluded = [
    ...(bot > 0 ? [formatCount(bot, 'bot')] : []),
    ...(agent > 0 ? [formatCount(agent, 'coding agent')] : []),
  ].join(' and ');
  return `since the first commit, joined by name or e-mail${excluded === '' ? '' : `; ${excluded} apart`}`;
}

function windowFacts({ from, to, observedShare, counts }: ActivityWindow): readonly FactView[] {
  if (counts === null) return [fact('Twelve months', 'not observed', `${from} to ${to}`)];
  const { commits, bots, agents, authors, newcomers, absenceFactor, releases } = counts;
  const share = observedShare < 1 ? `; ${formatShare(observedShare)} of it observed` : '';
  return [
    fact(
      'Twelve months',
      formatCount(commits, 'commit'),
      `${from} to ${to}, ${bots} by bots, ${agents} by coding agents${share}`,
    ),
    fact(
      'Active authors',
      formatCount(authors, 'person', 'people'),
      `${newcomers} of them new, ${formatCount(releases, 'release')}`,
    ),
    fact(
      'Absence factor',
      absenceFactor === null ? 'none' : String(absenceFactor),
      'the smallest number of people who made half of the commits in these months (CHAOSS Contributor Absence Factor)',
    ),
  ];
}

function contentFacts({ contents }: Seen): readonly FactView[] {
  const content = contents[0] as Content;
  const { tests, documentation, examples, ci } = content.present;
  return [
    ...licenseFacts(content),
    fact(
      'Source',
      formatLanguages(content),
      `${formatCount(content.lines.source, 'line')} outside tests, ${formatCount(content.lines.tests, 'line')} of tests, ${formatCount(content.lines.vendored, 'line')} bundled and left out`,
    ),
    fact('Tests', formatPresence(tests.files), tests.sample.join(', ')),
    fact('Documentation', formatPresence(documentation.files), documentation.sample.join(', ')),
    fact('Examples', formatPresence(examples.files), examples.sample.join(', ')),
    fact('Continuous integration', formatPresence(ci.files), ci.sample.join(', ')),
  ];
}

function licenseFacts({ licenses, manifests }: Content): readonly FactView[] {
  const texts = licenses.filter(({ text }) => text !== 'notice');
  const detected = texts.map(({ path, expression, confidence, holds }) => {
    if (expression !== null) return `${expression} in ${path} (${formatShare(confidence)} match)`;
    return holds.length === 0 ? `${path}: not recognized` : `${path}: ${holds.join(', ')} and other text`;
  });
  const declared = manifests.flatMap(({ path, license }) => (license === null ? [] : [`${license.said} in ${path}`]));
  const versions = manifests.flatMap(({ path, versions: said }) => (said === null ? [] : [`${said} in ${path}`]));
  return [
    fact(
      'License, detected',
      detected.length === 0 ? 'no license file' : detected.join('; '),
      'from the texts of the files at the root',
    ),
    fact('License, declared', declared.length === 0 ? 'by no manifest' : declared.join('; '), ''),
    ...(versions.length === 0 ? [] : [fact('Requires', versions.join('; '), '')]),
  ];
}

function formatLanguages({ languages }: Content): string {
  const all = languages.reduce((sum, [, bytes]) => sum + bytes, 0);
  const told = languages.slice(0, 3).filter(([, bytes]) => bytes * 50 > all);
  return told.length === 0
    ? 'none recognized'
    : told.map(([name, bytes]) => `${name} ${Math.round((100 * bytes) / all)}\u202f%`).join(', ');
}

function formatPresence(files: number): string {
  return files === 0 ? 'none in the usual places' : formatCount(files, 'file');
}

/** What should be known before the numbers are trusted. */
function doubtsOf(seen: Seen): readonly string[] {
  const { history, contents, releases } = seen;
  const { anomalies, imported, roots, mailmap, replaced } = history;
  const older = tagsBeforeHistory(seen);
  const unread = contents[0]?.unread ?? 0;
  return [
    ...(imported.subversion > 0 ? [`${formatCount(imported.subversion, 'commit')} came from Subversion.`] : []),
    ...(imported.withoutEmail > 0
      ? [
          `${formatCount(imported.withoutEmail, 'commit')} without a personal e-mail address: their authors are distinguished by name.`,
        ]
      : []),
    ...(older === null
      ? []
      : [
          `The history is younger than its tags: ${formatCount(older.count, 'release')} from ${older.first} on ${older.count === 1 ? 'is' : 'are'} older than its first commit, and the commits before it are not known.`,
        ]),
    ...(replaced > 0
      ? [
          `The repository joins other history by ${formatCount(replaced, 'replacement ref')}; it is not followed, as in an ordinary clone.`,
        ]
      : []),
    ...(releases.strays.length > 0
      ? [
          `${formatCount(releases.strays.length, 'tag')} left out for pointing to no commit: ${releases.strays.join(', ')}.`,
        ]
      : []),
    ...(roots.length > 1 ? [`The history has ${roots.length} root commits.`] : []),
    ...(anomalies.malformed > 0
      ? [`${formatCount(anomalies.malformed, 'commit')} with a date that git misreads; the committer’s date is used.`]
      : []),
    ...(anomalies.olderThanParent > 0
      ? [`${formatCount(anomalies.olderThanParent, 'commit')} dated before their parents.`]
      : []),
    ...(mailmap ? ['The mailmap is not applied; people are joined by name or e-mail.'] : []),
    ...(unread > 0 ? [`${formatCount(unread, 'file')} could not be read.`] : []),
  ];
}

function fact(label: string, text: string, detail: string): FactView {
  return { label, text, detail };
}
