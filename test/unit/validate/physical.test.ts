import { describe, expect, test } from 'vitest';
import { checkMeasured, measuredRun } from '../../support/measured.ts';

const benchmark = [
  'axis: rate',
  'key: [rate]',
  'measures:',
  '  - {id: rate, label: Attempted rate, unit: /s}',
  '  - {id: got, label: Achieved rate, unit: /s}',
  '  - {id: sent, label: Attempted}',
  '  - {id: ok, label: Answered}',
  '  - {id: lost, label: Errors}',
  '  - {id: avg, label: Mean, unit: ms}',
  '  - {id: p50, label: Median, unit: ms}',
  '  - {id: p99, label: 99 %, unit: ms}',
  '  - {id: max, label: Longest, unit: ms}',
  '  - {id: open, label: Peak open}',
  '  - {id: cpu, label: CPU, unit: s}',
  '  - {id: wall, label: Time, unit: s}',
  'accounts: {attempted: sent, answered: ok, serverErrors: [lost], generatorErrors: []}',
  'physical: {attemptedRate: rate, achievedRate: got, mean: avg, percentiles: {p99: p99, p50: p50}, longest: max, openPeak: open, cpu: cpu, wall: wall}',
  'charts: [{id: got, template: lines, title: Rate, question: How much?, measure: got}]',
];
const header = 'rate,got,sent,ok,lost,avg,p50,p99,max,open,cpu,wall';
const good = '1000,1000,2000,2000,0,0.4,0.3,3,6,8,0.45,2';
const runText = (key: string): string =>
  `date: 2026-01-10\ntitle: T\ncondition: quiet\nby: A\n${key}testbed: {machine: M}\ncaveats: [C]\n`;
const checkRow = (row: string, key = 'share: 0.25\n') =>
  checkMeasured({
    benchmark,
    twig: `${header}\n${row}\n`,
    brook: `${header}\n${good}\n`,
    more: { [`${measuredRun}/run.yaml`]: runText(key) },
  });

describe('a step', () => {
  test('whose numbers can be true together is used', () => {
    expect(checkRow(good).found).toEqual([]);
  });

  test.each([
    ['a falling percentile', '1000,1000,2000,2000,0,0.4,4,3,6,8,0.45,2', 'p50 4 ms is above p99 3 ms'],
    [
      'a mean above the percentiles',
      '1000,1000,2000,2000,0,4,0.3,3,6,80,0.45,2',
      'the mean avg 4 ms is above what p50',
    ],
    [
      'a mean above p99 without a longest',
      '1000,1000,2000,2000,0,4,,3,,80,0.45,2',
      'the mean avg 4 ms is above what p99 3 ms',
    ],
    ['more achieved than attempted', '1000,1200,2000,2000,0,0.4,0.3,3,6,8,0.45,2', 'more achieved (got 1,200/s)'],
    [
      'microseconds as milliseconds',
      '1000,1000,2000,2000,0,400,300,900,950,8,0.45,2',
      'keep 400 connections open, but open 8',
    ],
    [
      'a response longer than the step',
      '1000,1000,2000,2000,0,400,300,2900,6000,,0.45,2',
      'is longer than the step (wall 2 s)',
    ],
    [
      'CPU beyond the share',
      '1000,1000,2000,2000,0,0.4,0.3,3,6,8,0.9,2',
      "cpu 0.9 s is more than the server's share, 0.25 cores",
    ],
  ])('with %s is rejected', (_, row, reason) => {
    const { issues, report } = checkRow(row);
    expect(issues.map(({ rule, place }) => [rule, place.line])).toEqual([['step-unphysical', 2]]);
    expect(issues[0]?.message).toContain(reason);
    const twig = report?.runs[0]?.sweeps.find(({ series }) => series === 'twig');
    expect(twig?.levels[0]).toMatchObject({ steps: 0, rejected: 1 });
  });

  test('with a long tail may have a mean above its 99th percentile', () => {
    expect(checkRow('1000,1000,2000,2000,0,10,0.3,3,1900,80,0.45,2').found).toEqual([]);
  });

  test('of a late generator may have responses longer than its connections', () => {
    const lagging = [...benchmark, 'lag: {measure: late, most: 500}'].flatMap((line) =>
      line === 'measures:' ? [line, '  - {id: late, label: Lag, unit: ms}'] : [line],
    );
    const row = '1000,1000,2000,2000,0,400,300,900,950,8,0.45,2';
    const rows = (late: number): string => `${header},late\n${row},${late}\n`;
    expect(checkMeasured({ benchmark: lagging, twig: rows(390) }).found).toEqual([]);
    expect(checkMeasured({ benchmark: lagging, twig: rows(1) }).found).toContain('step-unphysical@twig.csv:2');
  });

  test('with errors that do not add up is rejected for that', () => {
    const { issues } = checkRow('1000,1000,2000,1500,100,0.4,0.3,3,6,8,0.45,2');
    expect(issues.map(({ rule }) => rule)).toEqual(['step-unbalanced']);
  });

  test('of which the share or a quantity is unknown is not judged by it', () => {
    expect(checkRow('1000,1000,2000,2000,0,0.4,0.3,3,6,8,0.9,2', '').found).toEqual([]);
    expect(checkRow('1000,1000,2000,2000,0,400,,,,,,', '').found).toEqual([]);
  });
});

describe('programs that end at one rate', () => {
  const step = (rate: number, got: number): string => `${rate},${got},,,,,,,,,,`;
  const sweep = (top: number): string => [header, step(4000, 4000), step(8000, top), ''].join('\n');
  const checkTops = (third: number, key = '') =>
    checkMeasured({
      benchmark,
      twig: sweep(5000),
      brook: sweep(5010),
      more: {
        [`${measuredRun}/run.yaml`]: `${runText(key)}sweeps: {twig: {label: A}, brook: {label: B}, third: {label: C}}\n`,
        [`${measuredRun}/third.csv`]: sweep(third),
      },
    });

  test('are an error, unless the run names a limit of the generator or they differ', () => {
    const { issues } = checkTops(5005);
    expect(issues.filter(({ rule }) => rule === 'run-ceiling').map(({ message }) => message)).toEqual([
      expect.stringContaining('twig, third, brook all end at 5010/s'),
    ]);
    expect(checkTops(5005, 'ceiling: 5000\n').found).not.toContain('run-ceiling@run.yaml:1');
    expect(checkTops(5600).found).not.toContain('run-ceiling@run.yaml:1');
  });
});

test('a misspelled physical column is told', () => {
  const wrong = benchmark.map((line) => line.replace('p99: p99,', 'p99: p98,'));
  const { issues } = checkMeasured({ benchmark: wrong, twig: `${header}\n${good}\n` });
  expect(issues.map(({ rule, message }) => [rule, message.includes('`p98`')])).toEqual([['id-unknown', true]]);
});
