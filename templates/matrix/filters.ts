import type { Edition, Report } from '../../scripts/domain/report.ts';
import type { Shortlist } from '../../scripts/domain/site.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import { applyQuery } from './filter/engine.ts';
import type { Facet, FilterIndex } from './filter/model.ts';
import { isSort, nothing } from './filter/query.ts';
import { summarize } from './filter/summary.ts';
import { type MeasuredFilter, makeFilterIndex, measuredFilters } from './filter-index.ts';

/** The panel of filters above an edition's matrix, and the index that its script loads on first use. */
interface Filters {
  readonly view: object;
  readonly output: Output;
}

/** An edition's filters: every answer with the count of frameworks that gave it. */
export function renderFilters(edition: Edition, report: Report, hash: (text: string) => string): Filters {
  const index = makeFilterIndex(edition, report);
  const content = `${JSON.stringify(index)}\n`;
  const path = `assets/filter-${edition.definition.id}-${hash(content).slice(0, 10)}.json`;
  const { base } = report.site;
  const view = {
    indexHref: `${base}${path}`,
    summary: summarize(nothing, applyQuery(nothing, index), index),
    groups: viewGroups(edition, report, index),
    sorts: viewSorts(edition, report, index),
    shortlists: viewShortlists(report, index),
    shortlistsHref: `${base}shortlists/`,
  };
  return { view, output: { path, content } };
}

/** A shortlist's rule as the pairs of a filter's address; null where a feature of it is no facet. */
export function shortlistQuery({ conditions }: Shortlist, { catalog }: Report): string | null {
  const facets = catalog.features.filter(({ facet }) => facet !== null).map(({ id }) => id);
  if (!conditions.every(({ feature }) => facets.includes(feature))) return null;
  return new URLSearchParams(conditions.map(({ feature, atLeast }) => [feature, atLeast])).toString();
}

/** The shortlists that an edition can be filtered by. */
function viewShortlists(report: Report, { facets }: FilterIndex): readonly object[] {
  const all = [...new Map(report.shortlists.map(({ shortlist }) => [shortlist.id, shortlist])).values()];
  return all.flatMap((shortlist) => {
    const query = shortlistQuery(shortlist, report);
    const asked = shortlist.conditions.every(({ feature }) => facets.some(({ id }) => id === feature));
    if (query === null || !asked) return [];
    return [{ label: shortlist.label, query, href: `${report.site.base}shortlists/#${shortlist.id}` }];
  });
}

/** First what every framework has, then the groups of the catalog, then what was measured. */
function viewGroups(edition: Edition, report: Report, index: FilterIndex): readonly object[] {
  const { chosen, without } = applyQuery(nothing, index);
  const group = (label: string, ids: readonly string[]): GroupView => {
    const facets = index.facets.filter(({ id, options }) => ids.includes(id) && options.length > 1);
    const views = facets.map((facet) => ({
      level: facet.kind === 'level',
      ...viewFacet(facet, labelOf(facet.id, report), chosen.get(facet.id) ?? [], without.get(facet.id) ?? []),
    }));
    return {
      label,
      levels: views.filter(({ level }) => level),
      choices: views.filter(({ level }) => !level),
      ranges: [],
    };
  };
  const ofGroup = (id: string): readonly string[] =>
    edition.features.filter((feature) => feature.group === id).map((feature) => feature.id);
  const groups = [
    group('Kind', Object.keys(generalLabels)),
    ...report.catalog.groups.map(({ id, label }) => group(label, ofGroup(id))),
    { label: 'Measured', levels: [], choices: [], ranges: viewRanges(edition, report, index) },
  ];
  return groups.filter(({ levels, choices, ranges }) => levels.length + choices.length + ranges.length > 0);
}

interface GroupView {
  readonly label: string;
  readonly levels: readonly object[];
  readonly choices: readonly object[];
  readonly ranges: readonly object[];
}

const generalLabels: Readonly<Record<string, string>> = {
  category: 'Part of the matrix',
  language: 'Language',
  edition: 'In the edition',
};

function labelOf(id: string, { catalog }: Report): string {
  return generalLabels[id] ?? catalog.features.find((feature) => feature.id === id)?.label ?? id;
}

function viewFacet(
  { id, kind, options }: Facet,
  label: string,
  chosen: readonly number[],
  without: readonly number[],
): object {
  const view = (counts: readonly number[]): readonly object[] =>
    options.map((option, at) => ({ id: option.id, label: option.label, count: String(counts[at] ?? 0) }));
  return { id, label, options: view(chosen), without: kind === 'list' ? view(without) : [] };
}

function viewRanges(edition: Edition, report: Report, { ranges, ids }: FilterIndex): readonly object[] {
  return measuredFilters(edition, report).map((one: MeasuredFilter) => {
    const { id, filter, lead, benchmark } = one;
    const measured = ranges.find((range) => range.id === id)?.rows.filter((value) => value !== null).length ?? 0;
    return {
      id,
      label: `${filter.label}, at ${filter.bound}`,
      unit: filter.unit,
      known: `${measured} of ${formatCount(ids.length, 'framework')}`,
      run: `${lead.run.title}, ${formatDate(lead.run.date)}`,
      href: `${report.site.base}benchmarks/${benchmark.benchmark.id}/${lead.run.id}/`,
    };
  });
}

function viewSorts(edition: Edition, report: Report, index: FilterIndex): readonly object[] {
  const named = [
    { id: 'name', label: 'Name' },
    ...measuredFilters(edition, report).map(({ id, filter }) => ({ id, label: filter.label })),
    ...edition.features.map(({ id, label }) => ({ id, label })),
  ];
  return named.filter(({ id }) => isSort(id, index));
}
