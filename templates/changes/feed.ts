import { earliestDay } from '../../scripts/domain/dates.ts';
import type { Run } from '../../scripts/domain/run.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import { escapeXml } from '../../scripts/render/html.ts';
import type { Site } from '../layout/site.ts';
import { type AnswerChange, answersByFramework, type ChangeDay, changesOf } from './changes.ts';
import { viewAnswer } from './view.ts';

const newest = 100;

interface Entry {
  /** The address, which is the id as well: an anchor on the page of changes, or the page of a run. */
  readonly url: string;
  readonly title: string;
  readonly day: string;
  readonly summary: string;
  readonly category: string;
}

/** `changes.xml`, an Atom feed (RFC 4287): one entry for a framework's changes on a day, one for a run. */
export function renderFeed(site: Site): Output {
  const { updated } = site.report;
  const { title, tagline, license } = site.report.site;
  const { home, changes, file } = site.absolute;
  const entries = changesOf(site.report)
    .flatMap((day) => entriesOf(day, site))
    .slice(0, newest);
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('title', `${title}: changes`),
    element('subtitle', tagline),
    element('id', changes),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(file('changes.xml'))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(changes)}"/>`,
    element('updated', instant(updated)),
    `<author>${element('name', title)}${element('uri', home)}</author>`,
    element('rights', `${license.label}, ${license.url}`),
  ];
  return { path: 'changes.xml', content: `${[...head, ...entries.map(entryXml), '</feed>'].join('\n')}\n` };
}

function entriesOf(change: ChangeDay, site: Site): readonly Entry[] {
  const day = earliestDay(change.date);
  const runs = change.runs.map(({ benchmark: { benchmark }, run }) => ({
    url: site.absolute.run(benchmark.id, run.id),
    title: `${benchmark.title}: ${run.title}`,
    day,
    summary: `A run of ${formatDate(run.date)}, by ${run.by}: ${runSize(run)}.`,
    category: 'run',
  }));
  const answers = answersByFramework(change).map(({ framework, anchor, answers: list }) => ({
    url: site.absolute.change(anchor),
    title: `${framework.name}: ${list.map(({ feature }) => feature.label).join(', ')}`,
    day,
    summary: list.map((answer) => formatAnswer(answer, site)).join('\n'),
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
function formatAnswer(answer: AnswerChange, site: Site): string {
  const { label, before, beforeDate, after, disputed, note, sources } = viewAnswer(answer, site);
  const sourced = sources.map(({ href, text }) => (href === '' ? text : href)).join(' ');
  const parts = [
    `${label}: ${before} (${beforeDate}) → ${after} (${formatDate(answer.after.on)}).`,
    disputed ? 'The later claim says that the earlier one is wrong.' : '',
    note,
    sourced === '' ? 'No source given.' : `Source: ${sourced}`,
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
