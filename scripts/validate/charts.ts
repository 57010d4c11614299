import type { AxisValue } from '../domain/axis.ts';
import type { Benchmark } from '../domain/benchmark.ts';
import type { ChartDefinition, Fix } from '../domain/chart.ts';
import { isId } from '../domain/ids.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run, Step } from '../domain/run.ts';
import { settingValues } from '../domain/series.ts';
import { settingValueOf, slugOf } from '../domain/setting.ts';
import type { Issue, Path, Source, TextFile } from '../domain/source.ts';

/** A text axis whose categories are not listed has those of its files, in the order of their first appearance. */
export function withCategories(benchmark: Benchmark, runs: readonly Run[]): Benchmark {
  if (benchmark.categories === null || benchmark.categories.length > 0) return benchmark;
  const found = stepsOf(runs).map(({ axis }) => String(axis));
  return { ...benchmark, categories: [...new Set(found)] };
}

/** A benchmark in which each chart with a facet is one chart for each value of its column, and a title says what is fixed. */
export function withFacets(benchmark: Benchmark, runs: readonly Run[]): Benchmark {
  const charts = benchmark.charts.flatMap((chart) => facetsOf(chart, benchmark, runs));
  return { ...benchmark, charts: charts.map((chart) => ({ ...chart, title: titleOf(chart, benchmark) })) };
}

/** The charts that a chart stands for: itself, or one for each value of its facet. */
export function facetsOf(
  chart: ChartDefinition,
  benchmark: Benchmark,
  runs: readonly Run[],
): readonly ChartDefinition[] {
  const { facet } = chart;
  const measure = benchmark.measures.find(({ id }) => id === facet);
  if (facet === null || measure === undefined) return [chart];
  return settingValues(runs, benchmark, facet).map((value, index) => {
    const id = `${chart.id}-${slugOf(settingValueOf(measure, value))}`;
    return {
      ...chart,
      id: isId(id) ? id : `${chart.id}-${index + 1}`,
      fix: { ...chart.fix, [facet]: value },
      facet: null,
    };
  });
}

/** `Response time (64 KiB)`; a title that says so itself is left as it is. */
function titleOf({ title, fix }: ChartDefinition, { measures }: Benchmark): string {
  const texts = measures.flatMap((measure) => {
    const value = fix[measure.id];
    return value === undefined ? [] : [settingValueOf(measure, value).text];
  });
  const untold = texts.filter((text) => !title.includes(text));
  return untold.length === 0 ? title : `${title} (${untold.join(', ')})`;
}

/** Checks charts and filters against the data: one value of every other key column each, and something to show. */
export function checkChartData(source: Source, benchmark: Benchmark, runs: readonly Run[]): readonly Issue[] {
  return [
    ...benchmark.charts.flatMap((chart, index) => [
      ...checkSettings(chart, ['charts', index], { source, benchmark, runs }),
      ...checkClass(chart, source.placeOf(['charts', index, 'class']), runs),
      ...checkEmpty(chart, source.placeOf(['charts', index]), benchmark, runs),
    ]),
    ...benchmark.filters.flatMap(({ fix }, index) =>
      checkSettings({ fix, facet: null, series: null }, ['filters', index], { source, benchmark, runs }),
    ),
  ];
}

interface Measured {
  readonly source: Source;
  readonly benchmark: Benchmark;
  readonly runs: readonly Run[];
}

/** How something says which values of the other key columns it shows; a series is nothing that a filter could have. */
interface Chosen {
  readonly fix: Fix;
  readonly facet: string | null;
  readonly series: readonly string[] | null;
}

const mostFacets = 6;

/** Checks that something of one value of a key column says of which. */
export function checkSettings(chosen: Chosen, path: Path, { source, benchmark, runs }: Measured): readonly Issue[] {
  const { fix, facet, series } = chosen;
  return benchmark.settings.flatMap((column): readonly Issue[] => {
    const values = settingValues(runs, benchmark, column);
    const listed = `${values.slice(0, 8).join(', ')}${values.length > 8 ? ', …' : ''}`;
    const fixed = fix[column];
    if (fixed !== undefined)
      return values.length === 0 || values.includes(fixed)
        ? []
        : [issue('id-unknown', source.placeOf([...path, 'fix', column]), unknownValue(column, fixed, values))];
    if (facet === column) {
      const message = `\`${column}\` has ${values.length} values (${listed}), and a facet has at most ${mostFacets}; use \`fix\` or \`series\``;
      return values.length > mostFacets ? [issue('setting-missing', source.placeOf([...path, 'facet']), message)] : [];
    }
    if (values.length < 2 || series?.includes(column) === true) return [];
    const others = series === null ? '' : `, \`facet: ${column}\` or \`series: ${column}\``;
    const message = `The data have ${values.length} values of \`${column}\` (${listed}), which are no repeats of each other; add \`fix: {${column}: ${values[0]}}\`${others}`;
    return [issue('setting-missing', source.placeOf(path), message)];
  });
}

