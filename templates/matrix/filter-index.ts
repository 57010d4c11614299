import type { BenchmarkFilter } from '../../scripts/domain/benchmark.ts';
import type { Claim } from '../../scripts/domain/claim.ts';
import { compareDates } from '../../scripts/domain/dates.ts';
import type { FacetOption, Feature } from '../../scripts/domain/feature.ts';
import { licenseWays } from '../../scripts/domain/licenses.ts';
import type {
  BenchmarkReport,
  Edition,
  MatrixCell,
  Report,
  RunReport,
  SweepReport,
} from '../../scripts/domain/report.ts';
import { ofChart } from '../../scripts/figures/settings.ts';
import { lowerFirst } from '../../scripts/render/format.ts';
import type { Facet, FilterIndex, Range } from './filter/model.ts';
import { indexTerms } from './filter/search.ts';

/** A benchmark's bound with the run that it is held against. */
interface MeasuredFilter {
  readonly benchmark: BenchmarkReport;
  readonly filter: BenchmarkFilter;
  readonly lead: RunReport;
  /** The key of its range: `<benchmark>.<filter>`. */
  readonly id: string;
}

/** What the browser needs to filter an edition. */
export function makeFilterIndex(edition: Edition, report: Report): FilterIndex {
  return {
    ids: edition.rows.map(({ framework }) => framework.id),
    names: edition.rows.map(({ framework }) => framework.name),
    facets: [
      ...generalFacets(edition, report),
      ...edition.features.flatMap((feature) => featureFacet(feature, edition)),
    ],
    ranges: [
      ...edition.features.flatMap((feature) => numberRanges(feature, edition)),
      ...measuredFilters(edition, report).map((one) => toRange(one, edition)),
    ],
    text: indexTerms(edition.rows.map(({ framework, cells }) => textOf(framework, cells))),
  };
}

/** The bounds that an edition's readers can set: those of leading runs that are undisturbed and not later than it. */
export function measuredFilters({ definition }: Edition, { benchmarks }: Report): readonly MeasuredFilter[] {
  return benchmarks.flatMap((benchmark) => {
    const lead = benchmark.runs[0];
    const { on } = definition;
    if (lead === undefined || lead.run.condition === 'busy') return [];
    if (on !== null && compareDates(lead.run.date, { kind: 'on', text: on }) > 0) return [];
    return benchmark.benchmark.filters
      .filter(({ at }) => at === null || !lead.run.withheld.includes(at.measure))
      .map((filter) => ({ benchmark, filter, lead, id: `${benchmark.benchmark.id}.${filter.id}` }));
  });
}

/** What every framework has whatever is asked of it: its category, its language, the editions that name it. */
function generalFacets({ rows }: Edition, { site, frameworks }: Report): readonly Facet[] {
  const languages = [...new Set(frameworks.map(({ language }) => language))].sort();
  const named = site.editions.filter((one) => one.frameworks !== null);
  return [
    {
      ...{ id: 'category', phrase: 'category', kind: 'choice', options: site.categories },
      rows: rows.map(({ framework }) => [site.categories.findIndex(({ id }) => id === framework.category)]),
    },
    {
      ...{ id: 'language', phrase: 'language', kind: 'choice' },
      options: languages.map((language) => ({ id: language, label: language })),
      rows: rows.map(({ framework }) => [languages.indexOf(framework.language)]),
    },
    {
      ...{ id: 'edition', phrase: 'edition', kind: 'list', options: named.map(({ id, label }) => ({ id, label })) },
      rows: rows.map(({ framework }) =>
        named.flatMap((one, at) => (one.frameworks?.includes(framework.id) ? [at] : [])),
      ),
    },
  ];
}

/** `partial` is asked for as "at least": a full support is a partial one too. */
const levels = [
  { id: 'partial', label: 'at least partly' },
  { id: 'full', label: 'yes' },
  { id: 'none', label: 'no' },
];

function featureFacet(feature: Feature, { features, rows }: Edition): readonly Facet[] {
  const { id, facet, kind, choices } = feature;
  if (facet === null || kind === 'number') return [];
  const at = features.indexOf(feature);
  const options = kind === 'support' ? levels : facet.options.length > 0 ? facet.options : choices;
  return [
    {
      ...{ id, phrase: facet.phrase, kind: kind === 'support' ? 'level' : kind === 'list' ? 'list' : 'choice' },
      options: options.map((option) => ({ id: option.id, label: option.label })),
      rows: rows.map(({ cells }) => answerOf(feature, cells[at]?.claim ?? null)),
    },
  ];
}

