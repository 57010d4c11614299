import { daysBetween, shiftDays } from '../../../scripts/domain/dates.ts';
import type { Seen } from '../../../scripts/domain/facts.ts';
import { roundToTenth } from '../../../scripts/figures/svg/path.ts';
import { formatCount } from '../../../scripts/render/format.ts';
import { escapeHtml } from '../../../scripts/render/html.ts';

const width = 720;
const height = 84;
const ground = 60;
const releaseRow = 69;

/**
 * Commits per month as an SVG picture, releases marked below, from the first month to `until`. What was not observed is
 * hatched: it is unknown, not empty. Colors come from the page.
 */
export function drawActivityChart({ history, releases, observed }: Seen, until: string, id: string): string {
  const months = history.months;
  const start = monthIndex(months[0]?.month ?? observed);
  // A clock ahead of its time dates commits and tags later than any day we know of; they are drawn all the same.
  const dates = [until, observed, ...months.map(({ month }) => month), ...releases.list.map(({ date }) => date)];
  const end = Math.max(...dates.map(monthIndex));
  const step = width / (end - start + 1);
  const x = (month: number): number => roundToTenth((month - start) * step);
  const totals = months.map(({ month, human, bot, agent }) => ({
    at: monthIndex(month),
    people: human.reduce((sum, [, commits]) => sum + commits, 0),
    machines: bot + agent,
  }));
  const most = Math.max(1, ...totals.map(({ people, machines }) => people + machines));
  const bar = (at: number, from: number, commits: number): string => {
    const top = roundToTenth(ground - (from + commits) * ((ground - 8) / most));
    const bottom = roundToTenth(ground - from * ((ground - 8) / most));
    return commits === 0 ? '' : `M${x(at)},${bottom}V${top}h${roundToTenth(Math.max(0.6, step * 0.85))}V${bottom}z`;
  };
  const people = totals.map(({ at, people: count }) => bar(at, 0, count)).join('');
  const machines = totals.map(({ at, people: count, machines: own }) => bar(at, count, own)).join('');
  const stable = releases.list.filter(({ stable: one, date }) => one && monthIndex(date) >= start);
  const marks = stable
    .map(({ date }) => `M${roundToTenth(dayPosition(date, start) * step)},${releaseRow - 4}l2.5,4l-2.5,4l-2.5,-4z`)
    .join('');
  const seenEnd = roundToTenth(Math.max(0, Math.min(width, dayPosition(observed, start) * step)));
  return [
    `<svg class="activity-chart" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title">`,
    `<title id="${id}-title">${escapeHtml(describeActivityChart({ history, releases, observed }))}</title>`,
    seenEnd < width - 1
      ? `<defs><pattern id="${id}-unseen" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="activity-hatch" d="M0,0v6"/></pattern></defs><path fill="url(#${id}-unseen)" d="M${seenEnd},4H${width}V${ground}H${seenEnd}z"/>`
      : '',
    `<path class="activity-axis" d="M0,${ground + 0.5}H${width}"/>`,
    `<path class="activity-people" d="${people}"/>`,
    machines === '' ? '' : `<path class="activity-machines" d="${machines}"/>`,
    `<path class="activity-releases" d="${marks}"/>`,
    ...yearLabels(start, end, step),
    '</svg>',
  ].join('');
}

/** The strip in a sentence: when it begins, when most happened, what was last seen. */
export function describeActivityChart({
  history,
  releases,
  observed,
}: Pick<Seen, 'history' | 'releases' | 'observed'>): string {
  const years = new Map<string, number>();
  for (const { month, human, bot, agent } of history.months) {
    const commits = human.reduce((sum, [, count]) => sum + count, 0) + bot + agent;
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + commits);
  }
  const busiest = [...years].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))[0];
  const stable = releases.list.filter((one) => one.stable).length;
  const best = busiest === undefined ? '' : `, most in ${busiest[0]} (${formatCount(busiest[1], 'commit')})`;
  const tags =
    stable === 0 ? describeNoRelease(releases) : `${formatCount(stable, 'release is', 'releases are')} tagged`;
  return `Commits per month, without merges: from ${history.first.committed} to ${history.last.committed}${best}; ${tags}. Observed until ${observed}.`;
}

/** Tags that match no template of the registry say nothing of releases: there may be some. */
export function describeNoRelease({ tags, templates, list }: Seen['releases']): string {
  if (tags === 0) return 'no release is tagged';
  if (list.length > 0) return 'no stable release is tagged';
  const asked = templates.length === 0 ? 'no form of release tags is known' : `none matches ${templates.join(' or ')}`;
  return `${formatCount(tags, 'tag')}, ${asked}`;
}

/** Commits of every year that was observed, for the table behind the picture. */
export function yearRows({ history, releases, observed }: Seen): readonly {
  readonly year: string;
  readonly people: number;
  readonly machines: number;
  readonly releases: number;
}[] {
  const byYear = Map.groupBy(history.months, ({ month }) => month.slice(0, 4));
  return yearNames(history.months[0]?.month ?? observed, observed).map((year) => {
    const months = byYear.get(year) ?? [];
    return {
      year,
      people: months.reduce((sum, { human }) => sum + human.reduce((own, [, commits]) => own + commits, 0), 0),
      machines: months.reduce((sum, { bot, agent }) => sum + bot + agent, 0),
      releases: releases.list.filter(({ date, stable }) => stable && date.startsWith(year)).length,
    };
  });
}

function yearNames(from: string, to: string): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
}

function yearLabels(start: number, end: number, step: number): readonly string[] {
  const years = Math.floor(end / 12) - Math.ceil(start / 12) + 1;
  const every = Math.max(1, Math.ceil(years / 9));
  const labels: string[] = [];
  for (let year = Math.ceil(start / 12); year <= Math.floor(end / 12); year += every) {
    const at = roundToTenth((year * 12 - start) * step);
    if (at < width - 28) labels.push(`<text x="${at}" y="${height - 1}">${year}</text>`);
  }
  return labels;
}

/** The months of a day, or of a month, since the year 0. */
function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function dayPosition(day: string, start: number): number {
  const month = day.slice(0, 7);
  const next = shiftDays(`${month}-28`, 4).slice(0, 7);
  return monthIndex(month) - start + Number(day.slice(8)) / daysBetween(`${month}-01`, `${next}-01`);
}
