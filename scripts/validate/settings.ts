import { issue, unexpected } from '../issues.ts';
import type { Issue, Path, Registry, Source } from '../model.ts';
import { duplicateIds } from './catalogue.ts';

/** What `data/site.yaml` refers to: the frameworks, features and sources of its editions. */
export function checkEditions(source: Source, registry: Registry): readonly Issue[] {
  const { editions, categories } = registry.site;
  const known = namesOf(registry);
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
    ...editions.flatMap((edition, index) => [
      ...unknownIds(source, ['editions', index, 'frameworks'], 'framework', edition.frameworks ?? [], known.frameworks),
      ...unknownIds(source, ['editions', index, 'features'], 'feature', edition.features ?? [], known.features),
      ...(edition.source === null
        ? []
        : unknownId(source, ['editions', index, 'source'], 'source', edition.source, known.sources)),
    ]),
  ];
}

/** What `data/shortlists.yaml` refers to. */
export function checkShortlists(source: Source, registry: Registry): readonly Issue[] {
  const known = namesOf(registry);
  const supports = registry.catalogue.features.filter(({ kind }) => kind === 'support').map(({ id }) => id);
  return [
    ...duplicateIds(
      source,
      [],
      registry.shortlists.map(({ id }) => id),
    ),
    ...registry.shortlists.flatMap((shortlist, index) => [
      ...shortlist.conditions.flatMap(({ feature }, at) =>
        unknownId(source, [index, 'all', at, 'feature'], 'feature', feature, supports),
      ),
      ...(shortlist.listed === null
        ? []
        : [
            ...unknownIds(
              source,
              [index, 'listed', 'frameworks'],
              'framework',
              shortlist.listed.frameworks,
              known.frameworks,
            ),
            ...unknownId(source, [index, 'listed', 'source'], 'source', shortlist.listed.source, known.sources),
            ...unknownId(source, [index, 'listed', 'edition'], 'edition', shortlist.listed.edition, known.editions),
          ]),
    ]),
  ];
}

interface Names {
  readonly frameworks: readonly string[];
  readonly features: readonly string[];
  readonly sources: readonly string[];
  readonly editions: readonly string[];
}

function namesOf(registry: Registry): Names {
  return {
    frameworks: registry.frameworks.map(({ id }) => id),
    features: registry.catalogue.features.map(({ id }) => id),
    sources: [...registry.sources.keys()],
    editions: registry.site.editions.map(({ id }) => id),
  };
}

function unknownIds(
  source: Source,
  path: Path,
  what: string,
  found: readonly string[],
  known: readonly string[],
): readonly Issue[] {
  return found.flatMap((id, index) => unknownId(source, [...path, index], what, id, known));
}

function unknownId(
  source: Source,
  path: Path,
  what: string,
  found: string,
  known: readonly string[],
): readonly Issue[] {
  return known.includes(found) ? [] : [issue('id-unknown', source.placeOf(path), unexpected(what, found, known))];
}
