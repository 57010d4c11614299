import type { Measure } from '../../scripts/domain/benchmark.ts';
import type { BenchmarkReport, RunReport } from '../../scripts/domain/report.ts';
import type { Fact, Run } from '../../scripts/domain/run.ts';
import { measureOf } from '../../scripts/figures/chart.ts';
import { counted, quantity } from '../../scripts/render/format.ts';

/** How a run was made, in sentences that come from its description and its steps alone. */
export function describeMethod(report: BenchmarkReport, { run, sweeps }: RunReport): readonly string[] {
  const { benchmark } = report;
  return [
    ...(sweeps.length === 0 ? [wordsOnly] : [programWords(run), axisWords(report, run)]),
    ...(run.ceiling === null ? [] : [ceilingWords(run.ceiling, measureOf(report, benchmark.axis))]),
    ...(benchmark.saturation === null || sweeps.length === 0
      ? []
      : [`${benchmark.saturation.label}: ${benchmark.saturation.text}`]),
    ...(run.withheld.length === 0 ? [] : [withheldWords(report, run)]),
  ];
}

const wordsOnly = 'This run has no file of results: only what a source states in words.';

function programWords({ sweeps }: Run): string {
  const frameworks = new Set(sweeps.flatMap(({ framework }) => framework ?? [])).size;
  const baselines = sweeps.filter(({ framework }) => framework === null).length;
  const parts = [
    frameworks === 0 ? '' : `of ${counted(frameworks, 'framework')}`,
    baselines === 0 ? '' : `${frameworks === 0 ? '' : 'and '}${counted(baselines, 'baseline')}`,
  ].filter((part) => part !== '');
  return `Measured: ${counted(sweeps.length, 'program')} (${parts.join(' ')}).`;
}

function axisWords(report: BenchmarkReport, { sweeps }: Run): string {
  const axis = measureOf(report, report.benchmark.axis);
  const values = [...new Set(sweeps.flatMap(({ steps }) => steps.map((step) => step.axis)))].sort((a, b) => a - b);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return `${axis.label}: nothing was measured.`;
  const range = low === high ? quantity(low, axis) : `${quantity(low, axis)} to ${quantity(high, axis)}`;
  return `${axis.label}: ${range}, ${counted(values.length, 'value')} in all.`;
}

/** How many steps, how often repeated, and how many of them were set aside; empty where there are none. */
export function describeSteps({ sweeps }: Run): string {
  if (sweeps.length === 0) return '';
  const steps = sweeps.flatMap((sweep) => sweep.steps);
  const repeats = Math.max(...sweeps.map((sweep) => new Set(sweep.steps.map(({ repeat }) => repeat)).size));
  const count = (state: string): string => counted(steps.filter((step) => step.state === state).length, 'step');
  return `${counted(steps.length, 'step')}, each program in ${counted(repeats, 'repeat')} at most. Contaminated: ${count('contaminated')} (marked * and drawn hollow). Quarantined: ${count('quarantined')} (kept in the data, left out of figures and medians).`;
}

function ceilingWords(ceiling: number, axis: Measure): string {
  return `The load generator itself ends at ${quantity(ceiling, axis)}: a value there means at least so much.`;
}

function withheldWords(report: BenchmarkReport, { withheld }: Run): string {
  const labels = withheld.map((id) => measureOf(report, id).label);
  return `Withheld: ${labels.join(', ')}. The run's own files keep them; figures, tables and the API do not.`;
}

/** The facts that are commands, to be shown as they were typed. */
export function commandsOf({ testbed, generator, parameters }: Run): readonly Fact[] {
  return [...generator, ...testbed, ...parameters].filter(isCommand);
}

/** A fact named `command`, or `… command`, is one. */
export function isCommand({ label }: Fact): boolean {
  return /(?:^| )command$/i.test(label);
}
