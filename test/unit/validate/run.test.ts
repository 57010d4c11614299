import { describe, expect, test } from 'vitest';
import { readRun } from '../../../scripts/validate/run.ts';
import { benchmark, brief, sourceOf, tableOf } from '../../support/samples.ts';

const head = 'title: A run\ncondition: quiet\nby: me\ntestbed: {CPU: two, cores: 2}\ncaveats: []\n';
const folder = 'data/knocks/runs/2026-01-01-lab';
const table = (id: string) => tableOf('repeat,rate\n1,500\n', `${folder}/${id}.csv`);
const read = (rest: string, ids: readonly string[] = [], date = '2026-01-01') =>
  readRun(sourceOf(`${head}date: ${date}\n${rest}`), ids.map(table), '2026-01-01-lab', benchmark);

describe('a run', () => {
  test('has null for what it does not say', () => {
    const { value, issues } = read('');
    expect(issues).toEqual([]);
    expect(value).toMatchObject({
      ...{ id: '2026-01-01-lab', benchmark: 'knocks', date: { kind: 'on', text: '2026-01-01' }, ceiling: null },
      ...{ supersedes: null, withheld: [], sweeps: [], statements: [], generator: [], parameters: [] },
      testbed: [
        { label: 'CPU', value: 'two' },
        { label: 'cores', value: '2' },
      ],
    });
  });

  test.each(['2026-01-01', 'after 2009-12-22'])('takes the date %s', (date) => {
    expect(read('', [], date).issues).toEqual([]);
  });

  test.each(['2026-13-01', 'soon', '"2026"', '2026-01', 'after 2009', 'after 2009-12', 'before'])(
    'refuses the date %s: a day or after a day',
    (date) => {
      expect(brief(read('', [], date).issues)).toEqual(['value-form@6:7']);
    },
  );

  test.each<[string, string, readonly string[]]>([
    ['unknown-key', 'sweps: {}\n', ['key-unknown@7:1']],
    ['withheld-unknown', 'withheld: [achieved, achived]\n', ['id-unknown@7:22']],
    ['ceiling-as-text', 'ceiling: "20000"\n', ['value-type@7:10']],
    ['sweep-without-file', 'sweeps:\n  one: {label: One}\n', ['run-sweep@8:3']],
    ['sweep-without-label', 'sweeps:\n  one: {framework: one}\n', ['key-missing@8:8']],
    [
      'statement-of-unknown-measure',
      'statements:\n- {framework: one, measure: speed, value: 5, source: post}\n',
      ['id-unknown@8:29'],
    ],
    [
      'statement-with-unknown-qualifier',
      'statements:\n- {framework: one, measure: achieved, value: 5, qualifier: circa, source: post}\n',
      ['choice-unknown@8:60'],
    ],
    ['statement-without-source', 'statements:\n- {framework: one, measure: achieved, value: 5}\n', ['key-missing@8:3']],
  ])('%s', (_name, rest, expected) => {
    expect(brief(read(rest).issues)).toEqual(expected);
  });

  test('keeps the words of a statement', () => {
    const { value } = read(
      'statements:\n- {framework: one, measure: achieved, value: 5, qualifier: about, note: x, source: {source: post, part: text}}\n',
    );
    expect(value?.statements).toMatchObject([
      {
        ...{
          framework: 'one',
          setting: null,
          axis: null,
          measure: 'achieved',
          value: 5,
          qualifier: 'about',
          note: 'x',
        },
        sources: [{ kind: 'named', source: 'post', part: 'text' }],
        place: { line: 8, column: 3 },
      },
    ]);
  });
});

describe('its sweeps', () => {
  test('are described by the run, or are frameworks of that id', () => {
    const { value, issues } = read('sweeps:\n  one-fast: {label: One fast, framework: one}\n  raw: {label: Raw}\n', [
      ...['one-fast', 'raw', 'two'],
    ]);
    expect(issues).toEqual([]);
    expect(value?.sweeps.map(({ id, label, framework }) => [id, label, framework])).toEqual([
      ['one-fast', 'One fast', 'one'],
      ['raw', 'Raw', null],
      ['two', 'two', 'two'],
    ]);
  });

  test('a file named as a part of every object is a framework like any other', () => {
    expect(read('sweeps: {}\n', ['constructor']).value?.sweeps[0]).toMatchObject({ framework: 'constructor' });
  });

  test('give their issues with the run, each in its file', () => {
    const broken = tableOf('repeat,rate\n1,x\n', `${folder}/one.csv`);
    const { issues } = readRun(sourceOf(`${head}date: 2026-01-01\nwithheld: [x]\n`), [broken], 'lab', benchmark);
    expect(issues.map(({ rule, place }) => `${place.file} ${rule}`)).toEqual([
      `${folder}/one.csv csv-number`,
      'sample.yaml id-unknown',
    ]);
  });
});
