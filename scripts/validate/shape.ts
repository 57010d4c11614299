import * as v from 'valibot';
import type { SeriesStyle } from '../domain/chart.ts';
import { isId } from '../domain/ids.ts';
import { issue, nearest, unexpected } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Issue, Path, Source } from '../domain/source.ts';

/** A value of the expected shape, or null with the issues that tell why not. */
export interface Checked<T> {
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** Holds a source, or the part of it at `path`, against a schema and gives every complaint a place in the file. */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  source: Source,
  path: Path = [],
): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, valueAt(source.value, path));
  if (result.success) return { value: result.output, issues: [] };
  const part: Source = { ...source, placeOf: (inner, at) => source.placeOf([...path, ...inner], at) };
  return { value: null, issues: onlyOnce(result.issues.flatMap((found) => toIssues(part, found))) };
}

/** A list where a mapping should be misses every key: one issue says it. */
function onlyOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()];
}

/** The part of a parsed value at a path; undefined where the path leads nowhere. */
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

// Everything without a form that escapes of YAML could bring in: controls, format characters (zero-width, soft hyphen, writing
// direction), halves of pairs, characters for private use, separators of lines, and what XML cannot hold.
const invisible = /(?![\t\r\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufffe\uffff]/u;

/** Text of one line, trimmed, without zero-width characters, at most `max` characters. */
export function line(max: number = limits.nameLength): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check(
      (text) => text.trim() === text && text !== '',
      'Found text that is empty or has blanks around it, expected it trimmed',
    ),
    v.check((text) => !/[\r\n\t]/.test(text), 'Found a line end or tab, expected one line'),
    v.check((text) => !invisible.test(text), 'Found an invisible character, expected printable text'),
    v.maxLength(max, ({ received }) => `Found ${received} characters, expected at most ${max}`),
  );
}

/** Text of some sentences; the folded form of YAML leaves a line end at its end, which is taken off. */
export function prose(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'Found no text, expected some'),
    v.check((text) => !invisible.test(text), 'Found an invisible character, expected printable text'),
    v.maxLength(
      limits.noteLength,
      ({ received }) => `Found ${received} characters, expected at most ${limits.noteLength}`,
    ),
  );
}

const idCharacters = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A lower-case word with hyphens, safe as a file name on every system. */
export function id(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.maxLength(limits.idLength, `Found a longer id, expected at most ${limits.idLength} characters`),
    v.regex(
      idCharacters,
      ({ received }) => `Found ${received}, expected an id of lower-case letters, digits and single hyphens`,
    ),
    v.check(
      (text) => isId(text) || !idCharacters.test(text) || text.length > limits.idLength,
      ({ received }) => `Found ${received}, which systems keep for themselves; expected another id`,
    ),
  );
}

/** A column's name: lower-case words joined by underscores. */
export function columnId(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.regex(
      /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
      ({ received }) => `Found ${received}, expected lower-case words joined by underscores`,
    ),
  );
}

/** How a series is drawn: `{hue: 2, style: 3}`; hue 0 is for baselines. */
export function seriesStyle(lowestHue: 0 | 1): v.GenericSchema<SeriesStyle> {
  const whole = (low: number, high: number): v.GenericSchema<number> =>
    v.pipe(
      v.number(),
      v.check(
        (value) => Number.isInteger(value) && value >= low && value <= high,
        `Found another number, expected a whole one from ${low} to ${high}`,
      ),
    );
  return mapping({ hue: whole(lowestHue, 6), style: whole(1, 4) });
}

/** An http or https address without user, port or control characters. */
export function url(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.maxLength(limits.urlLength, `Found a longer address, expected at most ${limits.urlLength} characters`),
    v.regex(
      /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?:\/[^\s\p{C}<>"'`\\^{}|]*)?$/iu,
      ({ received }) => `Found ${received}, expected an http(s) address`,
    ),
  );
}

/** A day, as `2009-12-22`. */
export function day(): v.GenericSchema<string> {
  return v.pipe(
    v.string(),
    v.check((text) => isDate(text) && text.length === 10, 'Found no calendar day, expected one as 2009-12-22'),
  );
}

/** Is this a day, month or year that exists? */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 1, dayOfMonth = 1] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

/** One of these words. */
export function oneOf<const O extends readonly string[]>(options: O): v.GenericSchema<O[number]> {
  return v.picklist(options);
}

function toIssues(source: Source, found: v.BaseIssue<unknown>): readonly Issue[] {
  const path = pathOf(found);
  const parent = found.path?.at(-1)?.input;
  if (found.type === 'strict_object' && Array.isArray(parent)) {
    return [issue('value-type', source.placeOf(path.slice(0, -1)), 'Found a list, expected a mapping')];
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
        ? issue('choice-unknown', place, unexpected('word', found.input, options))
        : typeIssue(source, path, found),
    ];
  }
  if (found.type === 'union' || found.type === 'variant') return deepest(source, found);
  const isType = found.kind === 'schema';
  return [isType ? typeIssue(source, path, found) : issue('value-form', source.placeOf(path), found.message)];
}

/** Of a union's branches, the complaint of the one that went furthest says most. */
function deepest(source: Source, found: v.BaseIssue<unknown>): readonly Issue[] {
  const inner = (found.issues ?? []).filter(
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

function fits(one: v.BaseIssue<unknown>, input: unknown): boolean {
  return (one.path !== undefined && one.path.length > 0) === (typeof input === 'object' && input !== null);
}

function typeIssue(source: Source, path: Path, found: v.BaseIssue<unknown>): Issue {
  const expected = (found.expected ?? 'something else')
    .replaceAll('string', 'text')
    .replaceAll('Object', 'a mapping')
    .replaceAll('Array', 'a list');
  const hint = typeof found.input === 'number' && expected.includes('text') ? '; quote it' : '';
  return issue('value-type', source.placeOf(path), `Found ${describe(found.input)}, expected ${expected}${hint}`);
}

function describe(input: unknown): string {
  if (input === null) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  return `the ${typeof input === 'string' ? 'text' : typeof input} \`${String(input)}\``;
}

function describeKey(found: v.StrictObjectIssue, known: readonly string[]): string {
  const key = (found.expected === 'never' ? found.received : (found.expected ?? '')).replaceAll('"', '');
  if (found.expected === 'never') return unexpected('key', key, known);
  const present = Object.keys((found.path?.[0]?.input as object | undefined) ?? {});
  const guess = nearest(
    key,
    present.filter((one) => !known.includes(one)),
  );
  return `Found no \`${key}\`, expected it here${guess === null ? '' : `; is \`${guess}\` meant to be it?`}`;
}

function pathOf(found: v.BaseIssue<unknown>): Path {
  return (found.path ?? []).map(({ key }) => key as string | number);
}
