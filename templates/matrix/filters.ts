import type { Edition, Report } from '../../scripts/domain/report.ts';
import type { Shortlist } from '../../scripts/domain/site.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { formatCount, formatDate } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { applyQuery } from './filter/engine.ts';
import type { Facet, FilterIndex } from './filter/model.ts';
import { isSort, nothing } from './filter/query.ts';
import { summarize } from './filter/summary.ts';
import { makeFilterIndex, measuredFilters, rangeId } from './filter-index.ts';

/** The panel of filters above an edition's matrix. */
export interface FiltersView {
  readonly indexHref: string;
  readonly summary: string;
  readonly groups: readonly GroupView[];
  readonly sorts: readonly { readonly id: string; readonly label: string }[];
  readonly shortlists: readonly { readonly label: string; readonly query: string; readonly href: string }[];
  readonly shortlistsHref: string;
}

interface GroupView {
  readonly label: string;
  readonly levels: readonly LevelView[];
  readonly choices: readonly ChoiceView[];
  readonly ranges: readonly RangeView[];
}

/** A facet of which one level is chosen. */
interface LevelView {
  readonly id: string;
  readonly label: string;
  readonly options: readonly OptionView[];
}

/** A facet of which several answers may be chosen, and where answers are lists, one excluded. */
interface ChoiceView extends LevelView {
  readonly without: readonly OptionView[];
}

interface OptionView {
  readonly id: string;
  readonly label: string;
  readonly count: string;
}

interface RangeView {
  readonly id: string;
  readonly label: string;
  /** The lowest number that can be asked for; empty if there is none. */
  readonly min: string;
  readonly unit: string;
  readonly known: string;
  /** The run that measured it; empty for the answers of a feature. */
  readonly run: string;
  readonly href: string;
}

/** The index that the filters' script loads on first use. */
export interface FilterFile {
  readonly index: FilterIndex;
  readonly output: Output;
}

/** What the browser needs to filter an edition, as a file. */
export function filterFile(edition: Edition, { report, hash }: Pick<Site, 'report' | 'hash'>): FilterFile {
  const index = makeFilterIndex(edition, report);
  const content = `${JSON.stringify(index)}\n`;
  return {
    index,
    output: { path: `assets/filter-${edition.definition.id}-${hash(content).slice(0, 10)}.json`, content },
  };
}

/** An edition's filters: every answer with the count of frameworks that gave it. */
export function viewFilters(edition: Edition, { index, output }: FilterFile, site: Site): FiltersView {
  return {
    indexHref: site.urls.file(output.path),
    summary: summarize(nothing, applyQuery(nothing, index), index),
    groups: viewGroups(edition, index, site),
    sorts: viewSorts(edition, index, site),
    shortlists: viewShortlists(index, site),
    shortlistsHref: site.urls.shortlists,
  };
}

/** A shortlist's rule as the pairs of a filter's address; null where a feature of it is no facet. */
export function shortlistQuery({ conditions }: Shortlist, { catalog }: Report): string | null {
  const facets = catalog.features.filter(({ facet }) => facet !== null).map(({ id }) => id);
  if (!conditions.every(({ feature }) => facets.includes(feature))) return null;
  return new URLSearchParams(conditions.map(({ feature, atLeast }) => [feature, atLeast])).toString();
}

/** The shortlists that an edition can be filtered by. */
function viewShortlists({ facets }: FilterIndex, { report, urls }: Site): FiltersView['shortlists'] {
  const all = [...new Map(report.shortlists.map(({ shortlist }) => [shortlist.id, shortlist])).values()];
  return all.flatMap((shortlist) => {
    const query = shortlistQuery(shortlist, report);
    const asked = shortlist.conditions.every(({ feature }) => facets.some(({ id }) => id === feature));
    if (query === null || !asked) return [];
    return [{ label: shortlist.label, query, href: urls.shortlist(shortlist.id) }];
  });
}

type Counts = Pick<ReturnType<typeof applyQuery>, 'chosen' | 'without'>;

