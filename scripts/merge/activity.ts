import { daysBetween, shiftDays } from '../domain/dates.ts';
import type { Month, Release, Seen } from '../domain/facts.ts';
import { compareVersions, parseVersion } from '../domain/versions.ts';

/**
 * Twelve calendar months of a history that end with the month of a given day. Counts exclude merges; they are null if no
 * part of the window was observed, since what was not seen is unknown, not zero.
 */
export interface ActivityWindow {
  readonly from: string;
  readonly to: string;
  /** The share of the window's days that was observed, 0 to 1. */
  readonly observedShare: number;
  readonly counts: ActivityCounts | null;
}

interface ActivityCounts {
  readonly commits: number;
  readonly bots: number;
  readonly agents: number;
  /** Human authors with at least one commit. */
  readonly authors: number;
  /** Authors whose very first commit is in the window. */
  readonly newcomers: number;
  /** CHAOSS Contributor Absence Factor: the smallest number of authors who made half of the human commits; null if there are none. */
  readonly absenceFactor: number | null;
  /** Tags of stable releases. */
  readonly releases: number;
}

/** The window that ends with a day. */
export function windowOf(seen: Seen, to: string): ActivityWindow {
  const { history, releases, observed } = seen;
  const from = `${shiftMonths(to.slice(0, 7), -11)}-01`;
  const days = daysBetween(from, to) + 1;
  const unknownDays =
    tagsBeforeHistory(seen) === null ? 0 : Math.max(0, Math.min(days, daysBetween(from, history.first.committed)));
  const seenDays = Math.max(0, Math.min(days, daysBetween(from, observed) + 1) - unknownDays);
  const months = history.months.filter(({ month }) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
  const before = new Set(history.months.filter(({ month }) => month < from.slice(0, 7)).flatMap(authorsOf));
  const authors = countAuthors(months);
  const counts = {
    commits: sum(authors.values()) + sum(months.map(({ bot, agent }) => bot + agent)),
    bots: sum(months.map(({ bot }) => bot)),
    agents: sum(months.map(({ agent }) => agent)),
    authors: authors.size,
    newcomers: [...authors.keys()].filter((author) => !before.has(author)).length,
    absenceFactor: absenceFactor([...authors.values()]),
    releases: releases.list.filter(({ date, stable }) => stable && date >= from && date <= to).length,
  };
  return { from, to, observedShare: seenDays / days, counts: seenDays === 0 ? null : counts };
}

/** The newest stable release by date, and the one with the highest version, which differ if old versions are maintained. */
export function latestReleases({ releases }: Seen): { readonly byDate: Release; readonly byVersion: Release } | null {
  const stable = releases.list.filter((one) => one.stable);
  const byDate = stable.at(-1);
  if (byDate === undefined) return null;
  return { byDate, byVersion: stable.reduce((best, one) => (isHigher(one, best) ? one : best), byDate) };
}

function isHigher(a: Release, b: Release): boolean {
  const [left, right] = [parseVersion(a.version), parseVersion(b.version)];
  return left !== null && right !== null && compareVersions(left, right) > 0;
}

/** The state of a repository on the last day it was observed, by the rule in `activityRule`. */
type ActivityState = 'active' | 'maintained' | 'dormant' | 'quiet';

interface Activity {
  readonly state: ActivityState;
  /** The last commit or stable release. */
  readonly last: string;
  readonly asOf: string;
}

/** The rule in words, for the page that shows its results. */
export const activityRule =
  'Active: a commit or release within a year before the last day observed, and 12 commits of people or 2 releases in the twelve months before it. Maintained: a commit or release within a year. Dormant: within three years. Longer ago: no commit seen since.';

/** Computes the state on the last day observed; it never overrides a claim. */
export function activityOf(seen: Seen): Activity {
  const { history, observed } = seen;
  const last = lastActivity(seen, observed) ?? history.last.committed;
  const age = daysBetween(last, observed);
  const { counts } = windowOf(seen, observed);
  const busy = counts !== null && (counts.commits - counts.bots >= 12 || counts.releases >= 2);
  const state = age > 3 * 365 + 1 ? 'quiet' : age > 365 ? 'dormant' : busy ? 'active' : 'maintained';
  return { state, last, asOf: observed };
}

/** The newest day up to `day` with certain activity: a release, the last commit, or the end of an earlier month. */
function lastActivity({ history, releases }: Seen, day: string): string | null {
  const released = releases.list.filter(({ date, stable }) => stable && date <= day).map(({ date }) => date);
  const committed = history.last.committed <= day ? [history.last.committed] : [];
  return [...released, ...committed].sort().at(-1) ?? null;
}

/**
 * The earliest and latest possible day of the last activity before a day: histories are kept by month, so that only the
 * day of the very last commit is known. Null if there was no activity yet.
 */
export function activityBounds(seen: Seen, day: string): { readonly earliest: string; readonly latest: string } | null {
  const exact = lastActivity(seen, day);
  if (seen.history.last.committed <= day) return exact === null ? null : { earliest: exact, latest: exact };
  const months = seen.history.months.map(({ month }) => month).filter((month) => month <= day.slice(0, 7));
  const newest = months.at(-1);
  const before = newest === day.slice(0, 7) ? months.at(-2) : newest;
  const latest = newest === undefined ? exact : later(exact, minimum(day, endOf(newest)));
  const earliest = before === undefined ? exact : later(exact, `${before}-01`);
  return latest === null || earliest === null ? null : { earliest, latest };
}

/** The support rank of activity by its age: full within a year, partial within three, none after that. */
export function activityRank(ageDays: number): number {
  return ageDays <= 365 ? 2 : ageDays <= 3 * 365 + 1 ? 1 : 0;
}

/**
 * Tags that are older than the first commit by more than a month: the history was begun anew, and what was before it is
 * unknown. Null if there are none.
 */
export function tagsBeforeHistory({
  history,
  releases,
}: Pick<Seen, 'history' | 'releases'>): { readonly first: string; readonly count: number } | null {
  const start = shiftDays(startOf(history), -31);
  const older = releases.list.filter(({ date }) => date < start);
  const [oldest] = older;
  return oldest === undefined ? null : { first: oldest.date, count: older.length };
}

function startOf({ first, months }: Seen['history']): string {
  const begun = first.authored !== null && first.authored < first.committed ? first.authored : first.committed;
  const month = `${months[0]?.month ?? begun.slice(0, 7)}-01`;
  return begun < month ? begun : month;
}

function later(a: string | null, b: string): string {
  return a === null || b > a ? b : a;
}

function minimum(a: string, b: string): string {
  return a < b ? a : b;
}

function endOf(month: string): string {
  return shiftDays(`${shiftMonths(month, 1)}-01`, -1);
}

function shiftMonths(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function authorsOf({ human }: Month): readonly number[] {
  return human.map(([author]) => author);
}

function countAuthors(months: readonly Month[]): ReadonlyMap<number, number> {
  const commits = new Map<number, number>();
  for (const { human } of months) {
    for (const [author, count] of human) commits.set(author, (commits.get(author) ?? 0) + count);
  }
  return commits;
}

function absenceFactor(commits: readonly number[]): number | null {
  const half = sum(commits) / 2;
  let reached = 0;
  const index = [...commits]
    .sort((a, b) => b - a)
    .findIndex((count) => {
      reached += count;
      return reached >= half;
    });
  return index === -1 ? null : index + 1;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
