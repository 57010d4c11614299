import * as v from 'valibot';
import type { FacetDefinition, Feature, FeatureKind } from '../domain/feature.ts';
import { issue } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { id, line, mapping } from './shape.ts';

/** The shape of `facet`: `true`, or an adjective and the options to filter by. */
export const facetSchema = v.union([
  v.literal(true),
  mapping({
    words: v.optional(line(40)),
    options: v.optional(v.array(mapping({ id: id(), label: line(40), matches: v.array(line()) }))),
  }),
]);

/** How readers filter by a feature; null if they cannot. */
export function readFacet(input: v.InferOutput<typeof facetSchema> | undefined, label: string): FacetDefinition | null {
  if (input === undefined) return null;
  return input === true
    ? { phrase: label, options: [] }
    : { phrase: input.words ?? label, options: input.options ?? [] };
}

/** Keys in the URL of a filtered matrix that are not features. */
const reservedKeys = ['q', 'sort', 'category', 'language', 'edition'];

/** Checks that a facet has options to filter by, and an id that is not a reserved key of the URL. */
export function checkFacet(feature: Feature, source: Source, path: Path): readonly Issue[] {
  const { facet, kind, choices } = feature;
  if (facet === null) return [];
  const place = source.placeOf([...path, 'facet']);
  const given = facet.options.length > 0;
  const reserved = reservedKeys.includes(feature.id)
    ? [issue('value-form', place, `The id \`${feature.id}\` is reserved in the URL of the matrix; choose another id`)]
    : [];
  const own = kind === 'support' || kind === 'number' || choices.length > 0;
  const message = own
    ? `Readers filter this feature by its ${ownOptions(kind)}; remove \`options\``
    : `A facet of the kind \`${kind}\` needs \`options\` to filter by; add them`;
  return [...reserved, ...(given === own ? [issue('value-form', place, message)] : [])];
}

/** What readers filter a feature by without further options. */
function ownOptions(kind: FeatureKind): string {
  return kind === 'support' ? 'support' : kind === 'number' ? 'bounds' : 'choices';
}
