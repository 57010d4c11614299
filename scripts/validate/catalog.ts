import * as v from 'valibot';
import type { FromGit } from '../domain/facts.ts';
import type { Catalog } from '../domain/feature.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { checkFacet, facetSchema, readFacet } from './facet.ts';
import { type Checked, checkShape, id, line, mapping, oneOf, prose } from './shape.ts';

const named = mapping({ id: id(), label: line() });

const fromGit = v.union([
  mapping({
    fact: oneOf([
      'license-files',
      'last-activity',
      'first-tag',
      'newest-tag',
      'test-files',
      'documentation-files',
      'example-files',
      'ci-files',
      'main-language',
      'manifest-versions',
    ]),
    absence: v.optional(oneOf(['inconclusive', 'contradicts'])),
    fill: v.optional(v.boolean()),
    in: v.optional(v.array(line())),
  }),
  mapping({ grep: v.union([line(), v.array(line())]), in: oneOf(['source', 'all']) }),
]);

const feature = mapping({
  id: id(),
  label: line(),
  short: line(20),
  question: line(200),
  help: v.optional(prose()),
  group: id(),
  kind: oneOf(['support', 'license', 'choice', 'list', 'text', 'link', 'date', 'number']),
  unit: v.optional(line(20)),
  better: v.optional(oneOf(['higher', 'lower'])),
  choices: v.optional(v.array(named)),
  review: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d?y$/, ({ received }) => `Found ${received}, expected an age in years such as \`5y\``),
    ),
  ),
  fromGit: v.optional(fromGit),
  head: v.optional(v.boolean()),
  folded: v.optional(v.boolean()),
  facet: v.optional(facetSchema),
});

/** The shape of `data/features.yaml`. */
export const catalogSchema = mapping({ groups: v.array(named), features: v.array(feature) });

/** The feature catalog, in display order. */
export function readCatalog(source: Source): Checked<Catalog> {
  const { value, issues } = checkShape(catalogSchema, source);
  if (value === null) return { value, issues };
  const catalog: Catalog = {
    groups: value.groups,
    features: value.features.map((input) => ({
      ...input,
      help: input.help?.trim() ?? null,
      choices: input.choices ?? [],
      unit: input.unit ?? '',
      better: input.better ?? null,
      reviewYears: input.review === undefined ? null : Number.parseInt(input.review, 10),
      fromGit: input.fromGit === undefined ? null : toFromGit(input.fromGit),
      head: input.head ?? false,
      folded: input.folded ?? false,
      facet: readFacet(input.facet, input.label),
    })),
  };
  const groupIds = catalog.groups.map((group) => group.id);
  const unknownGroups = catalog.features.flatMap((one, index): Issue[] =>
    groupIds.includes(one.group)
      ? []
      : [issue('id-unknown', source.placeOf(['features', index, 'group']), unexpected('group', one.group, groupIds))],
  );
  const duplicates = [
    ...duplicateIds(source, ['groups'], groupIds),
    ...catalog.features.flatMap(({ choices, facet }, index) => [
      ...duplicateIds(
        source,
        ['features', index, 'choices'],
        choices.map(({ id: one }) => one),
      ),
      ...duplicateIds(
        source,
        ['features', index, 'facet', 'options'],
        (facet?.options ?? []).map(({ id: one }) => one),
      ),
    ]),
    ...duplicateIds(
      source,
      ['features'],
      catalog.features.map((one) => one.id),
    ),
  ];
  const units = value.features.flatMap(({ kind, unit, better }, index): readonly Issue[] => {
    if (kind === 'number' || (unit === undefined && better === undefined)) return [];
    const key = unit === undefined ? 'better' : 'unit';
    const message = `Only a feature of the kind number has a \`${key}\`, and this is of the kind ${kind}; remove it`;
    return [issue('value-form', source.placeOf(['features', index, key]), message)];
  });
  const facets = catalog.features.flatMap((one, index) => checkFacet(one, source, ['features', index]));
  return { value: catalog, issues: [...unknownGroups, ...duplicates, ...units, ...facets] };
}

function toFromGit(input: v.InferOutput<typeof fromGit>): FromGit {
  if ('fact' in input)
    return {
      kind: 'fact',
      fact: input.fact,
      absence: input.absence ?? 'inconclusive',
      fill: input.fill ?? false,
      manifests: input.in ?? [],
    };
  return { kind: 'grep', patterns: [input.grep].flat(), in: input.in };
}

/** An issue for every repeated id in the list at `path`. */
export function duplicateIds(source: Source, path: Path, ids: readonly string[]): readonly Issue[] {
  return ids.flatMap((one, index) =>
    ids.indexOf(one) === index
      ? []
      : [
          issue(
            'id-duplicate',
            source.placeOf([...path, index, 'id']),
            `The id \`${one}\` occurs twice; rename or remove one`,
          ),
        ],
  );
}
