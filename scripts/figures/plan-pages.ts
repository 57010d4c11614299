import { matrixId } from '../domain/figure.ts';
import type { Framework } from '../domain/framework.ts';
import type { Report, RunReport } from '../domain/report.ts';
import type { TextFile } from '../domain/source.ts';
import { locatedDirectives } from '../validate/directives.ts';
import { nameOf } from './figure.ts';
import { type BenchmarkChart, chartsOf, onlySweeps, type PlannedChart, type PlannedFigure } from './planned.ts';
import { hasPoints } from './points.ts';
import { ofChart } from './settings.ts';

/** Frameworks that a page sets side by side. */
export interface ComparedFrameworks {
  /** The page's path below the base, with a slash at its end. */
  readonly path: string;
  readonly frameworks: readonly Framework[];
}

/** A framework among the others: the first figure of the lead run, its own programs emphasized; none where it was not measured there. */
export function planHighlight({ id, name }: Framework, { benchmarks: [benchmark] }: Report): readonly PlannedChart[] {
  const run = benchmark?.runs[0];
  if (benchmark === undefined || run === undefined) return [];
  const emphasis = run.sweeps.filter(({ sweep }) => sweep.framework === id).map(({ sweep }) => sweep.id);
  const own = onlySweeps(run, [id]);
  const first = chartsOf(benchmark).find(({ chart }) => hasPoints(own, chart));
  if (emphasis.length === 0 || first === undefined) return [];
  const title = `${first.chart.title}: ${name} among the others`;
  return [onPage(`frameworks/${id}/`, { ...first, chart: { ...first.chart, title, emphasis } }, run)];
}

/** So many charts of a benchmark stand in a comparison; the run's own page has them all. */
export const comparedCharts = 2;

/** The figures of the first run of each benchmark that measured two of the frameworks, with just their sweeps. */
export function planComparison(
  { path, frameworks }: ComparedFrameworks,
  { benchmarks }: Report,
): readonly PlannedChart[] {
  const ids = frameworks.map(({ id }) => id);
  return benchmarks.flatMap((benchmark) => {
    const run = benchmark.runs.map((one) => onlySweeps(one, ids)).find((one) => measuredIn(one) > 1);
    if (run === undefined) return [];
    const charts = chartsOf(benchmark).filter(
      ({ chart }) => hasPoints(run, chart) && measuredIn(ofChart(run, chart)) > 1,
    );
    return charts.slice(0, comparedCharts).map((chart) => onPage(path, chart, run));
  });
}

function measuredIn({ sweeps }: RunReport): number {
  return new Set(sweeps.map(({ sweep }) => sweep.framework)).size;
}

/** A figure that a page alone shows, without small multiples: its key is the page's path and its own id. */
function onPage(
  path: string,
  { id, benchmark, chart }: BenchmarkChart & { readonly id: string },
  run: RunReport,
): PlannedChart {
  const single = { ...chart, panels: false };
  return { kind: 'chart', key: path + id, id, use: 'page', pin: null, chart: single, benchmark, run, newer: false };
}

/** What the directives of a page of prose show that no other figure does: chosen frameworks and features. */
export function planDirectives(page: TextFile, report: Report): readonly PlannedFigure[] {
  return [...locatedDirectives(page).values()].flatMap(({ name, attributes }): readonly PlannedFigure[] => {
    const values = Object.fromEntries([...attributes].map(([key, { value }]) => [key, value]));
    if (name === 'matrix') return [planChosenMatrix(values, report)];
    return name === 'figure' && values['frameworks'] !== undefined ? planChosenSweeps(values, report) : [];
  });
}

/** The key of what a directive shows: of a figure as it is, or of some of it. */
export function directiveKey(name: string, attributes: Readonly<Record<string, string>>): string {
  const { id = '', run = null, frameworks } = attributes;
  if (name === 'figure' && frameworks === undefined) return nameOf({ id, pin: run });
  return `prose/${name}?${new URLSearchParams(attributes)}`;
}

function planChosenSweeps(
  attributes: Readonly<Record<string, string>>,
  { benchmarks }: Report,
): readonly PlannedChart[] {
  const { id = '', run: pin = null } = attributes;
  const whole = benchmarks.flatMap(chartsOf).filter((one) => one.id === id);
  return whole.flatMap((one) => {
    const { benchmark, chart } = one;
    const run = benchmark.runs.find((each) => hasPoints(each, chart) && (pin === null || each.run.id === pin));
    const chosen = run === undefined ? null : onlySweeps(run, idsIn(attributes['frameworks']) ?? []);
    if (chosen === null || !hasPoints(chosen, chart)) return [];
    return [{ ...onPage('', one, chosen), key: directiveKey('figure', attributes), pin }];
  });
}

function planChosenMatrix(attributes: Readonly<Record<string, string>>, { editions, latest }: Report): PlannedFigure {
  const edition = editions.find(({ definition }) => definition.id === attributes['edition']) ?? latest;
  return {
    kind: 'matrix',
    key: directiveKey('matrix', attributes),
    id: matrixId(edition.definition.id),
    use: 'page',
    title: edition.definition.label,
    question: '',
    edition,
    frameworks: idsIn(attributes['frameworks']),
    features: idsIn(attributes['features']),
  };
}

function idsIn(list: string | undefined): readonly string[] | null {
  return list === undefined ? null : list.split(',');
}
