import * as v from 'valibot';
import type { Benchmark } from '../domain/benchmark.ts';
import { changesId, chartId, type FigurePart, matrixId, type Redirect } from '../domain/figure.ts';
import { isId } from '../domain/ids.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import type { SiteSettings } from '../domain/site.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { facetsOf } from './charts.ts';
import { isTaken } from './page.ts';
import { type Checked, checkShape, id, line, mapping } from './shape.ts';

/** The shape of `data/figures.yaml`. */
export const partsSchema = v.array(
  mapping({
    id: id(),
    title: line(),
    question: v.optional(line(200)),
    figure: id(),
    frameworks: v.optional(v.array(id())),
    features: v.optional(v.array(id())),
  }),
);

export function readParts(source: Source): Checked<readonly FigurePart[]> {
  const { value, issues } = checkShape(partsSchema, source);
  if (value === null) return { value, issues };
  const parts = value.map((input) => ({
    id: input.id,
    title: input.title,
    question: input.question ?? null,
    figure: input.figure,
    frameworks: input.frameworks ?? null,
    features: input.features ?? null,
  }));
  return { value: parts, issues };
}

// A page's name may hold folders.
const page = v.pipe(
  v.string(),
  v.check((name) => name.split('/').every(isId), 'This is not the name of a page, expected ids joined by slashes'),
);

/** The shape of `data/redirects.yaml`: for each kind, a mapping of old ids to new ones. */
export const redirectsSchema = mapping({
  figures: v.optional(v.record(id(), id())),
  frameworks: v.optional(v.record(id(), id())),
  benchmarks: v.optional(v.record(id(), id())),
  pages: v.optional(v.record(page, page)),
});

export function readRedirects(source: Source): Checked<readonly Redirect[]> {
  const { value, issues } = checkShape(redirectsSchema, source);
  if (value === null) return { value, issues };
  const kinds = ['figures', 'frameworks', 'benchmarks', 'pages'] as const;
  const redirects = kinds.flatMap((kind) =>
    Object.entries(value[kind] ?? {}).map(([from, to]) => ({ kind, from, to })),
  );
  return { value: redirects, issues };
}

/** The ids of all figures that are not parts: charts, matrices, and the changes since each dated edition. */
export function wholeFigures(benchmarks: readonly Benchmark[], site: SiteSettings | null): readonly string[] {
  return [
    ...benchmarks.flatMap(({ id: benchmark, charts }) => charts.map((chart) => chartId(benchmark, chart.id))),
    ...(site?.editions.map((edition) => matrixId(edition.id)) ?? []),
    ...(site?.editions.flatMap(({ id: edition, on }) => (on === null ? [] : [changesId(edition)])) ?? []),
  ];
}

/** Finds charts whose id, prefixed with that of their benchmark, is already the id of another figure. */
export function checkFigureIds(
  measured: readonly {
    readonly benchmark: Benchmark;
    readonly source: Source;
    readonly runs: readonly { readonly run: Run }[];
  }[],
  site: SiteSettings,
): readonly Issue[] {
  const seen = new Set(site.editions.map((edition) => matrixId(edition.id)));
  return measured.flatMap(({ benchmark, source, runs }) => {
    const all = runs.map(({ run }) => run);
    const charts = benchmark.charts.flatMap((chart, index) =>
      facetsOf(chart, benchmark, all).map(({ id: facet }) => ({ facet, index })),
    );
    return charts.flatMap(({ facet, index }) => {
      const own = chartId(benchmark.id, facet);
      if (!seen.has(own)) {
        seen.add(own);
        return [];
      }
      const message = `Another figure is called \`${own}\` already; choose another id for this chart`;
      return [issue('id-duplicate', source.placeOf(['charts', index, 'id']), message)];
    });
  });
}

/** The names that figures, redirects and directives may refer to. */
export interface KnownNames {
  readonly figures: readonly string[];
  readonly frameworks: readonly string[];
  readonly features: readonly string[];
  readonly benchmarks: readonly string[];
  readonly pages: readonly string[];
}

/** Checks the references in `data/figures.yaml`; no part may have the id of a whole figure. */
export function checkParts(
  source: Source,
  parts: readonly FigurePart[],
  whole: readonly string[],
  known: Pick<KnownNames, 'frameworks' | 'features'>,
): readonly Issue[] {
  return parts.flatMap(({ id: own, figure, frameworks, features }, index) => [
    // `index` is the list of all figures.
    ...(whole.includes(own) || own === 'index' || parts.findIndex((part) => part.id === own) < index
      ? [
          issue(
            'id-duplicate',
            source.placeOf([index, 'id']),
            `Another figure is called \`${own}\` already; choose another id`,
          ),
        ]
      : []),
    ...unknown(source, [index, 'figure'], 'figure', figure, whole),
    ...(frameworks ?? []).flatMap((one, at) =>
      unknown(source, [index, 'frameworks', at], 'framework', one, known.frameworks),
    ),
    ...(features ?? []).flatMap((one, at) => unknown(source, [index, 'features', at], 'feature', one, known.features)),
  ]);
}

/** Checks `data/redirects.yaml`: an old id must be free, a new one must exist. */
export function checkRedirects(source: Source, redirects: readonly Redirect[], known: KnownNames): readonly Issue[] {
  return redirects.flatMap(({ kind, from, to }) => [
    ...(known[kind].includes(from) || (kind === 'pages' && isTaken(from))
      ? [
          issue(
            'id-duplicate',
            source.placeOf([kind, from], 'key'),
            `The id \`${from}\` is still in use, expected one that no longer exists; remove this redirect`,
          ),
        ]
      : []),
    ...unknown(source, [kind, from], kind.slice(0, -1), to, known[kind]),
  ]);
}

function unknown(source: Source, path: Path, what: string, found: string, known: readonly string[]): readonly Issue[] {
  return known.includes(found) ? [] : [issue('id-unknown', source.placeOf(path), unexpected(what, found, known))];
}
