import { compareDates } from '../../dates.ts';
import type { ChartDefinition, Fact, Output, Run } from '../../model.ts';
import type { BenchmarkReport, Report, RunReport } from '../../report.ts';
import { chartsOf, type FigureView } from '../benchmark.ts';
import { chartPoints } from '../chart.ts';
import { type Figures, runKey } from '../figure.ts';
import { dateWords } from '../words.ts';
import type { Figure, Numbers, Provenance } from './figure.ts';

/** Every chart of every benchmark as figures: the living one, and one pinned to each run that has data for it. */
export function chartFigures(report: Report, figures: Figures): readonly Figure[] {
  return report.benchmarks.flatMap((benchmark) =>
    benchmark.benchmark.charts.flatMap((chart) => {
      const runs = benchmark.runs.filter((run) => chartsOf(benchmark, run).includes(chart));
      const figure = (run: RunReport, pin: string | null): readonly Figure[] => {
        const view = figures.byRun.get(runKey(benchmark, run))?.find(({ id }) => id === chart.id);
        return view === undefined
          ? []
          : [toFigure({ benchmark, chart, run, runs, view, pin }, report, figures.outputs)];
      };
      // The first is the leading run: the newest quiet one, or else the newest.
      return [
        ...runs.slice(0, 1).flatMap((run) => figure(run, null)),
        ...runs.flatMap((run) => figure(run, run.run.id)),
      ];
    }),
  );
}

/** The id under which a chart of a benchmark is known everywhere. */
export function chartId(benchmark: string, chart: string): string {
  return `${benchmark}-${chart}`;
}

export interface Drawn {
  readonly benchmark: BenchmarkReport;
  readonly chart: ChartDefinition;
  readonly run: RunReport;
  /** Every run that has data for the chart. */
  readonly runs: readonly RunReport[];
  readonly view: FigureView;
  readonly pin: string | null;
}

function toFigure(drawn: Drawn, report: Report, outputs: readonly Output[]): Figure {
  const { benchmark, chart, run, view, pin } = drawn;
  const spec = outputs.find(({ path }) => path === `figures/${runKey(benchmark, run)}/${chart.id}.vl.json`)?.content;
  return {
    id: chartId(benchmark.benchmark.id, chart.id),
    pin,
    shows: run.run.id,
    title: `${benchmark.benchmark.title}: ${chart.title.charAt(0).toLowerCase()}${chart.title.slice(1)}`,
    question: chart.question,
    alt: view.description,
    svg: view.svg,
    provenance: provenanceOf(drawn, report),
    table: {
      caption: `${chart.title}: ${view.note}`,
      rowLabel: 'Program',
      columns: view.columns,
      rows: view.rows.map(({ series, label, cells }) => ({ id: series, label, cells })),
    },
    numbers: numbersOf(drawn),
    series: view.rows.map(({ series, label }) => ({ id: series, label })),
    columns: [],
    spec: spec === undefined ? null : (JSON.parse(String(spec)) as object),
  };
}

function provenanceOf({ run: { run }, runs, pin }: Drawn, { site }: Report): Provenance {
  const living = run.condition === 'quiet' ? 'Newest quiet run' : 'Newest run';
  return {
    run: run.title,
    date: dateWords(run.date),
    testbed: testbedLine(run.testbed),
    warning: run.condition === 'busy' ? 'Taken on a busy machine: shown, never ranked.' : '',
    standing: pin === null ? living : 'Pinned to this run',
    newer: pin !== null && runs.some((other) => isNewer(other.run, run)),
    source: site.title,
    license: site.license,
  };
}

function isNewer(other: Run, run: Run): boolean {
  return other.supersedes === run.id || compareDates(other.date, run.date) > 0;
}

/** The first facts of a testbed, as many as go on a line. */
function testbedLine(facts: readonly Fact[]): string {
  const values = facts.map(({ value }) => value).slice(0, 4);
  while (values.length > 1 && values.join(' · ').length > 110) values.pop();
  return values.join(' · ');
}

function numbersOf({ benchmark, chart, run }: Drawn): Numbers {
  const frameworks = new Map(run.sweeps.map(({ sweep }) => [sweep.id, sweep.framework]));
  const { band, against, kind } = chart;
  return {
    header: [
      ...['run', 'date', 'sweep', 'program', 'framework', benchmark.benchmark.axis],
      ...['measure', 'median', 'lowest', 'highest', 'contaminated'],
      ...(band === null ? [] : [band]),
      ...(against === null ? [] : [against.measure]),
      ...(kind === 'saturation' ? ['open'] : []),
    ],
    rows: chartPoints(run, chart).map((point) => [
      ...[run.run.id, dateWords(run.run.date), point.series, point.label, frameworks.get(point.series) ?? null],
      ...[point.axis, point.measure ?? chart.measure, point.value, point.low, point.high, point.contaminated ? 1 : 0],
      ...(band === null ? [] : [point.band ?? null]),
      ...(against === null ? [] : [point.against ?? null]),
      ...(kind === 'saturation' ? [point.open === true ? 1 : 0] : []),
    ]),
  };
}
