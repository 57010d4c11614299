import * as v from 'valibot';
import type { SeriesStyle } from '../domain/chart.ts';
import { isId } from '../domain/ids.ts';
import { issue, nearest, unexpected } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Path, Source } from '../domain/source.ts';

/** A value of the expected shape, or null with the issues that say why not. */
export interface Checked<T> {
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** Checks a source, or the part of it at `path`, against a schema and gives every issue its place in the file. */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  source: Source,
  path: Path = [],
): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, valueAt(source.value, path));
  if (result.success) return { value: result.output, issues: [] };
  const part: Source = { ...source, placeOf: (inner, at) => source.placeOf([...path, ...inner], at) };
  const issues = result.issues.flatMap((found) => toIssues(part, found));
  return { value: null, issues: onlyOnce(issues.filter(({ message }) => message !== toldAlready)) };
}

/** A list in place of a mapping lacks every key, so the same issue comes once for each. */
function onlyOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()];
}

/** The part of a parsed value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | null)?.[step],
    value,
  );
}

/** A mapping with these keys and no others. */
export function mapping<const E extends v.ObjectEntries>(
  entries: E,
): v.StrictObjectSchema<E, (found: v.StrictObjectIssue) => string> {
  const known = Object.keys(entries);
  return v.strictObject(entries, (found) => describeKey(found, known));
}

/**
 * A mapping of one of several forms. It is held to the form that has most of its keys, or nearly, so that a misspelled key
 * is told as such.
 */
export function oneForm<const M extends readonly [Mapping, Mapping, ...Mapping[]]>(
  forms: M,
): v.GenericSchema<v.InferOutput<M[number]>> {
  const union = v.union(forms);
  const keysOf = (form: Mapping): readonly string[] => Object.keys(form.entries);
  // A key of no form at all: any of them could be meant.
  const anyKey = mapping(Object.fromEntries(forms.flatMap(keysOf).map((key) => [key, v.optional(v.unknown())])));
  return v.lazy((input) => {
    if (Array.isArray(input)) return nothing as unknown as typeof union;
    if (typeof input !== 'object' || input === null) return union;
    const written = Object.keys(input);
    const fit = forms.map((form) => ({ form, keys: written.filter((key) => isNear(key, keysOf(form))).length }));
    const best = fit.toSorted((a, b) => b.keys - a.keys)[0];
    const chosen = best === undefined || (best.keys === 0 && written.length > 0) ? anyKey : best.form;
    return chosen as unknown as typeof union;
  });
}

// A mapping would take a list for one without keys.
const nothing = v.never();

type Mapping = v.StrictObjectSchema<v.ObjectEntries, (found: v.StrictObjectIssue) => string>;

function isNear(key: string, known: readonly string[]): boolean {
  return known.includes(key) || nearest(key, known) !== null;
}

// Everything invisible that YAML escapes could bring in: control and format characters (zero-width, soft hyphen, writing
// direction), lone surrogates, private-use characters, line separators, and what XML cannot contain.
const invisible = /(?![\t\r\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufffe\uffff]/u;

/** A schema for one line of trimmed text without invisible characters, of at most `max` characters. */
export function line(max: number = limits.nameLength): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check(
      (text) => text.trim() === text && text !== '',
      'The text is empty, or begins or ends with a space; correct it',
    ),
    v.check((text) => !/[\r\n\t]/.test(text), 'Found a line break or tab, expected a single line'),
    v.check((text) => !invisible.test(text), 'Found an invisible character; remove it'),
    v.maxLength(max, ({ received }) => `Found ${received} characters, expected at most ${max}`),
  );
}

/** A schema for some sentences; the line end that YAML's folded style leaves is allowed. */
export function prose(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'The text is empty; write it or remove the key'),
    v.check((text) => !invisible.test(text), 'Found an invisible character; remove it'),
    v.maxLength(
      limits.noteLength,
      ({ received }) => `Found ${received} characters, expected at most ${limits.noteLength}`,
    ),
  );
}

const idCharacters = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A schema for ids: lowercase words with hyphens, safe as file names on every system. */
export function id(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.maxLength(
      limits.idLength,
      ({ input }) =>
        `The id \`${input.slice(0, 20)}…\` has ${input.length} characters, expected at most ${limits.idLength}`,
    ),
    v.regex(
      idCharacters,
      ({ received }) => `Found ${received}, expected an id of lowercase letters, digits and single hyphens`,
    ),
    v.check(
      (text) => isId(text) || !idCharacters.test(text) || text.length > limits.idLength,
      ({ received }) => `Found ${received}, a name that Windows or JavaScript reserves; choose another id`,
    ),
  );
}

/** A schema for column names: lowercase words joined by underscores. */
export function columnId(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.regex(
      /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
      ({ received }) => `Found ${received}, expected lowercase words joined by underscores`,
    ),
  );
}

/** A schema for how a series is drawn: `{hue: 2, style: 3}`; hue 0 is for baselines. */
export function seriesStyle(lowestHue: 0 | 1): v.GenericSchema<SeriesStyle> {
  const whole = (low: number, high: number): v.GenericSchema<number> =>
    v.pipe(
      v.number(),
      v.check(
        (value) => Number.isInteger(value) && value >= low && value <= high,
        ({ received }) => `Found ${received}, expected a whole number from ${low} to ${high}`,
      ),
    );
  return mapping({ hue: whole(lowestHue, 6), style: whole(1, 4) });
}

