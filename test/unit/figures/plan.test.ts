import { describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import { drawFigures } from '../../../scripts/figures/draw.ts';
import { nameOf } from '../../../scripts/figures/figure.ts';
import { directiveKey } from '../../../scripts/figures/plan-pages.ts';
import { figureProject, planOf, reportOf } from '../../support/planned.ts';
import { inMemory } from '../../support/project.ts';

describe('the plan', () => {
  const report = reportOf(figureProject);

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
    const withheld = {
      ...figureProject,
      [path]: `${figureProject[path as keyof typeof figureProject]}withheld: [throughput_mib_per_s]\n`,
    };
    expect(planOf(reportOf(withheld)).filter(({ key }) => key.includes('@2026-05-01'))).toEqual([]);
  });

  test('leads to figures by their names, the latest of them being that of the lead run', async () => {
    const effects = inMemory(figureProject);
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
