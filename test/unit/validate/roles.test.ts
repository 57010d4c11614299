import { describe, expect, test } from 'vitest';
import { checkMeasured } from '../../support/measured.ts';

const measures = [
  'measures:',
  '  - {id: query, label: Query, kind: text}',
  '  - {id: round, label: Round}',
  '  - {id: size, label: Size, unit: KiB}',
  '  - {id: time, label: Time, unit: s, better: lower}',
  '  - {id: memo, label: Memo, kind: text}',
  '  - {id: off, label: Off, kind: flag}',
];
const numeric = ['axis: size', 'key: [round, size]', 'repeat: round', ...measures];
const textual = ['axis: query', 'key: [query]', ...measures];
const chart = (more: string, template = 'dots') =>
  `charts: [{id: one, template: ${template}, title: One, question: Which?, ${more}}]`;
const csv = 'round,size,time\n1,1,2\n';
const queries = 'query,time\nQ2,1\nQ0,2\nQ1,3\n';

describe('a column that cannot be what it is named for', () => {
  test.each<[string, readonly string[]]>([
    ['the axis is a flag', ['axis: "off"', 'key: [size]', ...measures, 'charts: []']],
    ['the repeat is a flag', ['axis: size', 'key: ["off", size]', 'repeat: "off"', ...measures, 'charts: []']],
    ['a flag is a number', [...numeric, 'flags: {disturbed: round}', 'charts: []']],
    ['a chart draws a text', [...numeric, chart('measure: memo')]],
    ['a chart draws a flag', [...numeric, chart('measure: "off"')]],
    ['a band is a text', [...numeric, chart('measure: time, band: memo')]],
    ['a chart stands against a text', [...numeric, chart('measure: time, against: {measure: memo}')]],
    ['a text is beside a number', [...numeric, chart('measure: time, at: 1, beside: [memo]')]],
    [
      'a saturation tests a text',
      [...numeric, 'saturation: {label: S, text: T, tests: [{measure: memo, atLeast: 1}]}', 'charts: []'],
    ],
    [
      'a saturation is relative to a flag',
      [
        ...numeric,
        'saturation: {label: S, text: T, tests: [{measure: time, relativeTo: "off", atLeast: 1}]}',
        'charts: []',
      ],
    ],
    ['a filter is on a text', [...numeric, 'charts: []', 'filters: [{id: f, label: F, measure: memo, at: 1}]']],
    ['a filter is on a flag', [...numeric, 'charts: []', 'filters: [{id: f, label: F, measure: "off", at: 1}]']],
    ['the lag is a text', [...numeric, 'lag: {measure: memo, most: 1}', 'charts: []']],
  ])('%s', (_name, benchmark) => {
    const { issues } = checkMeasured({ benchmark, twig: csv });
    const kinds = issues.filter(({ rule }) => rule === 'column-kind');
    expect(kinds).toHaveLength(1);
    expect(kinds[0]?.place.file).toBe('data/parse/benchmark.yaml');
    expect(kinds[0]?.message).toMatch(/cannot be .*, expected a measure of the kind /);
  });

  test('a column that is no measure at all is said to be unknown, once', () => {
    const { found } = checkMeasured({ benchmark: [...numeric, chart('measure: tim')], twig: csv });
    expect(found).toContain('id-unknown@benchmark.yaml:14');
    expect(found.filter((one) => one.startsWith('column-kind'))).toEqual([]);
  });

  test('a text cannot be stated as a number', () => {
    const statement = 'date: 2026-01-10\ntitle: T\ncondition: quiet\nby: A\ntestbed: {machine: M}\ncaveats: []\n';
    const more = {
      'data/parse/runs/2026-01-10-laptop/run.yaml': `${statement}statements: [{framework: twig, measure: memo, value: 1, source: handbook}]\n`,
    };
    const { found } = checkMeasured({ benchmark: [...numeric, 'charts: []'], twig: csv, more });
    expect(found).toContain('column-kind@run.yaml:7');
  });
});

