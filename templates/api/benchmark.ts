import type { ClaimSource } from '../../scripts/domain/claim.ts';
import { writeDate } from '../../scripts/domain/dates.ts';
import type { BenchmarkReport, Report, RunReport, SweepReport } from '../../scripts/domain/report.ts';
import type { Run, Statement } from '../../scripts/domain/run.ts';
import { viewSource } from '../../scripts/render/source.ts';
import type { Site } from '../layout/site.ts';
import { publishedMeasures, runCsvPath } from '../parts/dataset/tables.ts';
import type { Answer } from './answer.ts';
import type { benchmarkShape, runShape } from './shape.ts';

type RunAnswer = Answer<typeof runShape>;
type StatementAnswer = RunAnswer['statements'][number];
type SourceAnswer = StatementAnswer['sources'][number];

/** What a benchmark measures, and its runs. */
export function benchmarkOf({ benchmark, runs }: BenchmarkReport): Answer<typeof benchmarkShape> {
  const { id, title, summary, workload, axis, key, repeat, disturbed, rejected, saturation } = benchmark;
  const { categories, attempt, accounts, lag } = benchmark;
  return {
    ...{ id, title, summary, workload, axis, key, repeat, disturbed, rejected, saturation },
    ...{ categories, attempt, accounts, lag, lead: runs[0]?.run.id ?? null },
    measures: benchmark.measures.map((measure) => ({
      id: measure.id,
      label: measure.label,
      unit: measure.unit,
      better: measure.better,
      kind: measure.kind,
      signed: measure.signed,
      help: measure.help,
    })),
    charts: benchmark.charts.map((chart) => ({ id: chart.id, title: chart.title, question: chart.question })),
    filters: benchmark.filters,
    runs: runs.map(({ run }) => ({
      id: run.id,
      date: writeDate(run.date),
      title: run.title,
      condition: run.condition,
    })),
  };
}

/** A run with its testbed, caveats and results, without the measures it withholds; every step is in its CSV. */
export function runOf(benchmark: BenchmarkReport, { run, sweeps }: RunReport, { report, absolute }: Site): RunAnswer {
  const published = new Set(publishedMeasures(benchmark, { run, sweeps }).map(({ id }) => id));
  return {
    ...factsOf(run),
    steps: sweeps.length === 0 ? null : absolute.file(runCsvPath(benchmark, run)),
    statements: run.statements.map((statement) => statementOf(statement, report)),
    sweeps: sweeps.map((sweep) => sweepOf(sweep, published)),
  };
}

function factsOf(run: Run): Omit<RunAnswer, 'steps' | 'statements' | 'sweeps'> {
  const { id, benchmark, date, title, condition, by, supersedes, ceiling, withheld } = run;
  const { testbed, generator, parameters, caveats } = run;
  return {
    ...{ id, benchmark, date: writeDate(date), title, condition, by, supersedes, ceiling, withheld },
    ...{ testbed, generator, parameters, caveats },
  };
}

function statementOf(statement: Statement, report: Report): StatementAnswer {
  const { framework, setting, axis, measure, value, qualifier, note, sources } = statement;
  return {
    ...{ framework, setting, axis, measure, value, qualifier, note },
    sources: sources.map((source) => sourceJson(source, report)),
  };
}

function sweepOf(
  { sweep, setting, saturation }: SweepReport,
  published: ReadonlySet<string>,
): RunAnswer['sweeps'][number] {
  const { id, label, framework, version, runtime, style, scenario, note, columns } = sweep;
  return {
    ...{ id, label, framework, version, runtime, style, scenario, note },
    columns: columns.filter((column) => published.has(column)),
    setting: Object.fromEntries(setting.map((one) => [one.column, one.value])),
    saturation,
  };
}

/** A proof with its permanent address. */
export function sourceJson(source: ClaimSource, { sources }: Report): SourceAnswer {
  return { ...source, href: viewSource(source, sources).href };
}
