import * as v from 'valibot';
import type { Benchmark } from '../domain/benchmark.ts';
import { toClaimDate } from '../domain/dates.ts';
import { stemOf } from '../domain/ids.ts';
import { issue, unexpected } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Fact, Run, Statement, SweepDescription } from '../domain/run.ts';
import type { Issue, Source, Table } from '../domain/source.ts';
import { checkCeilings } from './ceilings.ts';
import { sources, toSources } from './framework.ts';
import { type Checked, checkShape, columnId, id, isDate, line, mapping, oneOf, prose } from './shape.ts';
import { readSweep } from './sweep.ts';
import { axisValue } from './values.ts';

const facts = v.record(line(), v.union([line(500), v.number()]));

const sweep = mapping({
  label: line(),
  framework: v.optional(id()),
  version: v.optional(line()),
  runtime: v.optional(line()),
  style: v.optional(line()),
  scenario: v.optional(line()),
  class: v.optional(line()),
  program: v.optional(line()),
  note: v.optional(prose()),
});

const statement = mapping({
  framework: id(),
  setting: v.optional(line(200)),
  axis: v.optional(axisValue),
  measure: columnId(),
  value: v.number(),
  qualifier: v.optional(oneOf(['exactly', 'about', 'at least', 'at most'])),
  note: v.optional(prose()),
  source: sources,
});

/** The shape of `data/<benchmark>/runs/<date>-<testbed>/run.yaml`. */
export const runSchema = mapping({
  date: v.pipe(
    v.string(),
    v.check(
      (text) => isDate(text.replace(/^after /, '')) && /\d{4}-\d{2}-\d{2}$/.test(text),
      ({ received }) => `Found ${received}, expected a day such as 2009-12-22, or \`after\` a day`,
    ),
  ),
  title: line(),
  condition: oneOf(['quiet', 'busy', 'unknown']),
  by: line(),
  supersedes: v.optional(line()),
  ceiling: v.optional(v.number()),
  share: v.optional(v.pipe(v.number(), v.gtValue(0, 'Found no share, expected a number of cores above 0'))),
  withheld: v.optional(v.array(columnId())),
  testbed: facts,
  generator: v.optional(facts),
  parameters: v.optional(facts),
  caveats: v.array(line(limits.noteLength)),
  sweeps: v.optional(v.record(v.string(), sweep)),
  statements: v.optional(v.array(statement)),
});
type Input = v.InferOutput<typeof runSchema>;

/** Reads one run with its sweeps; `tables` are the CSV files in its folder. */
export function readRun(source: Source, tables: readonly Table[], runId: string, benchmark: Benchmark): Checked<Run> {
  const { value, issues } = checkShape(runSchema, source);
  if (value === null) return { value, issues: [...issues, ...checkTables(tables, benchmark)] };
  const sweeps = tables.map((table) => readSweep(table, describeSweep(table, value), benchmark, value.share ?? null));
  const run: Run = {
    id: runId,
    benchmark: benchmark.id,
    date: toClaimDate(value.date),
    title: value.title,
    testbed: toFacts(value.testbed),
    generator: toFacts(value.generator),
    parameters: toFacts(value.parameters),
    caveats: value.caveats,
    condition: value.condition,
    withheld: value.withheld ?? [],
    ceiling: value.ceiling ?? null,
    share: value.share ?? null,
    by: value.by,
    supersedes: value.supersedes ?? null,
    sweeps: sweeps.flatMap(({ value: one }) => (one === null ? [] : [one])),
    statements: (value.statements ?? []).map((one, index) => toStatement(one, source, index)),
    file: source.file,
  };
  return {
    value: run,
    issues: [
      ...sweeps.flatMap((one) => one.issues),
      ...checkNames(value, source, tables, benchmark),
      ...checkCeilings(run, benchmark),
    ],
  };
}

