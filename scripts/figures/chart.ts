import type { Measure } from '../domain/benchmark.ts';
import type { ChartDefinition, ChartSpec, SeriesStyle } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { lowerFirst } from '../render/format.ts';
import { labelRows, plot, plotWidth } from './label.ts';
import { type ChartPoint, chartPoints } from './points.ts';
import { keyRows, rowOrder, rowWidth, tieRows } from './rows.ts';
import { type Domain, domainOf, ticksOf } from './scale.ts';
import type { SeriesMark } from './svg/compact.ts';
import { light } from './svg/palette.ts';

export { type ChartPoint, chartPoints } from './points.ts';

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2.5],
  [8, 2, 2, 2],
];
const shapes = ['circle', 'square', 'triangle-up', 'diamond'];
/** Steps of a series above which only some carry a marker. */
const dense = 24;
const fallbackStyle: SeriesStyle = { hue: 0, style: 1 };

/** Binds a chart's template to a run: names become titles, domains, colors and data. */
export function bindChart(
  template: ChartSpec,
  chart: ChartDefinition,
  report: BenchmarkReport,
  run: RunReport,
  description: string,
): ChartSpec {
  const points = chartPoints(run, chart);
  const styles = stylesOf(chart, report, run);
  const frame = frameOf(points, chart);
  const values = {
    description,
    ...frame.values,
    ...titlesOf(chart, report),
    ...styleValues(styles),
    ...rowsOf(points),
  };
  const keys = keyRows(chart, report, run);
  const shown = {
    ...values,
    measures: keys.map(({ measure }) => measure),
    measureShapes: keys.map(({ shape }) => shape),
  };
  const datasets = {
    steps: points,
    marks: marked(points),
    context: contextRows(points),
    ideal: chart.ideal ? [frame.axis[0], frame.axis[1]].map((at) => ({ axis: at, value: at })) : [],
    ideals: chart.ideal ? [idealLabel(chart, report, frame)] : [],
    labels: labelRows(points, chart, frame.axis, frame.measure),
    ties: tieRows(points),
    keys,
  };
  const used = new Set(namesIn(template));
  const own = Object.fromEntries(Object.entries(datasets).filter(([name]) => used.has(name)));
  return { ...(fill(template, shown) as ChartSpec), usermeta: { series: styles }, datasets: own };
}

/** `Achieved rate, /s`. */
export function titleOf({ label, unit }: Measure): string {
  return unit === '' || unit === 'share' ? label : `${label}, ${unit}`;
}

export function measureOf({ benchmark }: BenchmarkReport, id: string): Measure {
  const measure = benchmark.measures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`no measure ${id} in ${benchmark.file}`);
  return measure;
}