function unknownValue(column: string, found: AxisValue, values: readonly AxisValue[]): string {
  return unexpected(`value of ${column}`, String(found), values.map(String));
}

/** Finds a class that no program of any run has. */
function checkClass({ class: only }: ChartDefinition, place: Issue['place'], runs: readonly Run[]): readonly Issue[] {
  const classes = new Set(runs.flatMap(({ sweeps }) => sweeps.flatMap((sweep) => sweep.class ?? [])));
  if (only === null || runs.length === 0 || classes.has(only)) return [];
  return [issue('id-unknown', place, unexpected('class of programs', only, [...classes].sort()))];
}

/** Tells of a chart that no run has anything for: its figure would be missing without a word. */
function checkEmpty(
  chart: ChartDefinition,
  place: Issue['place'],
  benchmark: Benchmark,
  runs: readonly Run[],
): readonly Issue[] {
  const used = stepsOf(runs).filter((step) => step.state !== 'rejected' && isOf(step, chart.fix, benchmark));
  const atPlace = used.filter(({ axis }) => chart.at === null || axis === chart.at);
  const needed = [chart.measure, ...(chart.against === null ? [] : [chart.against.measure])];
  const measured = atPlace.some(({ values }) => needed.every((one) => typeof values.get(one) === 'number'));
  const misfit = chart.at !== null && (typeof chart.at === 'string') !== (benchmark.categories !== null);
  // A step of another kind than the axis is an issue of its own.
  if (stepsOf(runs).length === 0 || measured || misfit || chart.kind === 'saturation') return [];
  const where = chart.at !== null && atPlace.length === 0 ? ` at ${benchmark.axis} = ${chart.at}` : '';
  const message = `No run measured ${needed.join(' and ')}${where}, so this chart has no figure; remove it or correct its keys`;
  return [issue('chart-empty', place, message)];
}

function isOf({ setting }: Step, fix: Fix, { settings }: Benchmark): boolean {
  return Object.entries(fix).every(([column, value]) => setting[settings.indexOf(column)] === value);
}

function stepsOf(runs: readonly Run[]): readonly Step[] {
  return runs.flatMap(({ sweeps }) => sweeps.flatMap(({ steps }) => steps));
}

/** Checks that the template of every chart exists, and that it can draw the axis. */
export function checkTemplates(
  source: Source,
  { charts, categories, axis }: Benchmark,
  templates: readonly TextFile[],
): readonly Issue[] {
  const known = new Map(
    templates.flatMap(({ file, text }) => {
      const stem = /([^/]+)\.vl\.json$/.exec(file)?.[1];
      return stem === undefined ? [] : [[stem, text]];
    }),
  );
  return charts.flatMap(({ template, panels, kind }, index) => {
    const place = source.placeOf(['charts', index, 'template']);
    const text = known.get(template);
    if (text === undefined)
      return [issue('id-unknown', place, unexpected('chart template', template, [...known.keys()]))];
    if (categories === null || kind !== 'steps') return [];
    const fitting = [...known].filter(([, one]) => !drawsNumbers(one)).map(([name]) => name);
    const message = `\`${template}\` draws an axis of numbers, and \`${axis}\` is text; use ${fitting.join(', ')}`;
    const small = `Panels have an axis of numbers, and \`${axis}\` is text; remove \`panels\``;
    return [
      ...(drawsNumbers(text) ? [issue('column-kind', place, message)] : []),
      ...(panels ? [issue('column-kind', source.placeOf(['charts', index, 'panels']), small)] : []),
    ];
  });
}

/** Does a template place marks by the axis as a number? */
function drawsNumbers(template: string): boolean {
  return holdsNumericAxis(JSON.parse(template));
}

function holdsNumericAxis(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { field, type } = node as { readonly field?: unknown; readonly type?: unknown };
  return (field === 'axis' && type === 'quantitative') || Object.values(node).some(holdsNumericAxis);
}
