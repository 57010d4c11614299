import { earliestDay } from '../../scripts/domain/dates.ts';
import type { Report } from '../../scripts/domain/report.ts';
import type { Run } from '../../scripts/domain/run.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import { escapeXml } from '../../scripts/render/html.ts';
import { type AnswerChange, answersByFramework, type ChangeDay, changesOf, viewAnswer } from './view.ts';

const newest = 100;

interface Entry {
  /** The address, which is the id as well: an anchor on the page of changes, or the page of a run. */
  readonly url: string;
  readonly title: string;
  readonly day: string;
  readonly summary: string;
  readonly category: string;
}

/** `changes.xml`, an Atom feed (RFC 4287): one entry for what became of a framework's answers on a day, one for a run. */
export function renderFeed(report: Report): Output {
  const { site, updated } = report;
  const home = `${site.url}${site.base}`;
  const entries = changesOf(report)
    .flatMap((day) => entriesOf(day, report, home))
    .slice(0, newest);
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('title', `${site.title}: changes`),
    element('subtitle', site.tagline),
    element('id', `${home}changes/`),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${home}changes.xml`)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(`${home}changes/`)}"/>`,
    element('updated', instant(updated)),
    `<author>${element('name', site.title)}${element('uri', home)}</author>`,
    element('rights', `${site.license.label}, ${site.license.url}`),
  ];
  return { path: 'changes.xml', content: `${[...head, ...entries.map(entryXml), '</feed>'].join('\n')}\n` };
}

function entriesOf(change: ChangeDay, report: Report, home: string): readonly Entry[] {
  const day = earliestDay(change.date);
  const runs = change.runs.map(({ benchmark: { benchmark }, run }) => ({
    url: `${home}benchmarks/${benchmark.id}/${run.id}/`,
    title: `${benchmark.title}: ${run.title}`,
    day,
    summary: `A run of ${formatDate(run.date)}, by ${run.by}: ${runSize(run)}.`,
    category: 'run',
  }));
  const answers = answersByFramework(change).map(({ framework, anchor, answers: list }) => ({
    url: `${home}changes/#${anchor}`,
    title: `${framework.name}: ${list.map(({ feature }) => feature.label).join(', ')}`,
    day,
    summary: list.map((answer) => formatAnswer(answer, report)).join('\n'),
    category: 'claim',
  }));
  return [...runs, ...answers];
}

function runSize({ sweeps, statements }: Run): string {
  return [
    sweeps.length === 0 ? '' : formatCount(sweeps.length, 'program'),
    statements.length === 0 ? '' : `${formatCount(statements.length, 'statement')} in words`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `Tests: No (2009-12-22) → Yes (2026-07-24). Proof: …`. */
function formatAnswer(answer: AnswerChange, report: Report): string {
  const { label, before, beforeDate, after, disputed, note, sources } = viewAnswer(answer, report);
  const sourced = sources.map(({ href, text }) => (href === '' ? text : href)).join(' ');
  const parts = [
    `${label}: ${before} (${beforeDate}) → ${after} (${formatDate(answer.after.on)}).`,
    disputed ? 'The later claim says that an earlier one is wrong.' : '',
    note,
    sourced === '' ? 'No proof given.' : `Proof: ${sourced}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function entryXml({ url, title, day, summary, category }: Entry): string {
  return [
    '<entry>',
    element('title', title),
    element('id', url),
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    element('published', instant(day)),
    element('updated', instant(day)),
    `<category term="${escapeXml(category)}"/>`,
    `<content type="text">${escapeXml(summary)}</content>`,
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}