interface Frame {
  readonly axis: Domain;
  readonly measure: Domain;
  readonly width: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The domains of both axes and their ticks. */
function frameOf(points: readonly ChartPoint[], chart: ChartDefinition): Frame {
  const across = chart.against?.scale ?? 'linear';
  const axis: Domain =
    chart.against === null
      ? [0, Math.max(...points.map((point) => point.axis)) || 1]
      : domainOf(
          points.map(({ against }) => against ?? 0),
          across,
        );
  const measure = domainOf(
    points.flatMap(({ low, high, band }) => [low, high, band ?? high]),
    chart.scale,
  );
  const width = plotWidth(points, chart);
  const values = {
    ...{ width, height: plot.height, scale: chart.scale, axisScale: across },
    ...{ axisDomain: axis, axisTicks: ticksOf(axis, across), axisEnds: endsOf(ticksOf(axis, across)) },
    ...{ measureDomain: measure, measureTicks: ticksOf(measure, chart.scale) },
    measureEnds: endsOf(ticksOf(measure, chart.scale)),
  };
  return { axis, measure, width, values };
}

/** The outer ticks alone, for small panels. */
function endsOf(ticks: readonly number[]): readonly number[] {
  return [...new Set([...ticks.slice(0, 1), ...ticks.slice(-1)])];
}

function titlesOf(chart: ChartDefinition, report: BenchmarkReport): Readonly<Record<string, unknown>> {
  const across = measureOf(report, chart.against?.measure ?? report.benchmark.axis);
  const measure = measureOf(report, chart.measure);
  const band = chart.band === null ? null : measureOf(report, chart.band);
  const upTo = band === null ? '' : `; shaded up to ${lowerFirst(band.label)}`;
  const formatOf = ({ unit }: Measure): string => (unit === 'share' ? '~%' : ',~r');
  return {
    ...{ axisTitle: titleOf(across), axisFormat: formatOf(across) },
    panelTitle: `${titleOf(measure)}, by ${lowerFirst(titleOf(across))}${upTo}`,
    ...{ measureTitle: chart.kind === 'level' ? measure.unit : titleOf(measure), measureFormat: formatOf(measure) },
  };
}

/** The style of each sweep: its own for ever, gray where others stand out. */
function stylesOf(
  { emphasis }: ChartDefinition,
  { seriesStyles }: BenchmarkReport,
  { sweeps }: RunReport,
): Readonly<Record<string, SeriesMark>> {
  const focused = emphasis.filter((id) => sweeps.some(({ sweep }) => sweep.id === id));
  const entries = sweeps.map(({ sweep: { id } }): readonly [string, SeriesMark] => {
    const context = focused.length > 0 && !focused.includes(id);
    return [id, { ...(seriesStyles.get(id) ?? fallbackStyle), ...(context ? { context } : {}) }];
  });
  return Object.fromEntries(entries);
}

function styleValues(styles: Readonly<Record<string, SeriesMark>>): Readonly<Record<string, unknown>> {
  const all = Object.values(styles);
  return {
    series: Object.keys(styles),
    colors: all.map(({ hue, context }) => (context === true ? light.soft : light.hues[hue])),
    dashes: all.map(({ style }) => dashes[style - 1]),
    shapes: all.map(({ style }) => shapes[style - 1]),
  };
}

/** The steps that carry a marker: all of them, or on a dense grid five of each series with its last. */
function marked(points: readonly ChartPoint[]): readonly ChartPoint[] {
  return [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => {
    if (list.length <= dense) return list;
    const every = Math.ceil(list.length / 5);
    return list.filter((_, index) => (list.length - 1 - index) % every === 0);
  });
}

/** All series as one line with gaps, which costs Vega a tenth of as many lines. */
function contextRows(points: readonly ChartPoint[]): readonly object[] {
  const series = [...Map.groupBy(points, (point) => point.series).values()];
  const rows = series.flatMap((list) => [
    ...list.map(({ axis, value }) => ({ axis, value })),
    { axis: null, value: null },
  ]);
  return rows.map((row, order) => ({ ...row, order }));
}

function rowsOf(points: readonly ChartPoint[]): Readonly<Record<string, unknown>> {
  const order = rowOrder(points);
  return { ...order, rowWidth: rowWidth(order.labels, 600) };
}

/** What the line of equality is called, and how steep its name stands. */
function idealLabel({ measure }: ChartDefinition, report: BenchmarkReport, frame: Frame): object {
  const axis = measureOf(report, report.benchmark.axis);
  const at = frame.axis[1] * 0.3;
  const [low, high] = frame.measure;
  const rise = (((frame.axis[1] - frame.axis[0]) / (high - low)) * plot.height) / frame.width;
  const angle = Math.round((-Math.atan(rise) * 1800) / Math.PI) / 10;
  return { axis: at, value: at, angle, text: `${measureOf(report, measure).label} = ${lowerFirst(axis.label)}` };
}

/** The datasets that a template names. */
function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { readonly data?: { readonly name?: unknown } }).data?.name;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(node).flatMap(namesIn)];
}

/** Every string `$name` of a template becomes the value of that name. */
export function fill(node: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof node === 'string' && node.startsWith('$') && Object.hasOwn(values, node.slice(1)))
    return values[node.slice(1)];
  if (Array.isArray(node)) return node.map((one) => fill(one, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
}
