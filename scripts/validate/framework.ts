import * as v from 'valibot';
import type { Claim, ClaimDate, ClaimSource } from '../domain/claim.ts';
import { compareDates, earliestDay, toClaimDate } from '../domain/dates.ts';
import type { Framework } from '../domain/framework.ts';
import { issue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import {
  type Checked,
  checkShape,
  id,
  isDate,
  line,
  mapping,
  oneForm,
  prose,
  seriesStyle,
  url,
  valueAt,
} from './shape.ts';

const claimDate = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.integer())]),
  v.check(
    (value) => isDate(String(value).replace(/^(?:after|before) (?=\d{4}-\d{2}-\d{2}$)/, '')),
    ({ received }) =>
      `Found ${received}, expected a date: a day, month or year (2009-12-22, 2026-10, 2015), or \`after\` or \`before\` a day`,
  ),
);

const repositoryName = v.pipe(
  v.string(),
  v.regex(
    /^(?:[~A-Za-z0-9][A-Za-z0-9_.-]*\/){1,4}[A-Za-z0-9][A-Za-z0-9_.-]*$/,
    ({ received }) => `Found ${received}, expected owner/name, or host/owner/name if it is not on GitHub`,
  ),
);
const commit = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{40}$/, ({ received }) => `Found ${received}, expected a full commit id of 40 hexadecimal digits`),
);
const filePath = v.pipe(
  line(limits.urlLength),
  v.regex(
    /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$)).+$/,
    ({ received }) =>
      `Found the path ${received}, expected one inside the repository, without a leading slash or \`..\``,
  ),
);

const sourceForms = oneForm([
  mapping({ source: id(), part: v.optional(line()) }),
  mapping({ url: url(), retrieved: v.optional(claimDate) }),
  mapping({
    repository: repositoryName,
    commit,
    path: v.optional(filePath),
    line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    tag: v.optional(line()),
    search: v.optional(line(200)),
    in: v.optional(line(200)),
  }),
]);

const source = v.union([id(), sourceForms]);

/** The source of a claim, or several; runs cite in the same way. */
export const sources = v.union([
  source,
  v.pipe(v.array(source), v.minLength(1, 'The list is empty; add a source or remove the key')),
]);
type SourcesInput = v.InferOutput<typeof sources>;

const text = line(limits.noteLength);
const claimValue = v.union([
  text,
  v.pipe(v.number(), v.finite('Found a number without an end, expected a finite one')),
  v.pipe(v.array(text), v.minLength(1, 'The list is empty; add a value'), v.maxLength(limits.listLength)),
]);
const claim = mapping({
  value: claimValue,
  said: v.optional(text),
  link: v.optional(url()),
  note: v.optional(prose()),
  by: v.optional(line()),
  on: v.optional(claimDate),
  source: v.optional(sources),
  disputes: v.optional(claimDate),
});
const claims = v.union([
  claimValue,
  v.pipe(v.array(claim), v.minLength(1, 'The list is empty; add a claim or remove the key')),
]);

const tagTemplate = v.pipe(
  line(),
  v.regex(
    /^[^{}]*\{semver\}[^{}]*$/,
    ({ received }) => `Found ${received}, expected \`{semver}\` exactly once, as in \`v{semver}\``,
  ),
);

const head = {
  name: line(),
  summary: v.optional(line(200)),
  category: id(),
  homepage: v.optional(url()),
  repository: v.optional(url()),
  tags: v.optional(v.union([tagTemplate, v.array(tagTemplate)])),
  language: line(),
  package: v.optional(mapping({ index: id(), name: line() })),
  look: v.optional(seriesStyle(1)),
};

/** The shape of `frameworks/<id>.yaml`; its references are checked once the whole registry is loaded. */
export const frameworkSchema = mapping({ ...head, claims: v.record(v.string(), claims) });

// Claims are read one by one, so that a broken one does not hide the issues of the others.
const headSchema = mapping({
  ...head,
  claims: v.record(v.string(), v.unknown()),
});

type ClaimInput = v.InferOutput<typeof claim>;

/**
 * Reads one framework's file; its id is the stem of the file name. If parts are broken, the rest is still returned beside
 * the issues, so that it can be checked further.
 */
export function readFramework(source: Source, frameworkId: string): Checked<Framework> {
  const { value: whole, issues } = checkShape(headSchema, source);
  const value = whole ?? soundHead(source);
  const input = valueAt(source.value, ['claims']);
  const misplaced = Array.isArray(input)
    ? [
        issue(
          'value-type',
          source.placeOf(['claims']),
          'Found a list, expected a mapping of features to claims (`feature: claims`)',
        ),
      ]
    : [];
  const features = typeof input === 'object' && input !== null && !Array.isArray(input) ? Object.keys(input) : [];
  const entries = features.map((feature) => [feature, readClaims(source, ['claims', feature])] as const);
  const framework: Framework = {
    id: frameworkId,
    name: value.name ?? frameworkId,
    summary: value.summary ?? null,
    category: value.category ?? '',
    homepage: value.homepage ?? null,
    repository: value.repository ?? null,
    tags: value.tags === undefined ? [] : [value.tags].flat(),
    language: value.language ?? '',
    package: value.package ?? null,
    seriesStyle: value.look ?? null,
    claims: new Map(entries.map(([feature, list]) => [feature, list.value ?? []])),
    file: source.file,
  };
  return { value: framework, issues: [...issues, ...misplaced, ...entries.flatMap(([, list]) => list.issues)] };
}

