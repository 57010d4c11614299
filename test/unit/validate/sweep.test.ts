import { describe, expect, test } from 'vitest';
import { readSweep } from '../../../scripts/validate/sweep.ts';
import { benchmark, brief, sweepOf, tableOf } from '../../support/samples.ts';

const { columns: _columns, steps: _steps, file: _file, ...description } = sweepOf([], 'one');
const read = (text: string) => readSweep(tableOf(text), description, benchmark, null);
const cell = (column: string, text: string) => {
  const { value, issues } = read(`repeat,rate,${column}\n1,1000,${text}\n`);
  return { value: value?.steps[0]?.values.get(column), issues: brief(issues) };
};

describe('the header', () => {
  test.each<[string, string, readonly string[]]>([
    ['csv-header-exact', 'repeat,rate,achieved', []],
    ['csv-header-other-order', 'achieved,rate,repeat', []],
    ['csv-header-unknown', 'repeat,rate,achived', ['csv-header@1:13']],
    ['csv-header-capital', 'repeat,Rate,rate', ['csv-header@1:8']],
    ['csv-header-blank-around', 'repeat, rate,rate', ['csv-header@1:8']],
    ['csv-header-blank', 'repeat,rate,', ['csv-header@1:13']],
    ['csv-header-twice', 'repeat,rate,rate', ['csv-header@1:13']],
    ['csv-header-without-axis', 'repeat,achieved', ['csv-header@1:1']],
    ['csv-header-without-repeats', 'rate,achieved', []],
    ['csv-header-all-at-once', 'x,y', ['csv-header@1:1', 'csv-header@1:3', 'csv-header@1:1']],
  ])('%s', (_name, header, expected) => {
    const width = header.split(',').length;
    expect(brief(read(`${header}\n${Array.from({ length: width }, () => '1').join(',')}\n`).issues)).toEqual(expected);
  });

  test('guesses the column that was meant', () => {
    expect(read('repeat,rate,achived\n1,1,1\n').issues[0]?.message).toContain('did you mean `achieved`?');
  });
});

describe('a number', () => {
  test.each([
    ['0', 0],
    ['5', 5],
    ['0.24', 0.24],
    ['12000', 12000],
    ['999.5', 999.5],
    ['123456789012345', 123456789012345],
    ['1234567890123456', 1234567890123456],
    ['1049.6213740412305', Number('1049.6213740412305')],
    ['4.15e-5', 0.0000415],
    ['1E5', 100000],
  ])('%s', (text, value) => {
    expect(cell('achieved', text)).toEqual({ value, issues: [] });
  });

  test.each(['=1+1', '-1+cmd', '@SUM(A1)', '＝1'])('csv-formula %s is refused in a column of text', (text) => {
    expect(cell('remark', text)).toEqual({ value: null, issues: ['csv-formula@2:8'] });
  });

  test('a text that holds a sign inside is kept', () => {
    expect(cell('remark', '2026-11-22T20:18:47Z')).toEqual({ value: '2026-11-22T20:18:47Z', issues: [] });
  });

  test('csv-blank-cell stays null', () => {
    expect(cell('achieved', '')).toEqual({ value: null, issues: [] });
    expect(cell('answered', '')).toEqual({ value: null, issues: [] });
    expect(cell('disturbed', '')).toEqual({ value: null, issues: [] });
    expect(cell('remark', '')).toEqual({ value: null, issues: [] });
  });

  test.each([
    ...['0x10', '1e', 'e5', 'Infinity', '-Infinity', 'NaN', ' 5', '5 ', '+5', '05', '5.', '.5', '1,5', '1_000'],
    ...['--5', '-', 'null', 'true', '0b1', '1.2.3', '５', '123456789012345678', '"1,000"', 'n/a', '1e999'],
  ])('refuses `%s` and keeps it null', (text) => {
    const quoted = text.includes(',') && !text.startsWith('"') ? `"${text}"` : text;
    expect(cell('achieved', quoted)).toEqual({ value: null, issues: ['csv-number@2:8'] });
  });

  test('is kept as it is written too', () => {
    const { value } = read('repeat,rate,achieved\n1,1000,2.50\n');
    expect(value?.steps[0]?.written.get('achieved')).toBe('2.50');
  });

  test.each(['-1', '-0.5', '-1e2'])('%s is impossible', (text) => {
    expect(cell('achieved', text).issues).toEqual(['step-impossible@2:8']);
  });

  test('beyond a bound of its measure is impossible, with the bound', () => {
    const measures = benchmark.measures.map((one) => (one.id === 'achieved' ? { ...one, min: 2, max: 60_000 } : one));
    const faults = (text: string): readonly string[] =>
      readSweep(
        tableOf(`repeat,rate,achieved\n1,1000,${text}\n`),
        description,
        { ...benchmark, measures },
        null,
      ).issues.map(({ message }) => message);
    expect(faults('2')).toEqual([]);
    expect(faults('60000')).toEqual([]);
    expect(faults('1.9')).toEqual(['Found 1.9 in achieved, expected 2 or more (`min` of the measure)']);
    expect(faults('60001')).toEqual(['Found 60001 in achieved, expected 60000 or less (`max` of the measure)']);
  });

  test.each(['-0', '-0.0'])('%s does not become a negative zero', (text) => {
    expect(Object.is(cell('achieved', text).value, -0)).toBe(false);
  });

  test.each([
    ['1', []],
    ['0.999', []],
    ['1.001', ['step-impossible@2:8']],
    ['99.9', ['step-impossible@2:8']],
  ])('a share of %s', (text, issues) => {
    expect(cell('answered', text).issues).toEqual(issues);
  });
});

