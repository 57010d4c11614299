import type { ChartDefinition, Run, Statement } from '../model.ts';
import type { BenchmarkReport, Report, RunReport, SweepReport } from '../report.ts';
import { type ChartPoint, chartPoints, measureOf } from './chart.ts';
import { viewProof } from './proof.ts';
import {
  counted,
  dateWords,
  intervalWords,
  qualified,
  quantity,
  saturationWords,
  spreadWords,
  statedWords,
} from './words.ts';

/** A figure ready to be placed: its picture, words and table. */
export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly description: string;
  readonly svg: string;
  readonly caption: string;
  readonly axisLabel: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

/** The charts of a benchmark that a run has data for, and may show. */
export function chartsOf({ benchmark }: BenchmarkReport, run: RunReport): readonly ChartDefinition[] {
  return benchmark.charts.filter(
    (chart) => !run.run.withheld.includes(chart.measure) && chartPoints(run, chart).length > 0,
  );
}

/** A sentence on what a figure shows, made from its data: every program at its highest, the extremes named. */
export function describeChart(chart: ChartDefinition, report: BenchmarkReport, run: RunReport): string {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const series = [...Map.groupBy(chartPoints(run, chart), (point) => point.series).values()];
  const peaks = series.map((points) => points.reduce((best, point) => (point.value > best.value ? point : best)));
  const sorted = peaks.sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return chart.title;
  const several = series.some((points) => points.length > 1);
  const words = (point: ChartPoint): string =>
    `${quantity(point.value, measure)} for ${point.label}${several ? ` (at ${quantity(point.axis, axis)})` : ''}`;
  const scope = several ? ', each at its highest' : '';
  return `${measure.label} of ${counted(series.length, 'program')}${scope}: from ${words(least)} to ${words(most)}.`;
}

/** A figure's words and its table: a row for each axis value, a column for each sweep. */
export function viewFigure(chart: ChartDefinition, report: BenchmarkReport, run: RunReport, svg: string): FigureView {
  const measure = measureOf(report, chart.measure);
  const axis = measureOf(report, report.benchmark.axis);
  const axes = [...new Set(chartPoints(run, chart).map((point) => point.axis))].sort((a, b) => a - b);
  const cell = ({ levels }: SweepReport, at: number): string => {
    const level = levels.find((one) => one.axis === at);
    const words = spreadWords(level?.spreads.get(chart.measure), measure);
    return level?.contaminated === true && words !== '' ? `${words} *` : words;
  };
  return {
    id: chart.id,
    title: chart.title,
    question: chart.question,
    description: describeChart(chart, report, run),
    svg,
    caption: `${report.benchmark.title}, ${run.run.title}, ${dateWords(run.run.date)}.`,
    axisLabel: axes.length > 1 ? axis.label : measure.label,
    columns: axes.length > 1 ? axes.map((at) => quantity(at, axis)) : [measure.label],
    rows: run.sweeps.map((one) => ({ label: one.sweep.label, cells: axes.map((at) => cell(one, at)) })),
  };
}

/** Sweeps by saturation, without ranks: the intervals say which can be told apart. */
export function viewSaturation(report: BenchmarkReport, { sweeps }: RunReport, base: string): readonly object[] {
  const axis = measureOf(report, report.benchmark.axis);
  return sweeps
    .flatMap((one) => (one.saturation === null ? [] : [{ ...one, saturation: one.saturation }]))
    .sort(
      (a, b) =>
        (b.saturation.value ?? 0) - (a.saturation.value ?? 0) ||
        (b.saturation.low ?? 0) - (a.saturation.low ?? 0) ||
        (a.sweep.label < b.sweep.label ? -1 : 1),
    )
    .map(({ sweep, saturation }) => ({
      label: sweep.label,
      href: sweep.framework === null ? '' : `${base}frameworks/${sweep.framework}/`,
      value: saturationWords(saturation, axis),
      interval: intervalWords(saturation, axis),
      contaminated: saturation.contaminated,
      version: sweep.version ?? '',
      runtime: sweep.runtime ?? '',
      style: sweep.style ?? '',
      scenario: sweep.scenario ?? '',
      note: sweep.note ?? '',
    }));
}

/** Everything a run's page says beside its figures. */
export function viewRun(benchmark: BenchmarkReport, { run, sweeps }: RunReport, report: Report): object {
  const { base } = report.site;
  const steps = sweeps.flatMap(({ sweep }) => sweep.steps);
  const count = (state: string): number => steps.filter((step) => step.state === state).length;
  return {
    title: run.title,
    date: dateWords(run.date),
    by: run.by,
    href: `${base}benchmarks/${benchmark.benchmark.id}/${run.id}/`,
    benchmarkHref: `${base}benchmarks/${benchmark.benchmark.id}/`,
    benchmarkTitle: benchmark.benchmark.title,
    busy: run.condition === 'busy',
    quality: qualityWords(steps.length, count('contaminated'), count('quarantined')),
    caveats: run.caveats,
    facts: [
      { label: 'Testbed', facts: run.testbed },
      { label: 'Load generator', facts: run.generator },
      { label: 'Parameters', facts: run.parameters },
    ].filter(({ facts }) => facts.length > 0),
    saturationText: benchmark.benchmark.saturation?.text ?? '',
    saturationLabel: benchmark.benchmark.saturation?.label ?? '',
    saturation: viewSaturation(benchmark, { run, sweeps }, base),
    statements: run.statements.map((statement) => viewStatement(statement, benchmark, report)),
    csvHref: `${base}api/v1/benchmarks/${benchmark.benchmark.id}/${run.id}.csv`,
    jsonHref: `${base}api/v1/benchmarks/${benchmark.benchmark.id}/${run.id}.json`,
    sourceHref: `${report.site.repository}/tree/${report.site.branch}/${folderOf(run)}`,
    hasSweeps: sweeps.length > 0,
  };
}

function folderOf({ file }: Run): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function qualityWords(steps: number, contaminated: number, quarantined: number): string {
  if (steps === 0) return '';
  return `${steps} steps, ${contaminated} of them contaminated (marked * and drawn hollow), ${quarantined} quarantined (kept in the data, left out of figures and medians).`;
}

function viewStatement(statement: Statement, benchmark: BenchmarkReport, report: Report): object {
  const measure = measureOf(benchmark, statement.measure);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    framework: report.frameworks.find(({ id }) => id === statement.framework)?.name ?? statement.framework,
    href: `${report.site.base}frameworks/${statement.framework}/`,
    setting: statement.setting ?? '',
    axis: statement.axis === null ? 'not stated' : quantity(statement.axis, axis),
    measure: measure.label,
    value: `${qualified(statement.qualifier)}${statedWords(statement.value, measure)}`,
    note: statement.note ?? '',
    proofs: statement.proofs.map((proof) => viewProof(proof, report.sources)),
  };
}
