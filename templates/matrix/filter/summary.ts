import type { Outcome } from './engine.ts';
import type { Facet, FilterIndex, Query, Range } from './model.ts';

/** A condition in words, and the key under which it can be taken back. */
interface ConditionText {
  readonly key: string;
  readonly phrase: string;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 9 });

/** Every condition of a query in words, in the order of the panel: `documented`, `style: callback or greenlet`. */
export function formatConditions(query: Query, { facets, ranges }: FilterIndex): readonly ConditionText[] {
  const onFacets = facets.flatMap((facet) => {
    const { id, phrase } = facet;
    const chosen = labelsOf(facet, query.chosen.get(id));
    const without = labelsOf(facet, query.without.get(id));
    return [
      ...(chosen === '' ? [] : [{ key: id, phrase: formatChosen(facet, query.chosen.get(id) ?? [], chosen) }]),
      ...(without === '' ? [] : [{ key: `${id}.not`, phrase: `${phrase} without ${without}` }]),
    ];
  });
  const onRanges = ranges.flatMap((range) => {
    const bound = query.bounds.get(range.id);
    return bound === undefined ? [] : [{ key: range.id, phrase: formatBound(range, bound) }];
  });
  return [...onFacets, ...onRanges, ...(query.text === '' ? [] : [{ key: 'q', phrase: `“${query.text}”` }])];
}

/** One line on what is left: `11 of 61: documented, epoll, active.`, with who is left out for want of a result. */
export function summarize(query: Query, outcome: Outcome, index: FilterIndex): string {
  const total = index.ids.length;
  const conditions = formatConditions(query, index).map(({ phrase }) => phrase);
  const head =
    conditions.length === 0
      ? `All ${number.format(total)}, not filtered.`
      : `${number.format(outcome.count)} of ${number.format(total)}: ${conditions.join(', ')}.`;
  const rest = [
    formatTaken(outcome),
    formatUnmeasured(query, outcome, index),
    formatSort(query, index),
    formatUnknownParams(query),
  ];
  return [head, ...rest.flat()].join(' ');
}

/** A level says how much: `documented`, `documented at least partly`, `documented: no`. */
function formatChosen({ kind, phrase }: Facet, options: readonly string[], labels: string): string {
  if (kind !== 'level') return `${phrase}: ${labels}`;
  return options.length === 1 && options[0] === 'full' ? phrase : `${phrase}: ${labels}`;
}

function labelsOf({ options }: Facet, ids: readonly string[] | undefined): string {
  const labels = options.filter(({ id }) => ids?.includes(id)).map(({ label }) => label);
  return labels.join(' or ');
}

function formatBound({ phrase, bound, unit }: Range, limit: number): string {
  const gap = unit === '' || unit.startsWith('/') ? '' : ' ';
  return `${phrase} ${bound === 'least' ? '≥' : '≤'} ${number.format(limit)}${gap}${unit}`;
}

function formatTaken({ taken }: Outcome): readonly string[] {
  return taken.map(({ asked, terms }) =>
    terms.length === 0
      ? `Nothing contains “${asked}”.`
      : `Nothing contains “${asked}”; showing ${terms.map((word) => `“${word}”`).join(' or ')}.`,
  );
}

function formatUnmeasured({ bounds }: Query, { unmeasured }: Outcome, { ranges }: FilterIndex): readonly string[] {
  const told = ranges
    .filter(({ id }) => bounds.has(id))
    .flatMap(({ id, phrase }) => {
      const { missing = 0, open = 0 } = unmeasured.get(id) ?? {};
      return [
        ...(missing === 0 ? [] : [`${number.format(missing)} left out without a result for ${phrase}.`]),
        ...(open === 0 ? [] : [`${number.format(open)} left out that may reach it: only a lower bound is known.`]),
      ];
    });
  // A feature of numbers may have two bounds, and leaves out the same.
  return [...new Set(told)];
}

/** An order by a measure is one of medians: it must not read as a ranking of what cannot be told apart. */
function formatSort({ sort }: Query, { facets, ranges }: FilterIndex): readonly string[] {
  if (sort === null) return [];
  const range = ranges.find(({ id }) => id === sort);
  const phrase = range?.phrase ?? facets.find(({ id }) => id === sort)?.phrase ?? sort;
  if (range === undefined) return [`Sorted by ${phrase}.`];
  if (range.stated) return [`Sorted by ${phrase}. Those without a number come last.`];
  return [
    `Sorted by ${phrase} (median); the page of the run shows which can be told apart. Those without a result come last.`,
  ];
}

function formatUnknownParams({ unknownParams }: Query): readonly string[] {
  if (unknownParams.length === 0) return [];
  const pairs = unknownParams.map(([key, value]) => `${key}=${value}`).join(', ');
  return [`Unknown conditions, not applied: ${pairs}.`];
}