/** First what every framework has, then the groups of the catalog, then what was measured. */
function viewGroups(edition: Edition, index: FilterIndex, site: Site): readonly GroupView[] {
  const { catalog } = site.report;
  const counts = applyQuery(nothing, index);
  const group = (label: string, ids: readonly string[]): GroupView => {
    const facets = index.facets.filter(({ id, options }) => ids.includes(id) && options.length > 1);
    return { ...viewGroup(label, facets, counts, site.report), ranges: viewNumbers(ids, index, site.report) };
  };
  const ofGroup = (id: string): readonly string[] =>
    edition.features.filter((feature) => feature.group === id).map((feature) => feature.id);
  const groups = [
    group('Kind', Object.keys(generalLabels)),
    ...catalog.groups.map(({ id, label }) => group(label, ofGroup(id))),
    { label: 'Measured', levels: [], choices: [], ranges: viewRanges(edition, index, site) },
  ];
  return groups.filter(({ levels, choices, ranges }) => levels.length + choices.length + ranges.length > 0);
}

function viewGroup(label: string, facets: readonly Facet[], { chosen, without }: Counts, report: Report): GroupView {
  const view = (facet: Facet): LevelView => ({
    id: facet.id,
    label: labelOf(facet.id, report),
    options: viewOptions(facet, chosen.get(facet.id) ?? []),
  });
  return {
    label,
    levels: facets.filter(({ kind }) => kind === 'level').map(view),
    choices: facets
      .filter(({ kind }) => kind !== 'level')
      .map((facet) => ({
        ...view(facet),
        without: facet.kind === 'list' ? viewOptions(facet, without.get(facet.id) ?? []) : [],
      })),
    ranges: [],
  };
}

const generalLabels: Readonly<Record<string, string>> = {
  category: 'Part of the matrix',
  language: 'Language',
  edition: 'In the edition',
};

function labelOf(id: string, { catalog }: Report): string {
  return generalLabels[id] ?? catalog.features.find((feature) => feature.id === id)?.label ?? id;
}

function viewOptions({ options }: Facet, counts: readonly number[]): readonly OptionView[] {
  return options.map(({ id, label }, at) => ({ id, label, count: String(counts[at] ?? 0) }));
}

function viewRanges(edition: Edition, { ranges, ids }: FilterIndex, { report, urls }: Site): readonly RangeView[] {
  return measuredFilters(edition, report).map(({ id, filter, lead, benchmark }) => {
    const measured = ranges.find((range) => range.id === id)?.rows.filter((value) => value !== null).length ?? 0;
    return {
      id,
      label: `${filter.label}, at ${filter.bound}`,
      min: '0',
      unit: filter.unit,
      known: knownText(measured, ids.length),
      run: `${lead.run.title}, ${formatDate(lead.run.date)}`,
      href: urls.run(benchmark.benchmark.id, lead.run.id),
    };
  });
}

/** The bounds on the features of numbers among some. */
function viewNumbers(ids: readonly string[], index: FilterIndex, report: Report): readonly RangeView[] {
  const stated = index.ranges.filter((range) => range.stated);
  return ids.flatMap((feature) =>
    stated
      .filter(({ id, bound }) => id === rangeId(feature, bound))
      .map(({ id, bound, unit, rows }) => {
        const known = rows.filter((value) => value !== null);
        return {
          ...{ id, label: `${labelOf(feature, report)}, at ${bound}`, unit },
          min: known.some((value) => value < 0) ? '' : '0',
          known: knownText(known.length, rows.length),
          ...{ run: '', href: '' },
        };
      }),
  );
}

function knownText(known: number, all: number): string {
  return `${known} of ${formatCount(all, 'framework')}`;
}

function viewSorts(edition: Edition, index: FilterIndex, { report }: Site): FiltersView['sorts'] {
  const named = [
    { id: 'name', label: 'Name' },
    ...measuredFilters(edition, report).map(({ id, filter }) => ({ id, label: filter.label })),
    ...edition.features.map(({ id, label, kind, better }) => ({
      id: kind === 'number' ? rangeId(id, better === 'lower' ? 'most' : 'least') : id,
      label,
    })),
  ];
  return named.filter(({ id }) => isSort(id, index));
}
