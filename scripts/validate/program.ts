import * as v from 'valibot';
import { issue, unexpected } from '../domain/issue.ts';
import type { Program, ProgramSet, Runtime } from '../domain/program.ts';
import type { Run } from '../domain/run.ts';
import type { Issue, Source, TextFile } from '../domain/source.ts';
import { duplicateIds } from './catalog.ts';
import { hashProgram } from './program-hash.ts';
import { type Checked, checkShape, day, id, line, mapping, oneOf, prose } from './shape.ts';

const program = mapping({
  id: id(),
  label: v.optional(line()),
  framework: v.optional(id()),
  class: v.optional(id()),
  style: v.optional(line()),
  runtime: v.optional(id()),
  packages: v.optional(v.record(line(), line(40))),
  build: v.optional(line(200)),
  command: line(200),
  commands: v.optional(v.record(id(), line(200))),
  sweeps: v.optional(v.pipe(v.array(id()), v.minLength(1, 'Found no sweep, expected one'))),
  cannot: v.optional(v.array(id())),
  note: v.optional(prose()),
});

const programClass = mapping({ id: id(), label: line(), answer: oneOf(['bytes', 'body']) });

const runtime = mapping({
  id: id(),
  label: line(),
  find: v.pipe(v.array(line(200)), v.minLength(1, 'Found no command, expected one')),
  version: line(),
  installer: v.optional(oneOf(['pip', 'npm', 'cargo', 'go', 'maven'])),
  remedy: v.optional(line(200)),
});

/** The shape of `benchmarks/<benchmark>/programs.yaml`. */
export const programsSchema = mapping({
  written: day(),
  note: v.optional(prose()),
  classes: v.optional(v.array(programClass)),
  runtimes: v.optional(v.array(runtime)),
  programs: v.array(program),
  unavailable: v.optional(v.array(mapping({ label: line(), reason: line(200) }))),
});
type Input = v.InferOutput<typeof programsSchema>;

/** The programs of one benchmark with the texts of their files, which stand in `servers/<id>/` beside the description. */
export function readPrograms(source: Source, benchmark: string, files: readonly TextFile[]): Checked<ProgramSet> {
  const { value, issues } = checkShape(programsSchema, source);
  if (value === null) return { value, issues };
  const folder = source.file.replace(/[^/]+$/, 'servers/');
  const set: ProgramSet = {
    benchmark,
    written: value.written,
    note: value.note?.trim() ?? null,
    classes: value.classes ?? [],
    runtimes: (value.runtimes ?? []).map(readRuntime),
    programs: value.programs.map((input) => readProgram(input, folder, files)),
    unavailable: value.unavailable ?? [],
    file: source.file,
  };
  const ids = set.programs.map((one) => one.id);
  return {
    value: set,
    issues: [
      ...duplicateIds(source, ['programs'], ids),
      ...set.programs.flatMap((one, index) => checkFiles(one, source.placeOf(['programs', index, 'id']), folder)),
      ...checkReferences(source, set),
      ...checkStrays(files, folder, ids),
    ],
  };
}

function readProgram(input: Input['programs'][number], folder: string, files: readonly TextFile[]): Program {
  return {
    id: input.id,
    label: input.label ?? input.id,
    framework: input.framework ?? null,
    class: input.class ?? null,
    style: input.style ?? null,
    runtime: input.runtime ?? null,
    packages: new Map(Object.entries(input.packages ?? {})),
    build: input.build ?? null,
    command: input.command,
    commands: new Map(Object.entries(input.commands ?? {})),
    sweeps: input.sweeps ?? [input.id],
    cannot: input.cannot ?? [],
    note: input.note?.trim() ?? null,
    files: files.filter(({ file }) => file.startsWith(`${folder}${input.id}/`)),
  };
}

function readRuntime({ installer, remedy, ...input }: NonNullable<Input['runtimes']>[number]): Runtime {
  return { ...input, installer: installer ?? null, remedy: remedy ?? null };
}

/** A program's class and runtime are among those described. */
function checkReferences(source: Source, { programs, classes, runtimes }: ProgramSet): readonly Issue[] {
  return programs.flatMap((one, index) =>
    (
      [
        ['class', classes],
        ['runtime', runtimes],
      ] as const
    ).flatMap(([key, described]) => {
      const known = described.map(({ id: name }) => name);
      const found = one[key];
      if (found === null || known.includes(found)) return [];
      return [issue('id-unknown', source.placeOf(['programs', index, key]), unexpected(key, found, known))];
    }),
  );
}

/** Every sweep that a program names is in some run of the benchmark, or is its own, not measured yet. */
export function checkSweeps(source: Source, { programs }: ProgramSet, runs: readonly Run[]): readonly Issue[] {
  const known = [...new Set(runs.flatMap((run) => run.sweeps.map((sweep) => sweep.id)))].sort();
  return programs.flatMap(({ id: own, sweeps }, index) =>
    sweeps.flatMap((sweep, at) =>
      known.includes(sweep) || sweep === own
        ? []
        : [issue('id-unknown', source.placeOf(['programs', index, 'sweeps', at]), unexpected('sweep', sweep, known))],
    ),
  );
}

/** Finds programs that were changed after the lead run measured them: the site would show what nobody measured. */
export function checkUnchanged(source: Source, { programs }: ProgramSet, lead: Run | undefined): readonly Issue[] {
  const measured = new Map(lead?.sweeps.map(({ id, program }) => [id, program]));
  return programs.flatMap(({ id, files }, index) => {
    const hash = measured.get(id) ?? null;
    if (lead === undefined || hash === null || hash === hashProgram(files)) return [];
    const message = `The program \`${id}\` is not the one that the lead run ${lead.id} measured: its files were changed since; take the change back or measure again`;
    return [issue('program-changed', source.placeOf(['programs', index, 'id']), message)];
  });
}

function checkFiles(one: Program, place: ReturnType<Source['placeOf']>, folder: string): readonly Issue[] {
  if (one.files.length > 0) return [];
  return [issue('file-missing', place, `Found no file in ${folder}${one.id}/, expected the program there`)];
}

/** A program that nobody describes would never be shown. */
function checkStrays(files: readonly TextFile[], folder: string, ids: readonly string[]): readonly Issue[] {
  return files
    .filter(({ file }) => file.startsWith(folder))
    .flatMap(({ file }) => {
      const found = file.slice(folder.length).replace(/\/.*$/, '');
      if (ids.includes(found)) return [];
      return [issue('id-unknown', { file, line: 1, column: 1 }, unexpected('program', found, ids))];
    });
}
