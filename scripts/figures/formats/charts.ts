import type { ChartDefinition, ChartSpec } from '../../domain/chart.ts';
import { compareDates } from '../../domain/dates.ts';
import { chartId, type FigurePart } from '../../domain/figure.ts';
import type { BenchmarkReport, Report, RunReport } from '../../domain/report.ts';
import type { Fact, Run } from '../../domain/run.ts';
import type { Effects } from '../../platform/effects.ts';
import { formatDate, lowerFirst } from '../../render/format.ts';
import { chartPoints } from '../chart.ts';
import { drawFigure, type Figures, onlySweeps, runKey } from '../draw.ts';
import { chartsOf, type FigureView } from '../view.ts';
import type { Figure, Numbers, Provenance } from './figure.ts';

/** A figure of a chart, with what its page on the site shows. */
export interface ChartFigure {
  readonly benchmark: string;
  readonly figure: Figure;
  readonly view: FigureView;
}

/** Every chart of every benchmark as figures: the living one, and one pinned to each run that has data for it. */
export function chartFigures(report: Report, figures: Figures): readonly ChartFigure[] {
  return report.benchmarks.flatMap((benchmark) =>
    benchmark.benchmark.charts.flatMap((chart) => {
      const drawn = runsOf(benchmark, chart).flatMap((run) => {
        const view = figures.byRun.get(runKey(benchmark, run))?.find(({ id }) => id === chart.id);
        const spec = view === undefined ? undefined : figures.specs.get(view);
        return view === undefined || spec === undefined ? [] : [{ run, view, spec }];
      });
      return inOrder({ id: chartId(benchmark.benchmark.id, chart.id), benchmark, chart, drawn }, report);
    }),
  );
}

/** A part of a chart as figures, drawn for each run that has any of the chosen frameworks. */
export async function partFigures(
  part: FigurePart,
  report: Report,
  templates: ReadonlyMap<string, ChartSpec>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<readonly ChartFigure[]> {
  const found = report.benchmarks
    .flatMap((benchmark) => benchmark.benchmark.charts.map((chart) => ({ benchmark, chart })))
    .find(({ benchmark, chart }) => chartId(benchmark.benchmark.id, chart.id) === part.figure);
  if (found === undefined) return [];
  const { benchmark, chart } = found;
  const named = { ...chart, title: part.title, question: part.question ?? chart.question };
  const drawn: (Pick<Drawn, 'run' | 'view'> & { readonly spec: object })[] = [];
  for (const whole of runsOf(benchmark, chart)) {
    const run = part.frameworks === null ? whole : onlySweeps(whole, part.frameworks);
    if (chartPoints(run, chart).length > 0) {
      drawn.push({ run, ...(await drawFigure(named, benchmark, run, templates, effects)) });
    }
  }
  return inOrder({ id: part.id, benchmark, chart: named, drawn }, report);
}

function runsOf(benchmark: BenchmarkReport, chart: ChartDefinition): readonly RunReport[] {
  return benchmark.runs.filter((run) => chartsOf(benchmark, run).includes(chart));
}

interface Drawn {
  readonly id: string;
  readonly benchmark: BenchmarkReport;
  readonly chart: ChartDefinition;
  readonly run: RunReport;
  /** Every run that has data for the chart. */
  readonly runs: readonly RunReport[];
  readonly view: FigureView;
  readonly spec: object;
  readonly pin: string | null;
}

/** The living figure, which is that of the leading run (the newest quiet one, or else the newest), and the pinned ones. */
function inOrder(
  {
    drawn,
    ...rest
  }: Pick<Drawn, 'id' | 'benchmark' | 'chart'> & { readonly drawn: readonly Pick<Drawn, 'run' | 'view' | 'spec'>[] },
  report: Report,
): readonly ChartFigure[] {
  const runs = drawn.map(({ run }) => run);
  const make = (one: Pick<Drawn, 'run' | 'view' | 'spec'>, pin: string | null): ChartFigure => ({
    benchmark: rest.benchmark.benchmark.id,
    figure: toFigure({ ...rest, ...one, runs, pin }, report),
    view: one.view,
  });
  return [...drawn.slice(0, 1).map((one) => make(one, null)), ...drawn.map((one) => make(one, one.run.run.id))];
}

function toFigure(drawn: Drawn, report: Report): Figure {
  const { id, benchmark, chart, run, view, spec, pin } = drawn;
  return {
    id,
    pin,
    shows: run.run.id,
    title: `${benchmark.benchmark.title}: ${lowerFirst(chart.title)}`,
    question: chart.question,
    alt: view.description,
    svg: view.svg,
    better: view.better,
    provenance: provenanceOf(drawn, report),
    table: {
      caption: `${chart.title}: ${view.note}`,
      rowLabel: view.rowHead,
      columns: view.head,
      rows: view.rows.map(({ series, label, data }) => ({ id: series, label, cells: data })),
    },
    numbers: numbersOf(drawn),
    series: view.rows.map(({ series, label }) => ({ id: series, label })),
    columns: [],
    spec,
    tabular: false,
  };
}

function provenanceOf({ run: { run }, runs, pin }: Drawn, { site }: Report): Provenance {
  const latest = run.condition === 'quiet' ? 'Newest quiet run' : 'Newest run';
  return {
    run: run.title,
    date: formatDate(run.date),
    testbed: testbedLine(run.testbed),
    warning: run.condition === 'busy' ? 'Taken on a busy machine: shown, never ranked.' : '',
    status: pin === null ? latest : 'Pinned to this run',
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
      ...['measure', 'median', 'lowest', 'highest', 'disturbed'],
      ...(band === null ? [] : [band]),
      ...(against === null ? [] : [against.measure]),
      ...(kind === 'saturation' ? ['open'] : []),
    ],
    rows: chartPoints(run, chart).map((point) => [
      ...[run.run.id, formatDate(run.run.date), point.series, point.label, frameworks.get(point.series) ?? null],
      ...(point.unanswered === true
        ? [null, chart.measure, null]
        : [point.axis, point.measure ?? chart.measure, point.value]),
      ...[point.low, point.high, point.disturbed ? 1 : 0],
      ...(band === null ? [] : [point.band ?? null]),
      ...(against === null ? [] : [point.against ?? null]),
      ...(kind === 'saturation' ? [point.open === true ? 1 : 0] : []),
    ]),
  };
}
