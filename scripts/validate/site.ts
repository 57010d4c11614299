import * as v from 'valibot';
import type { NamedSource } from '../domain/claim.ts';
import type { Shortlist, SiteSettings } from '../domain/site.ts';
import type { Source } from '../domain/source.ts';
import { type Checked, checkShape, day, id, line, mapping, oneOf, prose, url } from './shape.ts';
import { fixSchema } from './values.ts';

const edition = mapping({
  id: id(),
  label: line(),
  note: v.optional(prose()),
  on: v.optional(day()),
  frameworks: v.optional(v.array(id())),
  features: v.optional(v.array(id())),
  source: v.optional(id()),
});

/** A prepared comparison: more than six columns would be unreadable. */
const comparison = mapping({
  frameworks: v.pipe(
    v.array(id()),
    v.minLength(2, 'Found fewer than two ids, expected two to six'),
    v.maxLength(6, 'Found more than six ids, expected two to six'),
    v.check((ids) => new Set(ids).size === ids.length, 'An id occurs twice; remove one'),
  ),
  note: v.optional(prose()),
});

const host = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,}$/,
    ({ received }) => `Found ${received}, expected a host name such as git.example.org`,
  ),
);
const usualHosts = ['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org', 'git.sr.ht'];

/** The shape of `data/site.yaml`. */
export const siteSchema = mapping({
  title: line(),
  tagline: line(300),
  noun: v.optional(line(40)),
  nounPlural: v.optional(line(40)),
  url: url(),
  base: v.pipe(
    v.string(),
    v.regex(
      /^\/(?:[a-z0-9_-][a-z0-9._-]*\/)*$/i,
      ({ received }) => `Found ${received}, expected \`/\` or a path such as \`/folder/\``,
    ),
  ),
  license: mapping({ label: line(), url: url() }),
  repository: url(),
  branch: line(),
  categories: v.array(mapping({ id: id(), label: line() })),
  editions: v.pipe(v.array(edition), v.minLength(1, 'The list is empty; add an edition')),
  figure: v.optional(id()),
  benchmarks: v.optional(v.array(id())),
  comparisons: v.optional(v.array(comparison)),
  hosts: v.optional(v.array(host)),
  badges: v.optional(v.array(mapping({ id: id(), label: line(), benchmark: id(), fix: v.optional(fixSchema) }))),
  navigation: v.array(
    mapping({
      label: line(),
      path: v.pipe(
        v.string(),
        v.regex(/^[a-z0-9/-]*$/, ({ received }) => `Found ${received}, expected a path in the site such as \`about/\``),
      ),
    }),
  ),
});

export function readSite(source: Source): Checked<SiteSettings> {
  const { value, issues } = checkShape(siteSchema, source);
  if (value === null) return { value, issues };
  const editions = value.editions.map((input) => ({
    id: input.id,
    label: input.label,
    note: input.note?.trim() ?? null,
    on: input.on ?? null,
    frameworks: input.frameworks ?? null,
    features: input.features ?? null,
    source: input.source ?? null,
  }));
  return {
    value: {
      ...value,
      noun: value.noun ?? 'framework',
      nounPlural: value.nounPlural ?? `${value.noun ?? 'framework'}s`,
      url: value.url.replace(/\/$/, ''),
      figure: value.figure ?? null,
      benchmarks: value.benchmarks ?? [],
      comparisons: (value.comparisons ?? []).map((one) => ({ ...one, note: one.note?.trim() ?? null })),
      hosts: value.hosts ?? usualHosts,
      badges: (value.badges ?? []).map((one) => ({ ...one, fix: one.fix ?? {} })),
      editions,
    },
    issues,
  };
}

/** A URL with `{part}` in its path, so that no part can change the scheme or the host. */
const partUrlSchema = v.pipe(
  line(300),
  v.regex(
    /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/[^\s\p{C}<>"'`\\^{}|]*\{part\}[^\s\p{C}<>"'`\\^{}|]*$/iu,
    ({ received }) => `Found ${received}, expected an http or https URL with \`{part}\` in its path`,
  ),
);

/** The shape of `data/sources.yaml`. */
export const sourcesSchema = v.record(
  id(),
  mapping({
    title: line(200),
    author: line(),
    url: url(),
    date: day(),
    parts: v.optional(v.array(line())),
    partUrl: v.optional(partUrlSchema),
    note: v.optional(prose()),
  }),
);

export function readSources(source: Source): Checked<ReadonlyMap<string, NamedSource>> {
  const { value, issues } = checkShape(sourcesSchema, source);
  if (value === null) return { value, issues };
  const entries = Object.entries(value).map(([name, input]): [string, NamedSource] => [
    name,
    {
      ...input,
      id: name,
      parts: input.parts ?? [],
      partUrl: input.partUrl ?? null,
      note: input.note?.trim() ?? null,
    },
  ]);
  return { value: new Map(entries), issues };
}

/** The shape of `data/shortlists.yaml`. */
export const shortlistsSchema = v.array(
  mapping({
    id: id(),
    label: line(),
    question: v.optional(line()),
    note: v.optional(prose()),
    all: v.pipe(
      v.array(
        mapping({ feature: id(), atLeast: v.optional(oneOf(['partial', 'full'])), still: v.optional(v.boolean()) }),
      ),
      v.minLength(1, 'The list is empty; add a condition'),
    ),
    listed: v.optional(mapping({ source: id(), edition: id(), frameworks: v.array(id()) })),
  }),
);

export function readShortlists(source: Source): Checked<readonly Shortlist[]> {
  const { value, issues } = checkShape(shortlistsSchema, source);
  if (value === null) return { value, issues };
  const shortlists = value.map((input) => ({
    id: input.id,
    label: input.label,
    question: input.question ?? input.label,
    note: input.note?.trim() ?? null,
    conditions: input.all.map(({ feature, atLeast, still }) => ({
      feature,
      atLeast: atLeast ?? ('partial' as const),
      still: still ?? false,
    })),
    listed: input.listed ?? null,
  }));
  return { value: shortlists, issues };
}
