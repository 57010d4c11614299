import { expect, test, vi } from 'vitest';
import { build } from '../../scripts/build.ts';
import { figureData } from '../../scripts/figures/data.ts';
import { chartPoints } from '../../scripts/figures/points.ts';
import { figureProject, planOf, reportOf } from '../support/planned.ts';
import { inMemory } from '../support/project.ts';

vi.mock(import('../../scripts/figures/points.ts'), async (original) => {
  const actual = await original();
  return { ...actual, chartPoints: vi.fn(actual.chartPoints) };
});
vi.mock(import('../../scripts/figures/data.ts'), async (original) => {
  const actual = await original();
  return { ...actual, figureData: vi.fn(actual.figureData) };
});
test('a build computes the data of each planned figure once', async () => {
  const plan = planOf(reportOf(figureProject));
  vi.clearAllMocks();
  const { outputs } = await build(inMemory(figureProject));
  expect(outputs).not.toBeNull();
  expect(figureData).toHaveBeenCalledTimes(plan.length);
  expect(chartPoints).toHaveBeenCalledTimes(plan.filter(({ kind }) => kind === 'chart').length);
});
