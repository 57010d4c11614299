import { beforeEach, describe, expect, test, vi } from 'vitest';
import { build, check } from '../../../scripts/build.ts';
import type { Report } from '../../../scripts/domain/report.ts';
import { figureData } from '../../../scripts/figures/data.ts';
import { drawFigures } from '../../../scripts/figures/draw.ts';
import { nameOf } from '../../../scripts/figures/figure.ts';
import { planFigures } from '../../../scripts/figures/plan.ts';
import { directiveKey } from '../../../scripts/figures/plan-pages.ts';
import { chartPoints } from '../../../scripts/figures/points.ts';
import { comparedFrameworks } from '../../../templates/compare/comparisons.ts';
import { inMemory, readFixture } from '../../support/project.ts';
import { siteOf } from '../../support/site.ts';

vi.mock(import('../../../scripts/figures/points.ts'), async (original) => {
  const actual = await original();
  return { ...actual, chartPoints: vi.fn(actual.chartPoints) };
});
vi.mock(import('../../../scripts/figures/data.ts'), async (original) => {
  const actual = await original();
  return { ...actual, figureData: vi.fn(actual.figureData) };
});
beforeEach(() => {
  vi.clearAllMocks();
});

const fixture = readFixture('json-parsers');
const first = 'data/parse/runs/2026-01-10-laptop';
/** The run of the fixture again, four months later. */
const later = Object.entries(fixture)
  .filter(([path]) => path.startsWith(first))
  .map(([path, text]) => [
    path.replace(first, 'data/parse/runs/2026-05-01-laptop'),
    text.replace('2026-01-10', '2026-05-01').replace('On a laptop', 'On the laptop again'),
  ]);
/** The fixture with everything that asks for a figure: a second run, parts, and a page of prose. */
const files = {
  ...fixture,
  ...Object.fromEntries(later),
  'data/figures.yaml':
    '- {id: one-alone, title: Twig alone, figure: parse-throughput, frameworks: [twig]}\n- {id: few, title: Few, figure: matrix-today, frameworks: [twig]}\n',
  'site/pages/told.md': [
    '# Told',
    '::figure{id=parse-throughput}',
    '::figure{id=parse-throughput frameworks=twig}',
    '::figure{id=parse-throughput run=2026-01-10-laptop frameworks=twig}',
    '::matrix{frameworks=twig}',
    '::matrix{frameworks=twig}',
    '',
  ].join('\n\n'),
};

function reportOf(project: Readonly<Record<string, string>>): Report {
  const { report, issues } = check(inMemory(project));
  if (report === null) throw new Error(JSON.stringify(issues));
  return report;
}
const planOf = (report: Report) => planFigures(report, comparedFrameworks(siteOf(report)));

describe('the plan', () => {
  const report = reportOf(files);

  test('lists every figure once', () => {
    expect(planOf(report).map(({ kind, use, key }) => `${kind} ${use} ${key}`)).toEqual([
      'chart whole parse-throughput@2026-05-01-laptop',
      'chart whole parse-throughput@2026-01-10-laptop',
      'matrix whole matrix-today',
      'chart part one-alone@2026-05-01-laptop',
      'chart part one-alone@2026-01-10-laptop',
      'matrix part few',
      'chart page frameworks/brook/parse-throughput',
      'chart page frameworks/twig/parse-throughput',
      'chart page compare/twig-vs-brook/parse-throughput',
      'chart page prose/figure?id=parse-throughput&frameworks=twig',
      'chart page prose/figure?id=parse-throughput&run=2026-01-10-laptop&frameworks=twig',
      'matrix page prose/matrix?frameworks=twig',
    ]);
  });

  test('has nothing of a run that has no data for it', () => {
    const path = 'data/parse/runs/2026-05-01-laptop/run.yaml';
    const withheld = { ...files, [path]: `${files[path as keyof typeof files]}withheld: [throughput_mib_per_s]\n` };
    expect(planOf(reportOf(withheld)).filter(({ key }) => key.includes('@2026-05-01'))).toEqual([]);
  });

  test('leads to figures by their names, the latest of them being that of the lead run', async () => {
    const effects = inMemory(files);
    const figures = await drawFigures(planOf(report), report, check(effects).loaded.kit, effects);
    expect(figures.wholes.map(nameOf)).toEqual([
      'parse-throughput',
      'parse-throughput@2026-05-01-laptop',
      'parse-throughput@2026-01-10-laptop',
      'matrix-today',
    ]);
    const latest = figures.get('parse-throughput');
    expect(latest?.drawing).toBe(figures.get('parse-throughput@2026-05-01-laptop')?.drawing);
    expect(latest?.provenance).toMatchObject({ status: 'Lead run', newer: false });
    expect(figures.get('parse-throughput@2026-01-10-laptop')?.provenance).toMatchObject({
      status: 'Pinned to this run',
      newer: true,
    });
    expect(figures.ofRun('parse', '2026-01-10-laptop').map(nameOf)).toEqual(['parse-throughput@2026-01-10-laptop']);
    expect(figures.onPage('frameworks/twig/').map(({ heading }) => heading)).toEqual([
      'Throughput: Twig among the others',
    ]);
    const chosen = figures.get(directiveKey('figure', { id: 'parse-throughput', frameworks: 'twig' }));
    expect(chosen?.series.map(({ id }) => id)).toEqual(['twig']);
    expect(figures.get('parse-speed')).toBeNull();
  });
});

test('a build computes the data of each planned figure once', async () => {
  const plan = planOf(reportOf(files));
  const { outputs } = await build(inMemory(files));
  expect(outputs).not.toBeNull();
  expect(figureData).toHaveBeenCalledTimes(plan.length);
  expect(chartPoints).toHaveBeenCalledTimes(plan.filter(({ kind }) => kind === 'chart').length);
});
