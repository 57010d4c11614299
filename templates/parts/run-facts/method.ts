import { axisOrder } from '../../../scripts/domain/axis.ts';
import type { Measure } from '../../../scripts/domain/benchmark.ts';
import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import type { Fact, Run, Step } from '../../../scripts/domain/run.ts';
import { settingValueOf } from '../../../scripts/domain/setting.ts';
import { formatAxis, formatCount, formatQuantity } from '../../../scripts/render/format.ts';

/** How a run was made, in sentences that come from its description and its steps alone. */
export function describeMethod(report: BenchmarkReport, { run, sweeps }: RunReport): readonly string[] {
  const { benchmark } = report;
  return [
    ...(sweeps.length === 0 ? [textOnly] : [formatProgram(run), describeAxis(report, run)]),
    ...(run.ceiling === null ? [] : [describeCeiling(run.ceiling, measureOf(report, benchmark.axis))]),
    ...(benchmark.saturation === null || sweeps.length === 0
      ? []
      : [`${benchmark.saturation.label}: ${benchmark.saturation.text}`]),
    ...(run.withheld.length === 0 ? [] : [formatWithheld(report, run)]),
  ];
}

const textOnly = 'This run has no result files, only results that a source states in words.';

function formatProgram({ sweeps }: Run): string {
  const frameworks = new Set(sweeps.flatMap(({ framework }) => framework ?? [])).size;
  const baselines = sweeps.filter(({ framework }) => framework === null).length;
  const parts = [
    frameworks === 0 ? '' : `of ${formatCount(frameworks, 'framework')}`,
    baselines === 0 ? '' : `${frameworks === 0 ? '' : 'and '}${formatCount(baselines, 'baseline')}`,
  ].filter((part) => part !== '');
  return `Measured: ${formatCount(sweeps.length, 'program')} (${parts.join(' ')}).`;
}

function describeAxis(report: BenchmarkReport, { sweeps }: Run): string {
  const axis = measureOf(report, report.benchmark.axis);
  const order = axisOrder(report.benchmark.categories);
  const values = [...new Set(sweeps.flatMap(({ steps }) => steps.map((step) => step.axis)))].sort(order);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return `${axis.label}: nothing was measured.`;
  const range = low === high ? formatAxis(low, axis) : `${formatAxis(low, axis)} to ${formatAxis(high, axis)}`;
  return `${axis.label}: ${range}, ${formatCount(values.length, 'value')} in all.`;
}

/** How many steps, how often repeated, and how many of them were set aside; empty where there are none. */
export function describeSteps({ sweeps }: Run): string {
  if (sweeps.length === 0) return '';
  const steps = sweeps.flatMap((sweep) => sweep.steps);
  const repeats = Math.max(...sweeps.map((sweep) => new Set(sweep.steps.map(({ repeat }) => repeat)).size));
  const [disturbed, rejected] = [steps.filter(isState('disturbed')), steps.filter(isState('rejected'))];
  return `${formatCount(steps.length, 'step')}, at most ${formatCount(repeats, 'repeat')} per program. Disturbed by other work on the machine${formatOwn(disturbed, 'by a load generator behind its plan')}: ${formatCount(disturbed.length, 'step')} (marked * and drawn hollow). Rejected by a physical check${formatOwn(rejected, 'because their numbers do not add up')}: ${formatCount(rejected.length, 'step')} (kept in the data, not in figures and medians).`;
}

function isState(state: Step['state']): (step: Step) => boolean {
  return (step) => step.state === state;
}

function formatOwn(steps: readonly Step[], why: string): string {
  return steps.some(({ reason }) => reason !== null) ? ` or ${why}` : '';
}

/** Each step that is set aside by its own numbers, and why: `Twig at 200 KiB, repeat 2: rejected: 10 attempted, but …`. */
export function listFaults(report: BenchmarkReport, { sweeps }: Run): readonly string[] {
  const axis = measureOf(report, report.benchmark.axis);
  return sweeps.flatMap(({ label, steps }) =>
    steps
      .filter(({ reason }) => reason !== null)
      .map((step) => {
        const place = [formatAxis(step.axis, axis), ...settingTexts(report, step)].join(', ');
        return `${label} at ${place}, repeat ${step.repeat}, ${step.state}: ${step.reason}`;
      }),
  );
}

function settingTexts({ benchmark, measures }: BenchmarkReport, { setting }: Step): readonly string[] {
  return benchmark.settings.flatMap((column, index) => {
    const [measure, value] = [measures.get(column), setting[index]];
    return measure === undefined || value === undefined ? [] : [settingValueOf(measure, value).text];
  });
}

function describeCeiling(ceiling: number, axis: Measure): string {
  return `The load generator reaches at most ${formatQuantity(ceiling, axis)}: a result at this value is a lower bound.`;
}

function formatWithheld(report: BenchmarkReport, { withheld }: Run): string {
  const labels = withheld.map((id) => measureOf(report, id).label);
  return `Withheld from figures, tables and the API: ${labels.join(', ')}. The files of the run have them.`;
}

/** The facts that are commands, to be shown as they were typed. */
export function commandsOf({ testbed, generator, parameters }: Run): readonly Fact[] {
  return [...generator, ...testbed, ...parameters].filter(isCommand);
}

/** A fact named `command`, or `… command`, is one. */
export function isCommand({ label }: Fact): boolean {
  return /(?:^| )command$/i.test(label);
}