/** A schema for http and https URLs without user, port or control characters. */
export function url(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.maxLength(
      limits.urlLength,
      ({ received }) => `Found a URL of ${received} characters, expected at most ${limits.urlLength}`,
    ),
    v.regex(
      /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[^\s\p{C}<>"'`\\^{}|]*)?$/iu,
      ({ received }) =>
        `Found ${received}, expected a URL that begins with https:// or http://, without user name, port or spaces`,
    ),
  );
}

/** A schema for days such as `2009-12-22`. */
export function day(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check(
      (text) => isDate(text) && text.length === 10,
      ({ received }) => `Found ${received}, expected a calendar day such as 2009-12-22`,
    ),
  );
}

/** Whether a text is a day, month or year that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 1, dayOfMonth = 1] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** A schema for one of some words. */
export function oneOf<const O extends readonly string[]>(options: O): v.GenericSchema<O[number]> {
  return v.picklist(options);
}

function toIssues(source: Source, found: v.BaseIssue<unknown>): readonly Issue[] {
  const path = pathOf(found);
  const parent = found.path?.at(-1)?.input;
  if (found.type === 'strict_object' && Array.isArray(parent)) {
    return [issue('value-type', source.placeOf(path.slice(0, -1)), 'Found a list, expected a mapping (`key: value`)')];
  }
  if (found.type === 'strict_object' && found.path !== undefined) {
    const rule =
      found.expected === 'never' ? 'key-unknown' : found.received === 'undefined' ? 'key-missing' : 'value-type';
    const at =
      rule === 'key-unknown'
        ? source.placeOf(path, 'key')
        : source.placeOf(path.slice(0, rule === 'key-missing' ? -1 : undefined));
    if (rule !== 'value-type') return [issue(rule, at, found.message)];
  }
  if (found.type === 'picklist') {
    const options = (found.expected ?? '').replace(/[()"]/g, '').split(' | ');
    const place = source.placeOf(path);
    return [
      typeof found.input === 'string'
        ? issue('choice-unknown', place, unexpected('value', found.input, options))
        : typeIssue(source, path, found),
    ];
  }
  if (found.type === 'union' || found.type === 'variant') return deepest(source, found);
  const isType = found.kind === 'schema';
  return [isType ? typeIssue(source, path, found) : issue('value-form', source.placeOf(path), found.message)];
}

/** The issues of the union's branch that matched furthest, since they say most about the mistake. */
function deepest(source: Source, found: v.BaseIssue<unknown>): readonly Issue[] {
  const inner = branchesOf(found).filter(
    (one) => one.kind !== 'schema' || (one.path?.length ?? 0) > 0 || one.type === 'picklist',
  );
  const best = inner.filter((one) => fits(one, found.input));
  const chosen = best.length > 0 ? best : inner;
  if (chosen.length === 0) return [typeIssue(source, pathOf(found), found)];
  const prefix = found.path ?? [];
  return chosen.flatMap((one) =>
    toIssues(source, { ...one, path: [...prefix, ...(one.path ?? [])] } as v.BaseIssue<unknown>),
  );
}

/** The issues of a union's branches, and of the unions that are its branches. */
function branchesOf(found: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  return (found.issues ?? []).flatMap((one) =>
    one.type === 'union' && one.path === undefined ? branchesOf(one) : [one],
  );
}

function fits(one: v.BaseIssue<unknown>, input: unknown): boolean {
  return (one.path !== undefined && one.path.length > 0) === (typeof input === 'object' && input !== null);
}

function typeIssue(source: Source, path: Path, found: v.BaseIssue<unknown>): Issue {
  const expected = (found.expected ?? 'something else')
    .replaceAll(/[()]/g, '')
    .replaceAll(' | ', ' or ')
    .replaceAll('string', 'text')
    .replaceAll('number', 'a number')
    .replaceAll('boolean', 'true or false')
    .replaceAll('Object', 'a mapping')
    .replaceAll('Array', 'a list');
  const hint = typeof found.input === 'number' && expected.includes('text') ? '; put it in quotes' : '';
  return issue('value-type', source.placeOf(path), `Found ${describe(found.input)}, expected ${expected}${hint}`);
}

function describe(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  return `the ${typeof input === 'string' ? 'text' : typeof input} \`${String(input)}\``;
}

/** Keys of older versions, and what they are called now. */
const renamedKeys: Readonly<Record<string, string>> = { contaminated: 'disturbed', quarantined: 'rejected' };

/** Of a key that is there, but misspelled: its own issue guesses what is meant. */
const toldAlready = '';

function describeKey(found: v.StrictObjectIssue, known: readonly string[]): string {
  const key = (found.expected === 'never' ? found.received : (found.expected ?? '')).replaceAll('"', '');
  const now = Object.hasOwn(renamedKeys, key) ? renamedKeys[key] : undefined;
  if (found.expected === 'never' && now !== undefined && known.includes(now))
    return `Found the key \`${key}\`, expected \`${now}\`, as it is called now`;
  if (found.expected === 'never') return unexpected('key', key, known);
  const present = Object.keys((found.path?.[0]?.input as object | undefined) ?? {});
  const misspelled = present.some((one) => !known.includes(one) && nearest(one, known) === key);
  return misspelled ? toldAlready : `The key \`${key}\` is missing; add it`;
}

function pathOf(found: v.BaseIssue<unknown>): Path {
  return (found.path ?? []).map(({ key }) => key as string | number);
}
