import type { Framework } from '../../scripts/domain/framework.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../../scripts/domain/report.ts';
import type { Run } from '../../scripts/domain/run.ts';
import { formatAxis, formatInterval, formatSaturation, formatSpread } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { comparisonWarning, differingFacts, listFacts, sameTestbed } from '../parts/dataset/testbed.ts';

/** A table of some runs: a row for every framework that at least two of them measured, a column a run. */
export interface RunComparison {
  /** What limits the comparison: other conditions, other parameters. */
  readonly warning: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly (readonly string[])[];
  }[];
}

/**
 * Runs of one testbed set side by side; null where there is nothing to set. Runs of different testbeds are refused:
 * their numbers must not stand in one table.
 */
export function compareRuns(
  benchmark: BenchmarkReport,
  runs: readonly RunReport[],
  { report, urls }: Pick<Site, 'report' | 'urls'>,
): RunComparison | null {
  const measured = runs.filter(({ sweeps }) => sweeps.length > 0);
  const [first, ...others] = measured.map(({ run }) => run);
  if (first === undefined || others.some((run) => !sameTestbed(first, run))) return null;
  const rows = report.frameworks
    .map((framework) => ({ framework, cells: measured.map((run) => cellOf(framework, run, benchmark)) }))
    .filter(({ cells }) => cells.filter((cell) => cell.length > 0).length > 1);
  if (rows.length === 0) return null;
  return {
    warning: [comparisonWarning([first, ...others]), formatDifference(first, others), formatScenario(measured)]
      .filter((one) => one !== '')
      .join(' '),
    columns: measured.map(({ run }) => run.title),
    rows: rows.map(({ framework: { id, name }, cells }) => ({
      name,
      href: urls.framework(id),
      cells,
    })),
  };
}

function formatDifference(first: Run, others: readonly Run[]): string {
  const labels = others.flatMap((run) => [
    ...differingFacts(first.generator, run.generator),
    ...differingFacts(first.parameters, run.parameters),
  ]);
  return labels.length === 0 ? '' : `They differ in: ${listFacts([...new Set(labels)])}.`;
}

function formatScenario(runs: readonly RunReport[]): string {
  const scenarios = new Set(runs.flatMap(({ sweeps }) => sweeps.map(({ sweep }) => sweep.scenario)));
  return scenarios.size > 1 ? 'Their programs ran different scenarios, so their work differs.' : '';
}

function cellOf({ id }: Framework, { sweeps }: RunReport, benchmark: BenchmarkReport): readonly string[] {
  return sweeps
    .filter(({ sweep }) => sweep.framework === id)
    .flatMap((sweep) => {
      const text = formatResult(sweep, benchmark);
      const { runtime, scenario } = sweep.sweep;
      const setting = [runtime, scenario].filter((part) => part !== null).join(', ');
      return text === null ? [] : [`${sweep.label}: ${text}${setting === '' ? '' : `; ${setting}`}`];
    });
}

/** Saturation with its interval, or the first chart's measure at the end of the sweep; null where neither was measured. */
function formatResult({ saturation, levels }: SweepReport, benchmark: BenchmarkReport): string | null {
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  if (saturation !== null) return `${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`;
  const [chart] = benchmark.benchmark.charts;
  const last = levels.at(-1);
  const spread = chart === undefined ? undefined : last?.spreads.get(chart.measure);
  if (chart === undefined || last === undefined || spread === undefined) return null;
  const at = levels.length > 1 ? ` at ${formatAxis(last.axis, axis)}` : '';
  return `${formatSpread(spread, measureOf(benchmark, chart.measure))}${at}`;
}
