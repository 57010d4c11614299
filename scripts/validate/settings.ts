import { issue, unexpected } from '../domain/issue.ts';
import type { Shortlist, SiteSettings } from '../domain/site.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { duplicateIds } from './catalog.ts';
import type { Known } from './references.ts';

/** Checks the references in `data/site.yaml`: the frameworks, features and sources of its editions. */
export function checkEditions(
  source: Source,
  { editions, categories, benchmarks, badges, comparisons }: SiteSettings,
  known: Known,
): readonly Issue[] {
  const features = known.features?.map(({ id }) => id) ?? null;
  const sources = known.sources === null ? null : [...known.sources.keys()];
  return [
    ...duplicateIds(
      source,
      ['editions'],
      editions.map(({ id }) => id),
    ),
    ...duplicateIds(
      source,
      ['categories'],
      categories.map(({ id }) => id),
    ),
    ...unknownIds(source, ['benchmarks'], 'benchmark', benchmarks, known.benchmarks),
    ...checkBadges(source, badges, known),
    ...comparisons.flatMap(({ frameworks }, index) =>
      unknownIds(source, ['comparisons', index, 'frameworks'], 'framework', frameworks, known.frameworks),
    ),
    ...editions.flatMap((edition, index) => [
      ...unknownIds(source, ['editions', index, 'frameworks'], 'framework', edition.frameworks ?? [], known.frameworks),
      ...unknownIds(source, ['editions', index, 'features'], 'feature', edition.features ?? [], features),
      ...(edition.source === null
        ? []
        : unknownId(source, ['editions', index, 'source'], 'source', edition.source, sources)),
    ]),
  ];
}

function checkBadges(source: Source, badges: SiteSettings['badges'], known: Known): readonly Issue[] {
  return [
    ...duplicateIds(
      source,
      ['badges'],
      badges.map(({ id }) => id),
    ),
    ...badges.flatMap(({ benchmark }, index) =>
      unknownId(source, ['badges', index, 'benchmark'], 'benchmark', benchmark, known.benchmarks),
    ),
  ];
}

/** Checks the references in `data/shortlists.yaml`. */
export function checkShortlists(source: Source, shortlists: readonly Shortlist[], known: Known): readonly Issue[] {
  const supports = known.features?.filter(({ kind }) => kind === 'support').map(({ id }) => id) ?? null;
  const sources = known.sources === null ? null : [...known.sources.keys()];
  return [
    ...duplicateIds(
      source,
      [],
      shortlists.map(({ id }) => id),
    ),
    ...shortlists.flatMap(({ conditions, listed }, index) => [
      ...conditions.flatMap(({ feature }, at) =>
        unknownId(source, [index, 'all', at, 'feature'], 'feature', feature, supports),
      ),
      ...(listed === null
        ? []
        : [
            ...unknownIds(source, [index, 'listed', 'frameworks'], 'framework', listed.frameworks, known.frameworks),
            ...unknownId(source, [index, 'listed', 'source'], 'source', listed.source, sources),
            ...unknownId(source, [index, 'listed', 'edition'], 'edition', listed.edition, known.editions),
          ]),
    ]),
  ];
}

function unknownIds(
  source: Source,
  path: Path,
  what: string,
  found: readonly string[],
  known: readonly string[] | null,
): readonly Issue[] {
  return found.flatMap((id, index) => unknownId(source, [...path, index], what, id, known));
}

function unknownId(
  source: Source,
  path: Path,
  what: string,
  found: string,
  known: readonly string[] | null,
): readonly Issue[] {
  if (known === null || known.includes(found)) return [];
  return [issue('id-unknown', source.placeOf(path), unexpected(what, found, known))];
}
