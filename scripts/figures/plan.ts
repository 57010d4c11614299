import { compareDates } from '../domain/dates.ts';
import { changesId, type FigurePart, matrixId } from '../domain/figure.ts';
import type { Edition, EditionDiff, Report, RunReport } from '../domain/report.ts';
import { nameOf } from './figure.ts';
import { type ComparedFrameworks, planComparison, planDirectives, planHighlight } from './plan-pages.ts';
import {
  type BenchmarkChart,
  chartsOf,
  onlySweeps,
  type PlannedChart,
  type PlannedDiff,
  type PlannedFigure,
  type PlannedMatrix,
} from './planned.ts';
import { hasPoints } from './points.ts';

/** Every figure that the site shows, once: those with addresses in the order of their list, then those of single pages. */
export function planFigures(report: Report, comparisons: readonly ComparedFrameworks[]): readonly PlannedFigure[] {
  const charts = report.benchmarks.flatMap(chartsOf);
  const all: readonly PlannedFigure[] = [
    ...charts.flatMap(({ id, ...chart }) => planChart({ id, use: 'whole' }, chart, (run) => run)),
    ...report.editions.map(planMatrix),
    ...report.comparisons.map(planDiff),
    ...report.figureParts.flatMap((part) => planChartPart(part, report)),
    ...report.figureParts.flatMap((part) => planMatrixPart(part, report)),
    ...report.frameworks.flatMap((framework) => planHighlight(framework, report)),
    ...comparisons.flatMap((compared) => planComparison(compared, report)),
    ...report.prose.flatMap((page) => planDirectives(page, report)),
  ];
  return [...new Map(all.map((planned) => [planned.key, planned])).values()];
}

/** A chart pinned to each run that has data for it. */
function planChart(
  { id, use }: Pick<PlannedChart, 'id' | 'use'>,
  { benchmark, chart }: BenchmarkChart,
  narrow: (run: RunReport) => RunReport,
): readonly PlannedChart[] {
  const runs = benchmark.runs.map(narrow).filter((run) => hasPoints(run, chart));
  return runs.map((run) => {
    const pin = run.run.id;
    const newer = runs.some((other) => isNewer(other, run));
    return { kind: 'chart', key: nameOf({ id, pin }), id, use, pin, chart, benchmark, run, newer };
  });
}

function isNewer({ run: other }: RunReport, { run }: RunReport): boolean {
  return other.supersedes === run.id || compareDates(other.date, run.date) > 0;
}

function planChartPart({ id, ...part }: FigurePart, { benchmarks }: Report): readonly PlannedChart[] {
  const { frameworks } = part;
  const narrow = (run: RunReport): RunReport => (frameworks === null ? run : onlySweeps(run, frameworks));
  const wholes = benchmarks.flatMap(chartsOf).filter((whole) => whole.id === part.figure);
  return wholes.flatMap(({ benchmark, chart }) => {
    const named = { ...chart, title: part.title, question: part.question ?? chart.question, panels: false };
    return planChart({ id, use: 'part' }, { benchmark, chart: named }, narrow);
  });
}

const matrixQuestion = 'What does each framework support, and by what source?';

function planMatrix(edition: Edition): PlannedMatrix {
  const { id, label } = edition.definition;
  const whole = { frameworks: null, features: null, title: `Feature matrix: ${label}`, question: matrixQuestion };
  return { kind: 'matrix', key: matrixId(id), id: matrixId(id), use: 'whole', edition, ...whole };
}

function planMatrixPart({ figure, question, ...part }: FigurePart, { editions }: Report): readonly PlannedMatrix[] {
  const found = editions.filter(({ definition }) => matrixId(definition.id) === figure);
  return found.map((edition) => ({
    kind: 'matrix',
    key: part.id,
    use: 'part',
    edition,
    question: question ?? matrixQuestion,
    ...part,
  }));
}

function planDiff(diff: EditionDiff): PlannedDiff {
  const id = changesId(diff.before.definition.id);
  return { kind: 'diff', key: id, id, use: 'whole', diff };
}
