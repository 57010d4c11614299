import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import type { Statement } from '../../../scripts/domain/run.ts';
import {
  conditionWarning,
  formatAxis,
  formatCount,
  formatDate,
  formatStated,
  qualified,
} from '../../../scripts/render/format.ts';
import { type SourceView, viewSource } from '../../../scripts/render/source.ts';
import type { Site } from '../../layout/site.ts';
import { type FigureView, viewFigure } from '../figure/view.ts';
import { describeSteps, listFaults } from '../run-facts/method.ts';
import { type RunFactsView, viewRunFacts } from '../run-facts/view.ts';
import { type SaturationView, viewSaturation } from '../saturation/view.ts';
import { formatResult } from './result.ts';

const shownCaveats = 3;

/** A run: when, by whom, its figures and tables, and how it was made. */
export interface RunBodyView extends RunFactsView, SaturationView {
  readonly date: string;
  readonly by: string;
  /** What a reader must know before the numbers; mostly empty. */
  readonly warning: string;
  /** How many steps, and how many of them were set aside; empty where there are none. */
  readonly quality: string;
  /** The steps that are set aside by their own numbers, and why. */
  readonly faults: readonly string[];
  /** Who holds most, a sentence for each class of programs. */
  readonly result: readonly string[];
  /** The figure that answers first; none where the run has no figures. */
  readonly firstFigures: readonly FigureView[];
  readonly figures: readonly FigureView[];
  readonly firstCaveats: readonly string[];
  readonly moreCaveats: readonly string[];
  readonly moreCaveatsLabel: string;
  /** The command that measures it again; empty where none is known. */
  readonly rerun: string;
  readonly axisLabel: string;
  readonly statements: readonly StatementView[];
}

/** What a source states in words. */
interface StatementView {
  readonly framework: string;
  readonly href: string;
  readonly setting: string;
  readonly axis: string;
  readonly measure: string;
  readonly value: string;
  readonly note: string;
  readonly sources: readonly SourceView[];
}

/** What the page of a run shows, and the page of its benchmark where it is the lead run. */
export function viewRunBody(benchmark: BenchmarkReport, report: RunReport, site: Site): RunBodyView {
  const { run } = report;
  const figures = site.figures.ofRun(benchmark.benchmark.id, run.id).map((figure) => viewFigure(figure, site.urls));
  const more = run.caveats.slice(shownCaveats);
  return {
    date: formatDate(run.date),
    by: run.by,
    warning: conditionWarning(run.condition),
    quality: describeSteps(run),
    faults: listFaults(benchmark, run),
    result: formatResult(benchmark, report),
    firstFigures: figures.slice(0, 1),
    figures: figures.slice(1),
    firstCaveats: run.caveats.slice(0, shownCaveats),
    moreCaveats: more,
    moreCaveatsLabel: `${formatCount(more.length, 'more caveat')}`,
    rerun: run.parameters.find(({ label }) => label === 'rerun command')?.value ?? '',
    axisLabel: measureOf(benchmark, benchmark.benchmark.axis).label,
    statements: run.statements.map((statement) => viewStatement(statement, benchmark, site)),
    ...viewSaturation(benchmark, report, site.urls),
    ...viewRunFacts(benchmark, report),
  };
}

/** The scripts of a page that shows a run; none where it shows none. */
export function runScripts(view: Pick<RunBodyView, 'firstFigures' | 'saturation'> | null): readonly string[] {
  if (view === null) return [];
  return [...(view.firstFigures.length > 0 ? ['figure'] : []), ...(view.saturation.length > 0 ? ['saturation'] : [])];
}

function viewStatement(statement: Statement, benchmark: BenchmarkReport, { report, urls }: Site): StatementView {
  const measure = measureOf(benchmark, statement.measure);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  return {
    framework: report.frameworks.find(({ id }) => id === statement.framework)?.name ?? statement.framework,
    href: urls.framework(statement.framework),
    setting: statement.setting ?? '',
    axis: statement.axis === null ? 'not stated' : formatAxis(statement.axis, axis),
    measure: measure.label,
    value: `${qualified(statement.qualifier)}${formatStated(statement.value, measure)}`,
    note: statement.note ?? '',
    sources: statement.sources.map((source) => viewSource(source, report.sources)),
  };
}
