import * as v from 'valibot';
import type { FacetDefinition, Feature } from '../domain/feature.ts';
import { issue } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { id, line, mapping } from './shape.ts';

/** The shape of `facet`: `true`, or how it is spoken of and what can be asked for. */
export const facetSchema = v.union([
  v.literal(true),
  mapping({
    words: v.optional(line(40)),
    options: v.optional(v.array(mapping({ id: id(), label: line(40), matches: v.array(line()) }))),
  }),
]);

/** How readers filter by a feature; null where they do not. */
export function readFacet(input: v.InferOutput<typeof facetSchema> | undefined, label: string): FacetDefinition | null {
  if (input === undefined) return null;
  return input === true
    ? { phrase: label, options: [] }
    : { phrase: input.words ?? label, options: input.options ?? [] };
}

/** Words of the address of a filtered matrix that are no features. */
const reservedKeys = ['q', 'sort', 'category', 'language', 'edition'];

/** A facet needs answers to ask for, and an id that is no other word of a filter's address. */
export function checkFacet(feature: Feature, source: Source, path: Path): readonly Issue[] {
  const { facet, kind, choices } = feature;
  if (facet === null) return [];
  const place = source.placeOf([...path, 'facet']);
  const given = facet.options.length > 0;
  const reserved = reservedKeys.includes(feature.id)
    ? [issue('value-form', place, `Found the id \`${feature.id}\`, which a filter's address keeps for something else`)]
    : [];
  const own = kind === 'support' || choices.length > 0;
  const message = own
    ? `Found options, and ${kind === 'support' ? 'supports' : 'the choices'} are asked for already`
    : `Found no options for a feature of the kind \`${kind}\`, expected some to ask for`;
  return [...reserved, ...(given === own ? [issue('value-form', place, message)] : [])];
}
