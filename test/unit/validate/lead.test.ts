import { describe, expect, test } from 'vitest';
import { checkLead } from '../../../scripts/validate/lead.ts';
import { benchmark, brief, runOf, sourceOf, stepOf, sweepOf } from '../../support/samples.ts';

const source = sourceOf('title: Knocks\nlead: whole\n', 'data/knocks/benchmark.yaml');
const sweeps = (programs: number, repeats: number) =>
  Array.from({ length: programs }, (_, index) =>
    sweepOf(
      Array.from({ length: repeats }, (__, repeat) => stepOf(1000, repeat + 1, 1000)),
      `program-${index}`,
    ),
  );
const whole = runOf('whole', '2026-01-01', { sweeps: sweeps(3, 2) });
const laptop = runOf('laptop', '2026-02-01', { sweeps: sweeps(1, 1) });
const check = (lead: string | null, ...runs: (typeof whole)[]) =>
  checkLead(
    source,
    { ...benchmark, lead },
    runs,
    runs.map(({ id }) => id),
  );

describe('the lead run', () => {
  test('needs no name where it is the only one', () => {
    expect(check(null, whole)).toEqual([]);
  });

  test('is named once there are several, and the candidates are told', () => {
    const issues = check(null, whole, laptop);
    expect(brief(issues)).toEqual(['lead-missing@1:1']);
    expect(issues[0]?.message).toContain('laptop, whole');
    expect(issues[0]?.message).toMatch(/add `lead: \w+`$/);
  });

  test('stays what it is when a newer run of less comes in', () => {
    expect(check('whole', whole, laptop)).toEqual([]);
  });

  test('is one of the runs', () => {
    const issues = check('whol', whole, laptop);
    expect(brief(issues)).toEqual(['id-unknown@2:7']);
    expect(issues[0]?.message).toContain('did you mean `whole`?');
  });

  test('that shows less than another is told: programs and repeats', () => {
    const issues = check('laptop', whole, laptop);
    expect(issues.map(({ rule, level }) => [rule, level])).toEqual([['run-lead', 'warning']]);
    expect(issues[0]?.message).toContain(
      'no program-1, program-2, which whole has and fewer repeats than whole (1 to 2)',
    );
  });

  test('may lack what was measured on a busy machine, or in another scenario', () => {
    expect(check('laptop', { ...whole, condition: 'busy' }, laptop)).toEqual([]);
    const other = sweeps(1, 1).map((sweep) => ({ ...sweep, id: 'else', framework: 'else', scenario: 'accept' }));
    expect(check('laptop', { ...whole, sweeps: other }, laptop)).toEqual([]);
  });
});
