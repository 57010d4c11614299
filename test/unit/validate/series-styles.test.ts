import { describe, expect, test } from 'vitest';
import type { SeriesStyle } from '../../../scripts/domain/chart.ts';
import type { Framework } from '../../../scripts/domain/framework.ts';
import type { Run } from '../../../scripts/domain/run.ts';
import { readBenchmark } from '../../../scripts/validate/benchmark.ts';
import { readFramework } from '../../../scripts/validate/framework.ts';
import { checkSeriesStyles } from '../../../scripts/validate/series-styles.ts';
import { benchmark, brief, frameworkOf, runOf, sourceOf, stepOf, sweepOf } from '../../support/samples.ts';

const benchmarkText = 'title: Knocks\nlooks:\n  birch-old: {hue: 2, style: 2}\n';
const frameworkText = 'name: Birch\n';

function seriesStyle(hue: number, style: number): SeriesStyle {
  return { hue, style };
}

function complaints(
  run: Run,
  frameworks: readonly Framework[],
  seriesStyles: ReadonlyMap<string, SeriesStyle> = new Map(),
): readonly string[] {
  const measured = [
    { benchmark: { ...benchmark, seriesStyles }, source: sourceOf(benchmarkText, 'benchmark.yaml'), runs: [{ run }] },
  ];
  const known = frameworks.map((framework) => ({ framework, source: sourceOf(frameworkText, framework.file) }));
  return checkSeriesStyles(measured, known).map(
    ({ rule, place, message }) => `${place.file}:${place.line} ${rule} ${message}`,
  );
}

const sweeps = (...ids: readonly string[]): Run =>
  runOf('one', '2026-01-01', {
    sweeps: ids.map((id) => ({ ...sweepOf([stepOf(1, 1, 1)], id), framework: id.split('-')[0] ?? '' })),
  });
const birch: Framework = { ...frameworkOf('birch', {}), seriesStyle: seriesStyle(1, 1) };
const alder: Framework = { ...frameworkOf('alder', {}), seriesStyle: seriesStyle(1, 2) };

describe('looks', () => {
  test('of their own are fine', () => {
    expect(complaints(sweeps('birch', 'alder'), [birch, alder])).toEqual([]);
  });

  test('missing are asked for where they belong, once', () => {
    expect(complaints(sweeps('birch', 'alder'), [birch, { ...alder, seriesStyle: null }])).toEqual([
      'frameworks/alder.yaml:1 look-missing alder has no look and would be gray in figures; add `look: {hue: 1, style: 2}`',
    ]);
    expect(complaints(sweeps('birch', 'stranger'), [birch])).toEqual([
      'benchmark.yaml:2 look-missing The sweep stranger has no look and would be gray in figures; add `stranger: {hue: 1, style: 2}` under `looks`',
    ]);
  });

  test('are not needed for a sweep that is alone', () => {
    expect(complaints(sweeps('alder'), [{ ...alder, seriesStyle: null }])).toEqual([]);
  });

  test('shared by two sweeps of a run are told, with the free ones', () => {
    const [found, ...more] = complaints(sweeps('birch', 'birch-old'), [birch]);
    expect(more).toEqual([]);
    expect(found).toMatch(
      /^benchmark\.yaml:2 look-shared birch and birch-old share the look 1\/1 in the run one; give each its own \(hue\/style\), such as 0\/1, .*1\/2/,
    );
    expect(found?.split('such as')[1]).not.toContain('1/1');
    expect(complaints(sweeps('birch', 'birch-old'), [birch], new Map([['birch-old', seriesStyle(2, 2)]]))).toEqual([]);
  });

  test('of sweeps that are in no run are mistyped', () => {
    expect(complaints(sweeps('birch'), [birch], new Map([['birhc', seriesStyle(0, 1)]]))).toEqual([
      'benchmark.yaml:3 id-unknown Unknown sweep `birhc`, expected one of birch; did you mean `birch`?',
    ]);
  });
});

describe('the shape of a look', () => {
  test.each<[string, string, readonly string[]]>([
    ['right', '{hue: 6, style: 4}', []],
    ['a hue beyond six', '{hue: 7, style: 1}', ['value-form@6:13']],
    ['the hue of baselines', '{hue: 0, style: 1}', ['value-form@6:13']],
    ['half a style', '{hue: 1, style: 1.5}', ['value-form@6:23']],
    ['a color', '{hue: red, style: 1}', ['value-type@6:13']],
    ['no style', '{hue: 1}', ['key-missing@6:7']],
  ])('in a framework: %s', (_name, text, expected) => {
    const yaml = `name: Birch\ncategory: first\nlanguage: Python\nclaims:\n  epoll: full\nlook: ${text}\n`;
    expect(brief(readFramework(sourceOf(yaml), 'birch').issues)).toEqual(expected);
  });
});

describe('charts', () => {
  const head = [
    'title: Knocks\nsummary: Knocks.\nworkload: Knock.\naxis: rate\nkey: [rate]',
    'measures:\n  - {id: rate, label: Rate}\n  - {id: achieved, label: Achieved}',
    'saturation: {label: Saturation, text: So., tests: [{measure: achieved, atLeast: 1}]}\ncharts:',
  ].join('\n');
  const chart = 'id: a, template: lines, title: A, question: How?';
  const read = (text: string) => readBenchmark(sourceOf(`${head}\n  - {${chart}, ${text}}\n`), 'knocks');

  test.each<[string, string, string]>([
    ['steps', 'measure: achieved', 'steps'],
    ['saturation', 'measure: rate, saturation: true', 'saturation'],
    ['peaks', 'measure: achieved, against: {measure: rate}', 'peaks'],
    ['level', 'measure: achieved, at: 5, beside: [rate]', 'level'],
  ])('of %s', (_name, text, kind) => {
    const { value, issues } = read(text);
    expect(brief(issues)).toEqual([]);
    expect(value?.charts[0]?.kind).toBe(kind);
  });

  test.each<[string, string, readonly string[]]>([
    ['two kinds in one', 'measure: achieved, at: 5, against: {measure: rate}', ['value-form@11:5']],
    ['saturation of another measure', 'measure: achieved, saturation: true', ['value-form@11:5']],
    ['an unknown band', 'measure: achieved, band: latency', ['id-unknown@11:81']],
    ['an unknown measure beside', 'measure: achieved, at: 5, beside: [latency]', ['id-unknown@11:91']],
    ['an unknown measure across', 'measure: achieved, against: {measure: latency}', ['id-unknown@11:94']],
  ])('of %s are refused', (_name, text, expected) => {
    expect(brief(read(text).issues)).toEqual(expected);
  });
});