/** The places of the options that a claim is, null where nobody knows. */
function answerOf({ kind, facet, choices }: Feature, claim: Claim | null): readonly number[] | null {
  if (claim === null || claim.value === 'unknown') return null;
  const values = [claim.value].flat().map(String);
  if (kind === 'support')
    return values[0] === 'full' ? [0, 1] : values[0] === 'partial' ? [0] : values[0] === 'none' ? [2] : [];
  const options = facet?.options ?? [];
  if (options.length === 0) return choices.flatMap(({ id }, at) => (values.includes(id) ? [at] : []));
  if (kind === 'license') return familiesOf(values.join(' '), options);
  return options.flatMap(({ matches }, at) => (values.some((value) => matchesOption(matches, value)) ? [at] : []));
}

/**
 * The families of a license expression. Where several licenses apply together, the family that stands last in the
 * catalog counts, so that they stand from the mildest to the strictest; where one of them is in no family, none does.
 */
function familiesOf(expression: string, options: readonly FacetOption[]): readonly number[] {
  const families = licenseWays(expression).flatMap((licenses) => {
    const places = licenses.map((license) =>
      options.findIndex(({ matches }) => matches.includes(license) || matches.includes(baseOf(license))),
    );
    return places.includes(-1) ? [] : [Math.max(...places)];
  });
  return [...new Set(families)].sort((a, b) => a - b);
}

function baseOf(license: string): string {
  return license.replace(/-(?:only|or-later)$|\+$/, '');
}

/** Does any of these words stand in the text, as a word of its own? */
function matchesOption(matches: readonly string[], text: string): boolean {
  return matches.some((word) => {
    const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}_/])${escaped}(?![\\p{L}\\p{N}_])`, 'iu').test(text);
  });
}

/** The bounds that readers can set on a feature of numbers: a least and a most. */
function numberRanges(feature: Feature, { features, rows }: Edition): readonly Range[] {
  const { id, facet, kind, unit } = feature;
  if (facet === null || kind !== 'number') return [];
  const at = features.indexOf(feature);
  const values = rows.map(({ cells }) => {
    const value = cells[at]?.claim?.value;
    return typeof value === 'number' ? value : null;
  });
  const { phrase } = facet;
  return bounds.map((bound) => ({ id: rangeId(id, bound), phrase, unit, bound, stated: true, rows: values, open: [] }));
}

const bounds = ['least', 'most'] as const;

/** The key of a bound on a feature of numbers: `stars.least`. */
export function rangeId(feature: string, bound: Range['bound']): string {
  return `${feature}.${bound}`;
}

/** The best result of each framework, in the order of the edition's rows; null where it was not measured. */
export function resultsOf({ filter, lead }: MeasuredFilter, { rows }: Edition): readonly (Result | null)[] {
  const { sweeps } = ofChart(lead, { fix: filter.fix, series: [] });
  return rows.map(({ framework }) =>
    bestOf(
      sweeps.filter(({ sweep }) => sweep.framework === framework.id),
      filter,
    ),
  );
}

function toRange(measured: MeasuredFilter, edition: Edition): Range {
  const { id, filter } = measured;
  const results = resultsOf(measured, edition);
  return {
    id,
    phrase: lowerFirst(filter.label),
    unit: filter.unit,
    bound: filter.bound,
    stated: false,
    rows: results.map((result) => result?.value ?? null),
    open: results.flatMap((result, row) => (result?.open ? [row] : [])),
  };
}

/** A value in the unit of its filter. */
export interface Result {
  readonly value: number;
  readonly open: boolean;
}

/** The best of a framework's programs, disturbed ones left out; null where none has a result. */
function bestOf(sweeps: readonly SweepReport[], filter: BenchmarkFilter): Result | null {
  const results = sweeps.flatMap((sweep) => resultOf(sweep, filter) ?? []);
  const better = (a: Result, b: Result): boolean => (filter.bound === 'least' ? a.value > b.value : a.value < b.value);
  const best = results.reduce<Result | null>((one, other) => (one === null || better(other, one) ? other : one), null);
  // A lower bound of another program may hide a better value.
  return best === null ? null : { value: best.value, open: results.some(({ open }) => open) };
}

function resultOf({ levels: steps, saturation }: SweepReport, { at, per }: BenchmarkFilter): Result | null {
  if (at === null) {
    if (saturation === null || saturation.disturbed) return null;
    return { value: (saturation.value ?? 0) / per, open: saturation.censored };
  }
  const level = steps.find(({ axis, disturbed }) => axis === at.axis && !disturbed);
  const median = level?.spreads.get(at.measure)?.median;
  return median === undefined ? null : { value: median / per, open: false };
}

/** What a search looks into: what the framework is called and said to be, and what is noted to its claims. */
function textOf(
  { id, name, summary, language }: Edition['rows'][number]['framework'],
  cells: readonly MatrixCell[],
): string {
  const claims = cells.flatMap(({ claim }) => [claim?.note ?? '', claim?.said ?? '']);
  return [id, name, summary ?? '', language, ...claims].join(' ');
}
