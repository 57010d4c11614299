import { describe, expect, test } from 'vitest';
import type { Report, RunReport } from '../../../../scripts/domain/report.ts';
import type { Fact, Run } from '../../../../scripts/domain/run.ts';
import { compareRuns } from '../../../../templates/benchmark/run-comparison.ts';
import {
  comparisonWarning,
  formatTestbed,
  groupByTestbed,
  listFacts,
  sameTestbed,
} from '../../../../templates/parts/dataset/testbed.ts';
import { commandsOf, describeMethod, describeSteps } from '../../../../templates/parts/run-facts/method.ts';
import {
  benchmark,
  benchmarkReportOf,
  frameworkOf,
  runOf,
  stepOf,
  summarizeSweep,
  sweepOf,
} from '../../../support/samples.ts';
import { siteOf } from '../../../support/site.ts';

const fact = (label: string, value: string): Fact => ({ label, value });
const machine = [fact('CPU', 'fast'), fact('memory', '24 GiB')];
const reportOf = (run: Run): RunReport => ({
  run,
  sweeps: run.sweeps.map((sweep) => ({ ...summarizeSweep(sweep, run, benchmark), levels: [], saturation: null })),
});

describe('testbeds', () => {
  const one = runOf('one', '2026-01-01', { testbed: machine });
  const turned = runOf('turned', '2026-01-02', { testbed: machine.toReversed() });
  const other = runOf('other', '2026-01-03', { testbed: [fact('CPU', 'slow'), fact('memory', '24 GiB')] });
  const busy = runOf('busy', '2026-01-04', { testbed: machine, condition: 'busy' });

  test('are the same whatever the order of their facts, and others where one fact differs', () => {
    expect(sameTestbed(one, turned)).toBe(true);
    expect(sameTestbed(one, other)).toBe(false);
    expect(sameTestbed(one, runOf('bare', '2026-01-01'))).toBe(false);
    expect(groupByTestbed([one, other, turned].map(reportOf)).map(({ runs }) => runs.map(({ run }) => run.id))).toEqual(
      [['one', 'turned'], ['other']],
    );
    expect(formatTestbed(machine)).toBe('Fast · 24 GiB');
    expect(formatTestbed(machine.slice(0, 1))).toBe('CPU: fast');
    expect(listFacts(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
    expect(listFacts(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more');
  });

  test('forbid a comparison across them, and warn of one across conditions', () => {
    expect(comparisonWarning([])).toBe('');
    expect(comparisonWarning([one, turned])).toBe('');
    expect(comparisonWarning([one, turned, other])).toContain('not comparable');
    expect(comparisonWarning([one, busy])).toContain('are hardly comparable');
  });
});

describe('runs side by side', () => {
  const saturation = { value: 2000, low: 1500, below: 2500, censored: false, disturbed: false };
  const measured = (id: string, more: Partial<Run> = {}, scenario: string | null = null): RunReport => {
    const sweep = { ...sweepOf([stepOf(500, 1, 500)], 'one'), scenario };
    const run = runOf(id, '2026-01-01', { testbed: machine, sweeps: [sweep], ...more });
    return { run, sweeps: [{ ...summarizeSweep(sweep, run, benchmark), levels: [], saturation }] };
  };
  const report = {
    site: { url: '', base: '/', editions: [] },
    frameworks: [frameworkOf('one', {}), frameworkOf('two', {})],
  } as unknown as Report;
  const view = (runs: readonly RunReport[]) => compareRuns(benchmarkReportOf(benchmark, runs), runs, siteOf(report));

  test('show the frameworks that at least two measured, each with its interval', () => {
    expect(view([measured('a'), measured('b')])).toEqual({
      warning: '',
      columns: ['a', 'b'],
      rows: [
        {
          name: 'one',
          href: '/frameworks/one/',
          cells: [['one: 2,000/s (1,500–2,500)'], ['one: 2,000/s (1,500–2,500)']],
        },
      ],
    });
    expect(view([measured('a')])).toBeNull();
  });

  test('are refused across testbeds', () => {
    expect(view([measured('a'), measured('b', { testbed: [fact('CPU', 'slow')] })])).toBeNull();
  });

  test('say where condition, parameters or scenario differ', () => {
    const other = measured('b', { condition: 'busy', parameters: [fact('timeout', '60 s')] }, 'accept');
    expect(view([measured('a', {}, 'request'), other])?.warning).toMatch(
      /are hardly comparable\. They differ in: timeout\. Their programs ran different scenarios/,
    );
  });
});

describe('the method of a run', () => {
  const report = benchmarkReportOf(benchmark, []);
  const sweeps = [
    sweepOf([stepOf(500, 1, 500), stepOf(500, 2, 500, 'disturbed'), stepOf(1000, 1, 900, 'rejected')], 'one'),
    { ...sweepOf([stepOf(2000, 1, 1900)], 'two'), framework: null },
  ];

  test('is counted from its steps', () => {
    const run = runOf('one', '2026-01-01', { sweeps });
    expect(describeMethod(report, reportOf(run))).toEqual([
      'Measured: 2 programs (of 1 framework and 1 baseline).',
      'rate: 500/s to 2,000/s, 3 values in all.',
      'Saturation: The highest rate still answered.',
    ]);
    expect(describeSteps(run)).toMatch(
      /^4 steps, at most 2 repeats per program\. Disturbed by other work on the machine: 1 step .*Rejected by a physical check: 1 step /,
    );
  });

  test('says where the load generator ends and what is withheld', () => {
    const run = runOf('one', '2026-01-01', { sweeps, ceiling: 20_000, withheld: ['achieved'] });
    const method = describeMethod(report, reportOf(run)).join('\n');
    expect(method).toContain('reaches at most 20,000/s');
    expect(method).toContain('Withheld from figures, tables and the API: achieved.');
  });

  test('says of a run in words that it has no results, and counts nothing', () => {
    const run = runOf('one', '2026-01-01');
    expect(describeMethod(report, reportOf(run))).toEqual([expect.stringContaining('no result files')]);
    expect(describeSteps(run)).toBe('');
  });

  test('gives commands as they were typed', () => {
    const generator = [fact('program', 'wrk'), fact('command', 'wrk -t1 -c10')];
    const parameters = [fact('server command', 'python s.py'), fact('commander', 'nobody')];
    const run = runOf('one', '2026-01-01', { generator, parameters });
    expect(commandsOf(run).map(({ value }) => value)).toEqual(['wrk -t1 -c10', 'python s.py']);
  });
});