/** The issues of a run's CSV files where the run itself cannot be read. */
export function checkTables(tables: readonly Table[], benchmark: Benchmark): readonly Issue[] {
  return tables.flatMap((table) => readSweep(table, describeSweep(table, {}), benchmark, null).issues);
}

/** The stem of a CSV file is the sweep's id, and the framework's id too unless the run describes the sweep. */
function describeSweep(table: Table, run: Pick<Input, 'sweeps'>): SweepDescription {
  const sweepId = stemOf(table.file);
  const described = run.sweeps !== undefined && Object.hasOwn(run.sweeps, sweepId) ? run.sweeps[sweepId] : undefined;
  return {
    id: sweepId,
    label: described?.label ?? sweepId,
    framework: described === undefined ? sweepId : (described.framework ?? null),
    version: described?.version ?? null,
    runtime: described?.runtime ?? null,
    style: described?.style ?? null,
    scenario: described?.scenario ?? null,
    class: described?.class ?? null,
    program: described?.program ?? null,
    note: described?.note?.trim() ?? null,
  };
}

function toFacts(input: Record<string, string | number> | undefined): readonly Fact[] {
  return Object.entries(input ?? {}).map(([label, value]) => ({ label, value: String(value) }));
}

function toStatement(input: v.InferOutput<typeof statement>, source: Source, index: number): Statement {
  return {
    framework: input.framework,
    setting: input.setting ?? null,
    axis: input.axis ?? null,
    measure: input.measure,
    value: input.value,
    qualifier: input.qualifier ?? 'exactly',
    note: input.note?.trim() ?? null,
    sources: toSources(input.source),
    place: source.placeOf(['statements', index]),
  };
}

function checkNames(input: Input, source: Source, tables: readonly Table[], benchmark: Benchmark): readonly Issue[] {
  const measures = benchmark.measures.map((one) => one.id);
  const stems = tables.map((table) => stemOf(table.file));
  const unmeasured = Object.keys(input.sweeps ?? {})
    .filter((name) => !stems.includes(name))
    .map((name) =>
      issue(
        'run-sweep',
        source.placeOf(['sweeps', name], 'key'),
        `The sweep \`${name}\` has no file; add ${name}.csv beside run.yaml, or remove the sweep`,
      ),
    );
  const named = [
    ...(input.withheld ?? []).map((one, index) => [one, ['withheld', index]] as const),
    ...(input.statements ?? []).map((one, index) => [one.measure, ['statements', index, 'measure']] as const),
  ];
  const unknown = named
    .filter(([name]) => !measures.includes(name))
    .map(([name, path]) => issue('id-unknown', source.placeOf(path), unexpected('measure', name, measures)));
  return [
    ...unmeasured,
    ...unknown,
    ...checkAxisValues(input, source, benchmark),
    ...checkStated(input, source, benchmark),
  ];
}

/** Checks that what a run says of the axis is of its kind. */
function checkAxisValues(input: Input, source: Source, { axis, categories }: Benchmark): readonly Issue[] {
  const text = categories !== null;
  const stated = (input.statements ?? []).map((one, index) => [one.axis, ['statements', index, 'axis']] as const);
  const named = [[input.ceiling, ['ceiling']] as const, ...stated];
  return named
    .filter(([value]) => value !== undefined && (typeof value === 'string') !== text)
    .map(([, path]) =>
      issue(
        'column-kind',
        source.placeOf(path),
        `This is a value of \`${axis}\`, expected ${text ? 'a text' : 'a number'}`,
      ),
    );
}

/** Checks that what is stated in numbers is a measure of numbers. */
function checkStated(input: Input, source: Source, { measures }: Benchmark): readonly Issue[] {
  return (input.statements ?? []).flatMap(({ measure }, index) => {
    const kind = measures.find(({ id }) => id === measure)?.kind ?? 'number';
    const message = `\`${measure}\` is of the kind ${kind} and cannot be stated as a number`;
    return kind === 'number' ? [] : [issue('column-kind', source.placeOf(['statements', index, 'measure']), message)];
  });
}
