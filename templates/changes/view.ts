import { earliestDay } from '../../scripts/domain/dates.ts';
import { formatClaim, formatCount, formatDate, glyphOf, stateOf } from '../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../scripts/render/source.ts';
import type { Site } from '../layout/site.ts';
import { type AnswerChange, answersByFramework, type ChangeDay, changesOf, dateAnchor } from './changes.ts';

/** Months, days, and the answers that changed in each. */
export interface ChangesView {
  readonly summary: string;
  readonly feedHref: string;
  readonly jsonHref: string;
  readonly months: readonly { readonly month: string; readonly anchor: string; readonly days: readonly DayView[] }[];
}

interface DayView {
  readonly date: string;
  readonly anchor: string;
  readonly runs: readonly { readonly benchmark: string; readonly title: string; readonly href: string }[];
  readonly frameworks: readonly FrameworkView[];
  readonly confirmed: string;
  /** How many answers were given for the first time; empty where none was. */
  readonly formatFirst: string;
  readonly first: readonly { readonly name: string; readonly href: string; readonly count: string }[];
}

interface FrameworkView {
  readonly name: string;
  readonly href: string;
  readonly anchor: string;
  readonly answers: readonly AnswerView[];
}

/** One changed answer in words, old and new, with the proofs of the new one. */
interface AnswerView {
  readonly label: string;
  readonly href: string;
  readonly before: string;
  readonly beforeGlyph: string;
  readonly beforeState: string;
  readonly beforeDate: string;
  readonly after: string;
  readonly afterGlyph: string;
  readonly afterState: string;
  readonly disputed: boolean;
  readonly note: string;
  readonly sources: readonly SourceView[];
}

/** Every day on which something changed, newest first, by month. */
export function viewChanges(site: Site): ChangesView {
  const days = changesOf(site.report);
  const changed = days.flatMap(({ answers }) => answers).length;
  const months = Map.groupBy(days, ({ date }) => earliestDay(date).slice(0, 7));
  return {
    summary: `${formatCount(changed, 'answer')} changed or contradicted by a later source; ${formatCount(days.flatMap(({ runs }) => runs).length, 'run')}.`,
    feedHref: site.urls.file('changes.xml'),
    jsonHref: site.urls.apiFile('changes.json'),
    months: [...months].map(([month, list]) => ({
      month,
      anchor: `month-${month}`,
      days: list.map((day) => viewDay(day, site)),
    })),
  };
}

function viewDay(day: ChangeDay, site: Site): DayView {
  const { urls } = site;
  return {
    date: formatDate(day.date),
    anchor: dateAnchor(day.date),
    runs: day.runs.map(({ benchmark: { benchmark }, run }) => ({
      benchmark: benchmark.title,
      title: run.title,
      href: urls.run(benchmark.id, run.id),
    })),
    frameworks: answersByFramework(day).map(({ framework, anchor, answers }) => ({
      name: framework.name,
      href: urls.framework(framework.id),
      anchor,
      answers: answers.map((answer) => viewAnswer(answer, site)),
    })),
    confirmed: day.confirmed === 0 ? '' : `${formatCount(day.confirmed, 'answer')} confirmed.`,
    formatFirst: formatFirst(day),
    first: day.first.map(([{ id, name }, count]) => ({ name, href: urls.framework(id), count: String(count) })),
  };
}

function formatFirst({ first }: ChangeDay): string {
  const answers = first.reduce((sum, [, count]) => sum + count, 0);
  return answers === 0 ? '' : `${formatCount(answers, 'first answer')} for ${formatCount(first.length, 'framework')}`;
}

/** A changed answer, ready to be shown. */
export function viewAnswer({ framework, feature, before, after, kind }: AnswerChange, site: Site): AnswerView {
  return {
    label: feature.label,
    href: site.urls.claims(framework.id, feature.id),
    before: formatClaim(before, feature),
    beforeGlyph: glyphOf(before.value, feature),
    beforeState: stateOf(before.value, feature),
    beforeDate: formatDate(before.on),
    after: formatClaim(after, feature),
    afterGlyph: glyphOf(after.value, feature),
    afterState: stateOf(after.value, feature),
    disputed: kind === 'disputed',
    note: after.note ?? '',
    sources: after.sources.map((source) => viewSource(source, site.report.sources)),
  };
}