type Head = v.InferOutput<typeof headSchema>;

/** The keys that are valid on their own, so that a broken one does not make the others look missing. */
function soundHead({ value }: Source): Partial<Head> {
  const sound = Object.entries(head).flatMap(([key, schema]) => {
    const read = v.safeParse(schema, valueAt(value, [key]));
    return read.success ? [[key, read.output]] : [];
  });
  return Object.fromEntries(sound) as Partial<Head>;
}

function readClaims(source: Source, path: Path): Checked<readonly Claim[]> {
  const input = valueAt(source.value, path);
  if (!Array.isArray(input) || input.every((one) => typeof one === 'string')) return readShortForm(source, path);
  const read = input.map((_, index) => readClaim(source, [...path, index]));
  const list = read.flatMap(({ value }) => (value === null ? [] : [value]));
  const whole = list.filter(({ broken }) => broken !== true);
  return { value: list, issues: [...read.flatMap(({ issues }) => issues), ...checkDated(whole), ...checkOrder(whole)] };
}

function readShortForm(source: Source, path: Path): Checked<readonly Claim[]> {
  const { value, issues } = checkShape(claimValue, source, path);
  return { value: value === null ? [] : [{ ...bare, value, place: source.placeOf(path) }], issues };
}

function readClaim(source: Source, path: Path): Checked<Claim> {
  const { value, issues } = checkShape(claim, source, path);
  return { value: value === null ? soundValue(source, path) : toClaim(value, source, path), issues };
}

/** The value of a claim that is broken elsewhere, so that it is still checked. */
function soundValue(source: Source, path: Path): Claim | null {
  const value = v.safeParse(claimValue, valueAt(source.value, [...path, 'value']));
  return value.success
    ? { ...bare, value: value.output, place: source.placeOf([...path, 'value']), broken: true }
    : null;
}

const bare: Omit<Claim, 'value' | 'place'> = {
  said: null,
  link: null,
  note: null,
  by: null,
  on: null,
  sources: [],
  disputes: null,
};

function toClaim(input: ClaimInput, source: Source, path: Path): Claim {
  return {
    value: input.value,
    said: input.said ?? null,
    link: input.link ?? null,
    note: input.note?.trim() ?? null,
    by: input.by ?? null,
    on: input.on === undefined ? null : toClaimDate(String(input.on)),
    sources: toSources(input.source),
    disputes: input.disputes === undefined ? null : toClaimDate(String(input.disputes)),
    place: source.placeOf([...path, 'value']),
  };
}

/** The sources of a claim or statement, in the order given. */
export function toSources(input: SourcesInput | undefined): readonly ClaimSource[] {
  if (input === undefined) return [];
  return (Array.isArray(input) ? input : [input]).map(toSource);
}

function toSource(input: v.InferOutput<typeof source>): ClaimSource {
  if (typeof input === 'string') return { kind: 'named', source: input, part: null };
  if ('source' in input) return { kind: 'named', source: input.source, part: input.part ?? null };
  if ('url' in input)
    return {
      kind: 'url',
      url: input.url,
      retrieved: input.retrieved === undefined ? null : String(input.retrieved),
    };
  const { repository, commit: at } = input;
  if (input.search !== undefined)
    return { kind: 'search', repository, commit: at, search: input.search, in: input.in ?? '' };
  if (input.tag !== undefined) return { kind: 'tag', repository, commit: at, tag: input.tag };
  if (input.path !== undefined)
    return { kind: 'file', repository, commit: at, path: input.path, line: input.line ?? null };
  return { kind: 'commit', repository, commit: at };
}

/** Finds claims in the long form without a date, which only `unknown` and `inapplicable` may omit. */
function checkDated(list: readonly Claim[]): readonly Issue[] {
  const long = list.filter(
    ({ on, sources: own, value }) =>
      on === null && (own.length > 0 || (list.length > 1 && value !== 'unknown' && value !== 'inapplicable')),
  );
  return long.map(({ place }) =>
    issue('key-missing', place, 'The claim has no date; add `on` with a day, month or year'),
  );
}

/** Checks that claims come oldest first, so that a reader of the file sees the history in order. */
function checkOrder(list: readonly Claim[]): readonly Issue[] {
  const dated = list.filter((claim): claim is Claim & { on: ClaimDate } => claim.on !== null);
  return dated.flatMap((claim, index) => {
    const before = dated[index - 1];
    if (before === undefined || compareDates(before.on, claim.on) <= 0) return [];
    return [
      issue(
        'claim-order',
        claim.place,
        `Found a claim of ${earliestDay(claim.on)} after one of ${earliestDay(before.on)}; put the oldest first`,
      ),
    ];
  });
}