describe('an axis of categories', () => {
  test('keeps every row, in the order of the file', () => {
    const { found, report } = checkMeasured({ benchmark: [...textual, chart('measure: time')], twig: queries });
    expect(found).toEqual([]);
    const [sweep] = report?.runs[0]?.sweeps ?? [];
    expect(sweep?.levels.map(({ axis, spreads }) => [axis, spreads.get('time')?.median])).toEqual([
      ['Q2', 1],
      ['Q0', 2],
      ['Q1', 3],
    ]);
  });

  test('or in the order that is listed', () => {
    const benchmark = [...textual, 'categories: [Q0, Q1, Q2]', chart('measure: time')];
    const { report } = checkMeasured({ benchmark, twig: queries });
    expect(report?.runs[0]?.sweeps[0]?.levels.map(({ axis }) => axis)).toEqual(['Q0', 'Q1', 'Q2']);
  });

  test('has no other values than those listed', () => {
    const benchmark = [...textual, 'categories: [Q0, Q1, Q3]', chart('measure: time')];
    const { issues } = checkMeasured({ benchmark, twig: queries, brook: 'query,time\nQ0,1\n' });
    expect(issues.map(({ rule, place }) => [rule, place.line, place.column])).toEqual([['choice-unknown', 2, 1]]);
    expect(issues[0]?.message).toContain('`Q2`');
  });

  test.each<[string, readonly string[], string]>([
    ['a saturation', ['saturation: {label: S, text: T, tests: []}', 'charts: []'], 'needs an axis of numbers'],
    ['the line of equality', [chart('measure: time, ideal: true')], 'needs an axis of numbers'],
    ['a template with an axis of numbers', [chart('measure: time', 'lines')], 'use '],
    ['small panels', [chart('measure: time, panels: true')], 'remove `panels`'],
    ['a step by number', [chart('measure: time, at: 1')], 'expected a text'],
    ['a filter by number', ['charts: []', 'filters: [{id: f, label: F, measure: time, at: 1}]'], 'expected a text'],
  ])('cannot have %s', (_name, lines, message) => {
    const { issues } = checkMeasured({ benchmark: [...textual, ...lines], twig: queries });
    expect(issues.map(({ rule }) => rule)).toContain('column-kind');
    expect(issues.find(({ rule }) => rule === 'column-kind')?.message).toContain(message);
  });

  test('has no generator that ends at a number', () => {
    const more = {
      'data/parse/runs/2026-01-10-laptop/run.yaml':
        'date: 2026-01-10\ntitle: T\ncondition: quiet\nby: A\nceiling: 5\ntestbed: {machine: M}\ncaveats: []\n',
    };
    const { found } = checkMeasured({ benchmark: [...textual, chart('measure: time')], twig: queries, more });
    expect(found).toEqual(['column-kind@run.yaml:5']);
  });

  test.each<[string, readonly string[]]>([
    ['categories', ['categories: [Q0]', 'charts: []']],
    ['a step by name', [chart('measure: time, at: Q0')]],
  ])('an axis of numbers has no %s', (_name, lines) => {
    const { found } = checkMeasured({ benchmark: [...numeric, ...lines], twig: csv });
    expect(found[0]).toMatch(/^column-kind@benchmark\.yaml/);
  });
});

test('a repeat that is no part of the key is told: its rows would be duplicates', () => {
  const { found } = checkMeasured({
    benchmark: ['axis: size', 'key: [size]', 'repeat: round', ...measures, 'charts: []'],
    twig: csv,
  });
  expect(found).toEqual(['value-form@benchmark.yaml:6']);
});

test('a chart that no run has anything for is told', () => {
  const benchmark = [...numeric, chart('measure: time, at: 5')];
  const { issues } = checkMeasured({ benchmark, twig: csv });
  expect(issues.map(({ rule, level }) => [rule, level])).toEqual([['chart-empty', 'warning']]);
  expect(issues[0]?.message).toContain('at size = 5');
});

test('a signed measure may be negative, another may not', () => {
  const signed = (more: string) => [
    'axis: size',
    'key: [size]',
    'measures:',
    '  - {id: size, label: Size}',
    `  - {id: change, label: Change${more}}`,
    chart('measure: change'),
  ];
  const twig = 'size,change\n1,-3.2\n';
  expect(checkMeasured({ benchmark: signed(', signed: true'), twig }).found).toEqual([]);
  const { issues } = checkMeasured({ benchmark: signed(''), twig, brook: 'size,change\n1,1\n' });
  expect(issues.map(({ rule }) => rule)).toEqual(['step-impossible']);
  expect(issues[0]?.message).toContain('signed: true');
});
