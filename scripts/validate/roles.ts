import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import type { BenchmarkInput } from './benchmark-shape.ts';

/** Checks what belongs together: a text axis and what can be drawn on it, the other key columns and what fixes them. */
export function checkRoles(input: BenchmarkInput, source: Source): readonly Issue[] {
  return [
    ...checkKey(input, source),
    ...(isText(input) ? checkTextAxis(input, source) : checkNumericAxis(input, source)),
    ...input.charts.flatMap((chart, index) => checkChosen(chart, ['charts', index], input, source)),
    ...(input.filters ?? []).flatMap((filter, index) => checkFix(filter.fix, ['filters', index], input, source)),
  ];
}

function isText({ axis, measures }: BenchmarkInput): boolean {
  return measures.find(({ id }) => id === axis)?.kind === 'text';
}

/** A step is named by its repeat and its attempt: a key without them would refuse steps that differ in them. */
function checkKey({ repeat, attempt, key }: BenchmarkInput, source: Source): readonly Issue[] {
  const named = [
    [repeat, ['repeat']],
    [attempt, ['attempt']],
  ] as const;
  return named.flatMap(([column, path]) =>
    column === undefined || key.includes(column)
      ? []
      : [issue('value-form', source.placeOf(path), `\`${column}\` is no part of \`key\`; add it there`)],
  );
}

/** What needs an axis of numbers. */
function checkTextAxis(input: BenchmarkInput, source: Source): readonly Issue[] {
  const { axis } = input;
  const needs = (path: Path, what: string): Issue =>
    issue('column-kind', source.placeOf(path), `${what} needs an axis of numbers, and \`${axis}\` is text; remove it`);
  const charts = input.charts.flatMap((chart, index) => [
    ...(chart.ideal === true ? [needs(['charts', index, 'ideal'], 'The line of equality')] : []),
    ...(typeof chart.at === 'number' ? [atKind(source, ['charts', index, 'at'], axis, 'a text')] : []),
  ]);
  const filters = (input.filters ?? []).flatMap(({ at }, index) =>
    typeof at === 'number' ? [atKind(source, ['filters', index, 'at'], axis, 'a text')] : [],
  );
  return [
    ...(input.saturation === undefined ? [] : [needs(['saturation'], 'A saturation')]),
    ...charts,
    ...filters,
    ...checkListed(input, source),
  ];
}

/** The categories are told apart, and `at` is one of them. */
function checkListed({ categories = [], charts, filters = [] }: BenchmarkInput, source: Source): readonly Issue[] {
  const twice = categories.flatMap((name, index) =>
    categories.indexOf(name) === index
      ? []
      : [issue('id-duplicate', source.placeOf(['categories', index]), `\`${name}\` occurs twice; remove one`)],
  );
  const chosen = [
    ...charts.map(({ at }, index) => [at, ['charts', index, 'at']] as const),
    ...filters.map(({ at }, index) => [at, ['filters', index, 'at']] as const),
  ];
  const unknown = chosen.flatMap(([at, path]) =>
    categories.length === 0 || typeof at !== 'string' || categories.includes(at)
      ? []
      : [issue('choice-unknown', source.placeOf(path), unexpected('category', at, categories))],
  );
  return [...twice, ...unknown];
}

function checkNumericAxis(
  { axis, categories, charts, filters = [] }: BenchmarkInput,
  source: Source,
): readonly Issue[] {
  const listed = `\`${axis}\` is of the kind number and has no categories; remove them, or give it \`kind: text\``;
  return [
    ...(categories === undefined ? [] : [issue('column-kind', source.placeOf(['categories']), listed)]),
    ...charts.flatMap(({ at }, index) =>
      typeof at === 'string' ? [atKind(source, ['charts', index, 'at'], axis, 'a number')] : [],
    ),
    ...filters.flatMap(({ at }, index) =>
      typeof at === 'string' ? [atKind(source, ['filters', index, 'at'], axis, 'a number')] : [],
    ),
  ];
}

function atKind(source: Source, path: Path, axis: string, expected: string): Issue {
  return issue('column-kind', source.placeOf(path), `\`at\` is a value of \`${axis}\`, expected ${expected}`);
}

/** A chart fixes each of the other key columns, has a figure for each of its values, or a series: one of these at most. */
function checkChosen(
  { fix, facet, series }: BenchmarkInput['charts'][number],
  path: Path,
  input: BenchmarkInput,
  source: Source,
): readonly Issue[] {
  const settings = settingsOf(input);
  const spread = [series ?? []].flat();
  const at = (index: number): Path => (Array.isArray(series) ? [...path, 'series', index] : [...path, 'series']);
  const unknown = [
    ...(facet === undefined ? [] : [[facet, [...path, 'facet']] as const]),
    ...spread.map((column, index) => [column, at(index)] as const),
  ].flatMap(([column, where]) => unknownSetting(column, source, where, settings));
  const chosen = [...Object.keys(fix ?? {}), ...(facet === undefined ? [] : [facet]), ...spread];
  const twice = chosen.find((column, index) => chosen.indexOf(column) < index);
  const message = `\`${twice}\` is chosen twice in this chart; keep one of \`fix\`, \`facet\` and \`series\``;
  return [
    ...checkFix(fix, path, input, source),
    ...unknown,
    ...(twice === undefined ? [] : [issue('value-form', source.placeOf(path), message)]),
  ];
}

/** The columns and kinds of what is fixed. */
function checkFix(
  fix: Readonly<Record<string, string | number>> | undefined,
  path: Path,
  input: BenchmarkInput,
  source: Source,
): readonly Issue[] {
  return Object.entries(fix ?? {}).flatMap(([column, value]) => {
    const unknown = unknownSetting(column, source, [...path, 'fix', column], settingsOf(input));
    const kind = input.measures.find(({ id }) => id === column)?.kind ?? 'number';
    const expected = kind === 'text' ? 'string' : 'number';
    if (unknown.length > 0 || typeof value === expected) return unknown;
    const message = `\`${column}\` is of the kind ${kind}, expected ${kind === 'text' ? 'a text' : 'a number'}`;
    return [issue('column-kind', source.placeOf([...path, 'fix', column]), message)];
  });
}

function settingsOf({ key, axis, repeat, attempt }: BenchmarkInput): readonly string[] {
  return key.filter((column) => ![axis, repeat, attempt].includes(column));
}

function unknownSetting(column: string, source: Source, path: Path, settings: readonly string[]): readonly Issue[] {
  return settings.includes(column)
    ? []
    : [issue('id-unknown', source.placeOf(path), unexpected('key beside axis and repeat', column, settings))];
}
