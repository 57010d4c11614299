import type { ChartSpec } from '../domain/chart.ts';
import type { Framework } from '../domain/framework.ts';
import type { Report } from '../domain/report.ts';
import type { Effects } from '../platform/effects.ts';
import { drawFigure } from './draw.ts';
import { chartsOf, type FigureView } from './view.ts';

/** A framework among the others: the first figure of the leading run, its own programs emphasized; none where it was not measured there. */
export async function drawHighlight(
  framework: Framework,
  report: Report,
  templates: ReadonlyMap<string, ChartSpec>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<readonly FigureView[]> {
  const benchmark = report.benchmarks[0];
  const run = benchmark?.runs[0];
  if (benchmark === undefined || run === undefined) return [];
  const emphasis = run.sweeps.filter(({ sweep }) => sweep.framework === framework.id).map(({ sweep }) => sweep.id);
  const chart = chartsOf(benchmark, run)[0];
  if (emphasis.length === 0 || chart === undefined) return [];
  const title = `${chart.title}: ${framework.name} among the others`;
  const { view } = await drawFigure({ ...chart, title, emphasis }, benchmark, run, templates, effects);
  return [view];
}
