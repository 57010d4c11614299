import * as v from 'valibot';
import { issue, unexpected } from '../domain/issue.ts';
import type { Program, ProgramSet } from '../domain/program.ts';
import type { Run } from '../domain/run.ts';
import type { Issue, Source, TextFile } from '../domain/source.ts';
import { duplicateIds } from './catalog.ts';
import { type Checked, checkShape, day, id, line, mapping, prose } from './shape.ts';

const program = mapping({
  id: id(),
  build: v.optional(line(200)),
  command: line(200),
  sweeps: v.pipe(v.array(id()), v.minLength(1, 'The list is empty; add the sweeps that this program ran')),
  note: v.optional(prose()),
});

/** The shape of `benchmarks/<benchmark>/programs.yaml`. */
export const programsSchema = mapping({
  written: day(),
  note: v.optional(prose()),
  programs: v.array(program),
});

/** Reads the programs of one benchmark and their files, which are in `servers/<id>/` beside the description. */
export function readPrograms(source: Source, benchmark: string, files: readonly TextFile[]): Checked<ProgramSet> {
  const { value, issues } = checkShape(programsSchema, source);
  if (value === null) return { value, issues };
  const folder = source.file.replace(/[^/]+$/, 'servers/');
  const programs = value.programs.map(
    (input): Program => ({
      id: input.id,
      build: input.build ?? null,
      command: input.command,
      sweeps: input.sweeps,
      note: input.note?.trim() ?? null,
      files: files.filter(({ file }) => file.startsWith(`${folder}${input.id}/`)),
    }),
  );
  const set = { benchmark, written: value.written, note: value.note?.trim() ?? null, programs, file: source.file };
  const ids = programs.map((one) => one.id);
  return {
    value: set,
    issues: [
      ...duplicateIds(source, ['programs'], ids),
      ...programs.flatMap((one, index) => checkFiles(one, source.placeOf(['programs', index, 'id']), folder)),
      ...checkStrays(files, folder, ids),
    ],
  };
}

/** Checks that every sweep that a program names is in some run of the benchmark. */
export function checkSweeps(source: Source, { programs }: ProgramSet, runs: readonly Run[]): readonly Issue[] {
  const known = [...new Set(runs.flatMap((run) => run.sweeps.map((sweep) => sweep.id)))].sort();
  return programs.flatMap(({ sweeps }, index) =>
    sweeps.flatMap((sweep, at) =>
      known.includes(sweep)
        ? []
        : [issue('id-unknown', source.placeOf(['programs', index, 'sweeps', at]), unexpected('sweep', sweep, known))],
    ),
  );
}

function checkFiles(one: Program, place: ReturnType<Source['placeOf']>, folder: string): readonly Issue[] {
  if (one.files.length > 0) return [];
  return [issue('file-missing', place, `The folder ${folder}${one.id}/ is missing or empty; add the program's files`)];
}

/** Finds folders without a description, which would never be shown. */
function checkStrays(files: readonly TextFile[], folder: string, ids: readonly string[]): readonly Issue[] {
  return files
    .filter(({ file }) => file.startsWith(folder))
    .flatMap(({ file }) => {
      const found = file.slice(folder.length).replace(/\/.*$/, '');
      if (ids.includes(found)) return [];
      return [issue('id-unknown', { file, line: 1, column: 1 }, unexpected('program', found, ids))];
    });
}
