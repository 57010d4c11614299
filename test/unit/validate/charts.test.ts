import { describe, expect, test } from 'vitest';
import { chartData } from '../../../scripts/figures/chart.ts';
import { numbersOf } from '../../../scripts/figures/numbers.ts';
import { describeChart } from '../../../scripts/figures/sentence.ts';
import { describeFixed } from '../../../scripts/figures/settings.ts';
import { tableOf } from '../../../scripts/figures/table.ts';
import { checkMeasured } from '../../support/measured.ts';

const measures = [
  'axis: c',
  'key: [c, payload_kib]',
  'measures:',
  '  - {id: c, label: Connections}',
  '  - {id: payload_kib, label: Payload, unit: KiB}',
  '  - {id: rps, label: Rate, unit: /s, better: higher}',
];
const chart = (more = '') =>
  `charts: [{id: rate, template: dots, title: Rate, question: How fast?, measure: rps${more}}]`;
const csv = 'c,payload_kib,rps\n16,64,100\n16,1,900\n32,1,1800\n';
const checkWith = (more: string, lines: readonly string[] = [], twig = csv) =>
  checkMeasured({ benchmark: [...measures, chart(more), ...lines], twig });

/** The charts of a benchmark as they are drawn, with what each shows. */
function drawnOf(more: string) {
  const { report, found } = checkWith(more);
  const run = report?.runs[0];
  if (report === undefined || run === undefined) throw new Error(found.join(' '));
  return report.benchmark.charts.map((one) => {
    const data = chartData(one, report, run);
    return {
      id: one.id,
      title: one.title,
      points: data.points.map(({ series, label, axis, value }) => [series, label, axis, value]),
      fixed: describeFixed(report, data.run, one),
      rows: tableOf(data).rows.map(({ label }) => label),
      numbers: numbersOf(data),
      words: describeChart(data),
    };
  });
}

describe('rows that differ in a second key', () => {
  test('are different points, never repeats of one', () => {
    const { report } = checkWith(', fix: {payload_kib: 1}');
    const parts = (report?.runs[0]?.sweeps ?? []).filter(({ sweep }) => sweep.id === 'twig');
    expect(
      parts.map(({ series, label, levels }) => [
        series,
        label,
        levels.map(({ axis, spreads }) => [axis, spreads.get('rps')]),
      ]),
    ).toEqual([
      [
        'twig--1-kib',
        'twig (1 KiB)',
        [
          [16, { median: 900, min: 900, max: 900, count: 1 }],
          [32, { median: 1800, min: 1800, max: 1800, count: 1 }],
        ],
      ],
      ['twig--64-kib', 'twig (64 KiB)', [[16, { median: 100, min: 100, max: 100, count: 1 }]]],
    ]);
  });

  test('are an error in a chart that says nothing of them, with the remedy', () => {
    const { issues } = checkWith('');
    expect(issues.map(({ rule, place }) => [rule, place.line])).toEqual([['setting-missing', 10]]);
    expect(issues[0]?.message).toContain('`fix: {payload_kib: 1}`, `facet: payload_kib` or `series: payload_kib`');
  });

  test('are no error where all have one value', () => {
    const { found, report } = checkWith('', [], 'c,payload_kib,rps\n16,1,900\n32,1,1800\n');
    expect(found).toEqual([]);
    expect(report?.runs[0]?.sweeps.map(({ label }) => label)).toEqual(['brook', 'twig']);
  });

  test('a filter says of which it is', () => {
    const filter = (more: string) => [`filters: [{id: f, label: F, measure: rps, at: 16${more}}]`];
    expect(checkWith(', fix: {payload_kib: 1}', filter('')).found).toEqual(['setting-missing@benchmark.yaml:11']);
    expect(checkWith(', fix: {payload_kib: 1}', filter(', fix: {payload_kib: 64}')).found).toEqual([]);
  });
});

describe('a chart of one of them', () => {
  test('shows its rows alone and says so in words, caption and table', () => {
    const [one] = drawnOf(', fix: {payload_kib: 64}');
    expect(one?.points).toEqual([
      ['brook', 'brook', 16, 100],
      ['twig', 'twig', 16, 100],
    ]);
    expect(one?.fixed).toBe(' Payload: 64 KiB.');
    expect(one?.numbers.header).toContain('payload_kib');
    expect(one?.numbers.rows[0]).toContain(64);
  });

  test.each<[string, string, string]>([
    ['a value that nobody measured', ', fix: {payload_kib: 2}', 'id-unknown'],
    ['a value of another kind', ', fix: {payload_kib: small}', 'column-kind'],
    ['a column that is no further key', ', fix: {rps: 2}', 'id-unknown'],
    ['the axis', ', facet: c', 'id-unknown'],
    ['one column twice', ', fix: {payload_kib: 1}, facet: payload_kib', 'value-form'],
  ])('cannot fix %s', (_name, more, rule) => {
    expect(checkWith(more).issues.map((one) => one.rule)).toContain(rule);
  });
});

describe('a chart with a facet', () => {
  test('is a figure for each value', () => {
    expect(
      drawnOf(', facet: payload_kib').map(({ id, title, fixed, points }) => [id, title, fixed, points.length]),
    ).toEqual([
      ['rate-1-kib', 'Rate (1 KiB)', ' Payload: 1 KiB.', 4],
      ['rate-64-kib', 'Rate (64 KiB)', ' Payload: 64 KiB.', 2],
    ]);
  });

  test('has six at most', () => {
    const many = `c,payload_kib,rps\n${[1, 2, 3, 4, 5, 6, 7].map((kib) => `16,${kib},1\n`).join('')}`;
    const { issues } = checkWith(', facet: payload_kib', [], many);
    expect(issues.map(({ rule }) => rule)).toEqual(['setting-missing']);
    expect(issues[0]?.message).toContain('7 values');
  });
});

test('a chart of series has one for each program and value', () => {
  const [one] = drawnOf(', series: payload_kib');
  expect(one?.rows).toEqual(['brook (1 KiB)', 'brook (64 KiB)', 'twig (1 KiB)', 'twig (64 KiB)']);
  expect(one?.points.filter(([series]) => series === 'twig--64-kib')).toEqual([
    ['twig--64-kib', 'twig (64 KiB)', 16, 100],
  ]);
  expect(one?.words).toContain('Rate of 4 series');
});

test('saturation is that of one setting', () => {
  const benchmark = [
    ...measures,
    'saturation: {label: Held, text: T, tests: [{measure: rps, relativeTo: c, atLeast: 10}]}',
    'charts: []',
  ];
  const { report } = checkMeasured({ benchmark, twig: csv });
  const held = report?.runs[0]?.sweeps.map(({ series, saturation }) => [series, saturation?.value]);
  expect(held?.filter(([series]) => String(series).startsWith('twig'))).toEqual([
    ['twig--1-kib', 32],
    ['twig--64-kib', null],
  ]);
});
