import { describe, expect, test } from 'vitest';
import type { Sweep } from '../../../scripts/domain/run.ts';
import { checkSweeps, checkUnchanged, readPrograms } from '../../../scripts/validate/program.ts';
import { hashProgram } from '../../../scripts/validate/program-hash.ts';
import { brief, runOf, sourceOf, sweepOf } from '../../support/samples.ts';

const files = [
  { file: 'benchmarks/knocks/servers/one/a.py', text: 'a\n' },
  { file: 'benchmarks/knocks/servers/two/b.c', text: 'b\n' },
];
const good = `written: 2026-01-01
programs:
  - {id: one, command: python3 a.py, sweeps: [first]}
  - {id: two, build: cc b.c, command: ./a.out, sweeps: [second]}
`;

function read(text: string): ReturnType<typeof readPrograms> {
  return readPrograms(sourceOf(text, 'benchmarks/knocks/programs.yaml'), 'knocks', files);
}

describe('a list of programs', () => {
  test('takes the files of every program from its folder', () => {
    const { value, issues } = read(good);
    expect(issues).toEqual([]);
    expect(value?.programs.map((one) => one.files.map(({ file }) => file))).toEqual(files.map(({ file }) => [file]));
    expect(value).toMatchObject({ benchmark: 'knocks', written: '2026-01-01', note: null });
  });

  test.each([
    ['a program without a folder', good.replace('id: two', 'id: three'), ['file-missing@4:10', 'id-unknown@1:1']],
    ['the same program twice', good.replace('id: two', 'id: one'), ['id-duplicate@4:10', 'id-unknown@1:1']],
    ['a program of no sweep', good.replace('[second]', '[]'), ['value-form@4:56']],
    ['a date that is none', good.replace('2026-01-01', '2026-13-01'), ['value-form@1:10']],
  ])('complains of %s', (_what, text, expected) => {
    expect(brief(read(text).issues)).toEqual(expected);
  });

  test('complains of a sweep that no run has', () => {
    const source = sourceOf(good, 'benchmarks/knocks/programs.yaml');
    const { value } = readPrograms(source, 'knocks', files);
    if (value === null) throw new Error('the sample is broken');
    const runs = [runOf('r', '2026-01-01', { sweeps: [sweepOf([], 'first'), sweepOf([], 'seconds')] })];
    const issues = checkSweeps(source, value, runs);
    expect(brief(issues)).toEqual(['id-unknown@4:57']);
    expect(issues[0]?.message).toContain('did you mean `seconds`?');
  });

  test('tells of a program that was changed after it was measured', () => {
    const source = sourceOf(good, 'benchmarks/knocks/programs.yaml');
    const { value } = readPrograms(source, 'knocks', files);
    if (value === null) throw new Error('the sample is broken');
    const measured = value.programs.map(({ id, files: own }) => ({ ...sweepOf([], id), program: hashProgram(own) }));
    const check = (sweeps: readonly Sweep[]): readonly string[] =>
      brief(checkUnchanged(source, value, runOf('r', '2026-01-01', { sweeps })));
    expect(check(measured)).toEqual([]);
    expect(check(measured.map((one, at) => (at === 0 ? one : { ...one, program: '0123456789abcdef' })))).toEqual([
      'program-changed@4:10',
    ]);
    expect(check(measured.map((one) => ({ ...one, program: null })))).toEqual([]);
  });
});
