import type { Framework } from '../../scripts/domain/framework.ts';
import type { Report, ShortlistResult } from '../../scripts/domain/report.ts';
import type { ComparedFrameworks } from '../../scripts/figures/plan-pages.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';
import { joinNames, mostColumns } from './client/view.ts';

/** A set of frameworks with a page of its own side by side. */
export interface Prepared {
  /** Its part of the address: `a-vs-b`, or the id of a shortlist. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly frameworks: readonly Framework[];
  /** The shortlist whose members it shows; null for a set that the settings name. */
  readonly shortlist: string | null;
}

/** The comparisons that are made at build time: those the settings name, and one for every shortlist with two members or more. */
export function preparedComparisons(report: Report): readonly Prepared[] {
  const named = report.site.comparisons.map(({ frameworks, note }) => {
    const members = frameworks.flatMap((id) => report.frameworks.filter((one) => one.id === id));
    return {
      name: nameOf(members),
      title: joinNames(members),
      note: note ?? '',
      frameworks: members,
      shortlist: null,
    };
  });
  const latest = report.shortlists.filter(({ edition }) => edition === report.latest);
  return [...named, ...latest.flatMap((result) => ofShortlist(result, report))];
}

/** The frameworks of every prepared comparison, by the page that shows them. */
export function comparedFrameworks({ report, paths }: Pick<Site, 'report' | 'paths'>): readonly ComparedFrameworks[] {
  return preparedComparisons(report).map(({ name, frameworks }) => ({ path: paths.comparison(name), frameworks }));
}

/** The address of the page on which a shortlist's members stand side by side; empty where there is none. */
export function comparisonOf(shortlist: string, { report, urls }: Pick<Site, 'report' | 'urls'>): string {
  const page = preparedComparisons(report).find((one) => one.shortlist === shortlist);
  return page === undefined ? '' : urls.comparison(page.name);
}

/** `a-vs-b`. */
function nameOf(frameworks: readonly Framework[]): string {
  return frameworks.map(({ id }) => id).join('-vs-');
}

/** The address of frameworks side by side: a page made at build time, or the page on which a script sets them side by side. */
export function compareHref(frameworks: readonly Framework[], prepared: readonly Prepared[], urls: Urls): string {
  const ids = frameworks.map(({ id }) => id);
  const page = prepared.find(
    (one) => one.frameworks.length === ids.length && one.frameworks.every(({ id }) => ids.includes(id)),
  );
  return page === undefined ? urls.chosen(ids) : urls.comparison(page.name);
}

/** Where a shortlist has more members than columns, those stand for it that the leading run measured, then the others in order. */
function ofShortlist({ shortlist, entries }: ShortlistResult, report: Report): readonly Prepared[] {
  const members = entries.filter(({ meets }) => meets).map(({ framework }) => framework);
  if (members.length < 2) return [];
  const lead = report.benchmarks[0]?.runs[0];
  const measured = members.filter(({ id }) => lead?.sweeps.some(({ sweep }) => sweep.framework === id) === true);
  const chosen = [...measured, ...members.filter((one) => !measured.includes(one))].slice(0, mostColumns);
  const inOrder = members.filter((one) => chosen.includes(one));
  const rule = `The ${formatCount(members.length, 'framework')} that meet the rule today.`;
  const part = `${inOrder.length} of the ${members.length} frameworks that meet the rule today: first those measured in the run “${lead?.run.title ?? ''}”, then the others in the order of the matrix.`;
  return [
    {
      name: shortlist.id,
      title: shortlist.label,
      note: inOrder.length === members.length ? rule : part,
      frameworks: inOrder,
      shortlist: shortlist.id,
    },
  ];
}