describe('flags and words', () => {
  test.each([
    ['0', 0, []],
    ['1', 1, []],
    ['2', null, ['csv-number@2:8']],
    ['true', null, ['csv-number@2:8']],
    ['-1', null, ['csv-number@2:8']],
  ])('the flag %s', (text, value, issues) => {
    expect(cell('disturbed', text)).toEqual({ value, issues });
  });

  test('words stay as they are', () => {
    expect(cell('remark', '0x10')).toEqual({ value: '0x10', issues: [] });
    expect(cell('remark', '"a ""b"", c"')).toEqual({ value: 'a "b", c', issues: [] });
  });
});

describe('steps', () => {
  test('carry axis, repeat, state and every value', () => {
    const { value, issues } = read('repeat,rate,disturbed,rejected\n1,500,0,0\n1,1000,1,0\n2,500,1,1\n2,1000,,\n');
    expect(issues).toEqual([]);
    expect(value?.steps.map(({ axis, repeat, state }) => `${axis} ${repeat} ${state}`)).toEqual([
      '500 1 clean',
      '1000 1 disturbed',
      '500 2 rejected',
      '1000 2 clean',
    ]);
    expect(value?.columns).toEqual(['repeat', 'rate', 'disturbed', 'rejected']);
  });

  test.each<[string, string, readonly string[]]>([
    ['csv-duplicate-key', '1,500,1\n1,500,2\n', ['csv-duplicate@3:1']],
    ['csv-duplicate-key-thrice', '1,500,1\n1,500,1\n1,500,1\n', ['csv-duplicate@3:1', 'csv-duplicate@4:1']],
    ['csv-duplicate-key-other-digits', '1,500,1\n1,500.0,2\n', ['csv-duplicate@3:1']],
    ['csv-other-repeat', '1,500,1\n2,500,1\n', []],
    ['csv-other-rate', '1,500,1\n1,1000,1\n', []],
  ])('%s', (_name, rows, expected) => {
    expect(brief(read(`repeat,rate,achieved\n${rows}`).issues)).toEqual(expected);
  });

  test('names the line of the first one', () => {
    expect(read('repeat,rate\n1,5\n1,6\n1,5\n').issues[0]?.message).toContain('line 2');
  });

  test('csv-blank-axis is refused and becomes no number', () => {
    const { value, issues } = read('repeat,rate,achieved\n1,,5\n');
    expect(issues.length).toBeGreaterThan(0);
    expect(value?.steps.some(({ axis }) => axis === 0) ?? false).toBe(false);
  });

  test('all mistakes of a file at once', () => {
    expect(brief(read('repeat,rate,answered\n1,x,2\n1,5,-1\n').issues)).toEqual([
      'csv-number@2:3',
      'step-impossible@2:5',
      'step-impossible@3:5',
    ]);
  });
});
