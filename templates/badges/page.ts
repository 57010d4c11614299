import { writeDate } from '../../scripts/domain/dates.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { MatrixCell, Report } from '../../scripts/domain/report.ts';
import type { BadgeDefinition } from '../../scripts/domain/site.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { measureOf } from '../../scripts/figures/chart.ts';
import { markdownText } from '../../scripts/figures/formats/tables.ts';
import { textWidth } from '../../scripts/figures/svg/text-width.ts';
import { dateWords, saturationWords, stateOf, valueWords } from '../../scripts/render/format.ts';
import { escapeHtml } from '../../scripts/render/html.ts';
import type { Page, PageMaker } from '../layout/page.ts';

/** One fact about a framework, as short as a badge. */
interface BadgeFact {
  readonly words: string;
  /** The fact with its date and where it comes from. */
  readonly title: string;
  readonly state: string;
}

/** Grounds of the values: white words on each have a contrast of at least 4.5, which a test holds. */
const grounds: Readonly<Record<string, string>> = {
  label: '#3b424d',
  full: '#1d6b3a',
  partial: '#7a5300',
  none: '#96352c',
  text: '#234b8c',
  unknown: '#59616d',
  inapplicable: '#59616d',
};

/** `badges/<framework>/<badge>.svg` for every framework: always there, so that no address breaks where a fact is missing. */
export function renderBadges(report: Report): readonly Output[] {
  const { badges } = report.site;
  return report.frameworks.flatMap((framework) =>
    badges.map((badge) => ({
      path: `badges/${framework.id}/${badge.id}.svg`,
      content: drawBadge(badge.label, factOf(badge, framework, report)),
    })),
  );
}

/** The page that shows all badges and how to place one; none where the site defines none. */
export function renderBadgePage(report: Report, page: PageMaker): readonly Page[] {
  const { badges, base, url, title } = report.site;
  const [badge] = badges;
  if (badge === undefined) return [];
  const known = report.frameworks.filter((framework) => factOf(badge, framework, report).state !== 'unknown');
  const first = known[0] ?? report.frameworks[0];
  if (first === undefined) return [];
  const root = `${url}${base}`;
  const rows = report.frameworks.map((framework) => ({
    name: framework.name,
    href: `${base}frameworks/${framework.id}/`,
    badges: badges.map((one) => ({
      src: `${base}badges/${framework.id}/${one.id}.svg`,
      alt: altOf(one, factOf(one, framework, report)),
    })),
  }));
  const example = `[![${markdownText(badge.label)}](${root}badges/${first.id}/${badge.id}.svg)](${root}frameworks/${first.id}/)`;
  const view = { rows, example, heads: badges.map(({ label }) => ({ label })) };
  return [page('badges/', 'badges', view, 'Badges', `One fact about a framework in a small picture, from ${title}.`)];
}

function altOf({ label }: BadgeDefinition, { words }: BadgeFact): string {
  return `${label}: ${words}`;
}

function factOf(badge: BadgeDefinition, framework: Framework, report: Report): BadgeFact {
  if (badge.feature !== null) return claimFact(badge.feature, framework, report);
  if (badge.benchmark !== null) return saturationFact(badge.benchmark, framework, report);
  return provenFact(framework, report);
}

function cellsOf({ id }: Framework, { living }: Report): readonly MatrixCell[] {
  return living.rows.find(({ framework }) => framework.id === id)?.cells ?? [];
}

function claimFact(feature: string, framework: Framework, report: Report): BadgeFact {
  const cell = cellsOf(framework, report).find((one) => one.feature.id === feature);
  if (cell === undefined || cell.claim === null)
    return { words: 'unknown', title: 'Nobody has claimed anything.', state: 'unknown' };
  const words = valueWords(cell.claim.value, cell.feature);
  const on = cell.claim.on === null ? 'undated' : `claimed ${writeDate(cell.claim.on)}`;
  return { words, title: `${cell.feature.label}: ${words}, ${on}.`, state: stateOf(cell.claim.value, cell.feature) };
}

/** What the leading run measured, from the lowest of the framework's programs to the highest; a busy machine proves nothing. */
function saturationFact(benchmark: string, framework: Framework, report: Report): BadgeFact {
  const measured = report.benchmarks.find((one) => one.benchmark.id === benchmark);
  const missing = { words: 'not measured', title: 'No run on a quiet machine measured it.', state: 'unknown' };
  const lead = measured?.runs.find(
    ({ run, sweeps }) => run.condition !== 'busy' && sweeps.some(({ sweep }) => sweep.framework === framework.id),
  );
  if (measured === undefined || lead === undefined) return missing;
  const axis = measureOf(measured, measured.benchmark.axis);
  const found = lead.sweeps
    .filter(({ sweep }) => sweep.framework === framework.id)
    .flatMap(({ saturation }) => (saturation === null ? [] : [saturation]))
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const words = [
    ...new Set([found[0], found.at(-1)].flatMap((one) => (one === undefined ? [] : [saturationWords(one, axis)]))),
  ];
  if (words.length === 0) return missing;
  const disturbed = found.some(({ contaminated }) => contaminated);
  const text = `${words.join(' to ')}${disturbed ? ' *' : ''}`;
  const title = `${measured.benchmark.title}: ${text}. ${lead.run.title}, ${dateWords(lead.run.date)}.${disturbed ? ' * Disturbed by other work.' : ''}`;
  return { words: `${text}, ${dateWords(lead.run.date)}`, title, state: 'text' };
}

function provenFact(framework: Framework, report: Report): BadgeFact {
  const claims = cellsOf(framework, report).flatMap(({ claim }) => (claim === null ? [] : [claim]));
  const proven = claims.filter(({ proofs }) => proofs.length > 0).length;
  const words = `${proven}/${claims.length}`;
  const title = `${words} claims have a proof, as of ${report.updated}.`;
  return { words, title, state: claims.length === 0 ? 'unknown' : proven === claims.length ? 'full' : 'text' };
}

function drawBadge(label: string, fact: BadgeFact): string {
  const left = wordsWidth(label) + 14;
  const right = wordsWidth(fact.words) + 14;
  const width = left + right;
  const ground = grounds[fact.state] ?? grounds['text'];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${escapeHtml(`${label}: ${fact.words}`)}">`,
    `<title>${escapeHtml(fact.title)}</title>`,
    `<path fill="${grounds['label']}" d="M3,0h${left - 3}v20h-${left - 3}a3,3 0 0 1 -3,-3v-14a3,3 0 0 1 3,-3z"/>`,
    `<path fill="${ground}" d="M${left},0h${right - 3}a3,3 0 0 1 3,3v14a3,3 0 0 1 -3,3h-${right - 3}z"/>`,
    `<g fill="#fff" font-family="'Source Sans 3',Helvetica,Arial,sans-serif" font-size="12" font-weight="600">${placeWords(label, 7)}${placeWords(fact.words, left + 7)}</g>`,
    '</svg>\n',
  ].join('');
}

function wordsWidth(words: string): number {
  return Math.ceil(textWidth(words, 12, 600) * 1.06);
}

/** Words held to their room whatever face draws them: a badge has no room to spare. */
function placeWords(words: string, x: number): string {
  return `<text x="${x}" y="14.2" textLength="${wordsWidth(words)}" lengthAdjust="spacingAndGlyphs">${escapeHtml(words)}</text>`;
}
