import type { Report, RunReport } from '../../scripts/domain/report.ts';
import type { TextFile } from '../../scripts/domain/source.ts';
import { chartTemplates, drawFigure, onlySweeps } from '../../scripts/figures/draw.ts';
import { chartsOf, type FigureView } from '../../scripts/figures/view.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { lineHtml } from '../parts/program/view.ts';
import type { ComparedFramework, QuestionGroup, RunSummary } from './client/model.ts';
import { type CodeView, compareFrameworks } from './client/view.ts';
import type { Prepared } from './comparisons.ts';

// A page sets two charts of a benchmark beside the words; the run's own page has them all.
const shownCharts = 2;

/** A page of frameworks side by side. */
export function viewFrameworkComparison(
  { title, note }: Prepared,
  comparedFrameworks: readonly ComparedFramework[],
  questions: readonly QuestionGroup[],
  runs: readonly RunSummary[],
  figures: readonly FigureView[],
  base: string,
): object {
  const { groups, code, ...text } = compareFrameworks(comparedFrameworks, questions, runs);
  return {
    ...text,
    title,
    note,
    comparedFrameworks: comparedFrameworks.map(({ name, href, summary, language }) => ({
      name,
      href,
      summary,
      language,
    })),
    groups,
    span: comparedFrameworks.length + 1,
    figures,
    code: code === null ? null : viewCode(code),
    customHref: `${base}compare/?f=${comparedFrameworks.map(({ id }) => id).join(',')}`,
    indexHref: `${base}compare/`,
  };
}

/** The figures of the first run of each benchmark that measured two of the frameworks, with just their sweeps. */
export async function figuresOf(
  { frameworks }: Prepared,
  report: Report,
  templates: readonly TextFile[],
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<readonly FigureView[]> {
  const ids = frameworks.map(({ id }) => id);
  const specs = chartTemplates(templates);
  const views: FigureView[] = [];
  for (const benchmark of report.benchmarks) {
    const run = benchmark.runs.map((one) => onlySweeps(one, ids)).find((one) => measuredOf(one).size > 1);
    if (run === undefined) continue;
    for (const chart of chartsOf(benchmark, run).slice(0, shownCharts)) {
      views.push((await drawFigure(chart, benchmark, run, specs, effects)).view);
    }
  }
  return views;
}

function measuredOf({ sweeps }: RunReport): ReadonlySet<string | null> {
  return new Set(sweeps.map(({ sweep }) => sweep.framework));
}

function viewCode({ rows, ...text }: CodeView): object {
  return {
    ...text,
    rows: rows.map(({ shared, lines }) => ({
      shared,
      cells: lines.map((line) => ({ absent: line === null, codeHtml: lineHtml(line ?? []) })),
    })),
  };
}
