import type { Framework } from '../../scripts/domain/framework.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { BadgeDefinition } from '../../scripts/domain/site.ts';
import { ofChart } from '../../scripts/figures/settings.ts';
import { textWidth } from '../../scripts/figures/svg/text-width.ts';
import { formatDate, formatSaturation } from '../../scripts/render/format.ts';
import { escapeHtml } from '../../scripts/render/html.ts';

/** A badge with what it says of a framework. */
interface Badge {
  readonly badge: BadgeDefinition;
  readonly fact: BadgeFact;
}

/** The saturation of a framework in a benchmark, as short as a badge. */
interface BadgeFact {
  readonly label: string;
  /** The fact with its date and where it comes from. */
  readonly title: string;
}

/** Grounds of label and value: white words on each have a contrast of at least 4.5, which a test holds. */
const grounds = { label: '#3b424d', value: '#234b8c' } as const;

/** The badges of a framework that was measured. */
export function badgesOf(framework: Framework, report: Report): readonly Badge[] {
  return report.site.badges.flatMap((badge) => {
    const fact = saturationFact(badge, framework, report);
    return fact === null ? [] : [{ badge, fact }];
  });
}

/** What the leading run measured, from the lowest of the framework's programs to the highest; a busy machine proves nothing. */
function saturationFact({ benchmark, fix }: BadgeDefinition, framework: Framework, report: Report): BadgeFact | null {
  const measured = report.benchmarks.find((one) => one.benchmark.id === benchmark);
  const runs = (measured?.runs ?? []).map((run) => ofChart(run, { fix, series: [] }));
  const lead = runs.find(
    ({ run, sweeps }) => run.condition !== 'busy' && sweeps.some(({ sweep }) => sweep.framework === framework.id),
  );
  if (measured === undefined || lead === undefined) return null;
  const axis = measureOf(measured, measured.benchmark.axis);
  const found = lead.sweeps
    .filter(({ sweep }) => sweep.framework === framework.id)
    .flatMap(({ saturation }) => (saturation === null ? [] : [saturation]))
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const label = [
    ...new Set([found[0], found.at(-1)].flatMap((one) => (one === undefined ? [] : [formatSaturation(one, axis)]))),
  ];
  if (label.length === 0) return null;
  const disturbed = found.some((one) => one.disturbed);
  const text = `${label.join(' to ')}${disturbed ? ' *' : ''}`;
  const title = `${measured.benchmark.title}: ${text}. ${lead.run.title}, ${formatDate(lead.run.date)}.${disturbed ? ' * Disturbed by other work.' : ''}`;
  return { label: `${text}, ${formatDate(lead.run.date)}`, title };
}

/** A badge as a picture: label and value side by side. */
export function drawBadge({ badge: { label }, fact }: Badge): string {
  const left = labelWidth(label) + 14;
  const right = labelWidth(fact.label) + 14;
  const width = left + right;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${escapeHtml(`${label}: ${fact.label}`)}">`,
    `<title>${escapeHtml(fact.title)}</title>`,
    `<path fill="${grounds.label}" d="M3,0h${left - 3}v20h-${left - 3}a3,3 0 0 1 -3,-3v-14a3,3 0 0 1 3,-3z"/>`,
    `<path fill="${grounds.value}" d="M${left},0h${right - 3}a3,3 0 0 1 3,3v14a3,3 0 0 1 -3,3h-${right - 3}z"/>`,
    `<g fill="#fff" font-family="'Source Sans 3',Helvetica,Arial,sans-serif" font-size="12" font-weight="600">${drawText(label, 7)}${drawText(fact.label, left + 7)}</g>`,
    '</svg>\n',
  ].join('');
}

function labelWidth(label: string): number {
  return Math.ceil(textWidth(label, 12, 600) * 1.06);
}

/** Words held to their room whatever face draws them: a badge has no room to spare. */
function drawText(label: string, x: number): string {
  return `<text x="${x}" y="14.2" textLength="${labelWidth(label)}" lengthAdjust="spacingAndGlyphs">${escapeHtml(label)}</text>`;
}
