import type { Measure } from '../domain/benchmark.ts';
import type { ChartSpec, Scale } from '../domain/chart.ts';
import type { TextFile } from '../domain/source.ts';
import { lowerFirst } from '../render/format.ts';
import type { ChartData } from './chart.ts';
import { labelRows } from './label.ts';
import type { ChartPoint } from './points.ts';
import { classRows, keyRows, rowOrder, rowWidth, tieRows } from './rows.ts';
import { ticksOf } from './scale.ts';
import { type Size, shorten, wide } from './size.ts';
import type { SeriesMark } from './svg/compact.ts';
import { light } from './svg/palette.ts';

/** What a template is bound to: a value for each `$name`, rows for each named dataset, and what only we read of it. */
export interface Bindings {
  readonly values: Readonly<Record<string, unknown>>;
  readonly datasets: Readonly<Record<string, readonly object[]>>;
  readonly usermeta: { readonly series: Readonly<Record<string, SeriesMark>>; readonly fixed?: boolean };
}

/** A Vega-Lite specification with names for values, and the datasets that it reads. */
interface ChartTemplate {
  readonly spec: ChartSpec;
  readonly datasets: ReadonlySet<string>;
}

/** Templates by the stem of their file. */
export type ChartTemplates = ReadonlyMap<string, ChartTemplate>;

/** The Vega-Lite templates of a project, parsed once. */
export function compileChartTemplates(templates: readonly TextFile[]): ChartTemplates {
  const charts = templates.filter(({ file }) => file.endsWith('.vl.json'));
  return new Map(
    charts.map(({ file, text }) => {
      const spec = JSON.parse(text) as ChartSpec;
      return [file.slice(file.lastIndexOf('/') + 1, -'.vl.json'.length), { spec, datasets: new Set(namesIn(spec)) }];
    }),
  );
}

/** The specification of a picture: the named template with its values and the rows that it reads. */
export function bindTemplate(templates: ChartTemplates, name: string, bindings: Bindings): ChartSpec {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`no chart template templates/charts/${name}.vl.json`);
  const read = Object.entries(bindings.datasets).filter(([dataset]) => template.datasets.has(dataset));
  const spec = fill(template.spec, bindings.values) as ChartSpec;
  return { ...spec, usermeta: bindings.usermeta, datasets: Object.fromEntries(read) };
}

/** The datasets that a template names. */
function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { readonly data?: { readonly name?: unknown } }).data?.name;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(node).flatMap(namesIn)];
}

/** Every string `$name` of a template becomes the value of that name. */
function fill(node: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof node === 'string' && node.startsWith('$') && Object.hasOwn(values, node.slice(1)))
    return values[node.slice(1)];
  if (Array.isArray(node)) return node.map((one) => fill(one, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
}

/** What the templates of charts may name: titles, domains, colors and rows; `description` is the figure in words. */
export function chartBindings(data: ChartData, description: string, size = wide): Bindings {
  const { chart, frame, styles } = data;
  const points = data.points.map((point) => ({ ...point, label: shorten(point.label, size.nameWidth) }));
  const keys = keyRows(data, size);
  const { labels } = rowOrder(points, data.better);
  const { rows, classes } = classRows(points, data.better);
  const values = {
    description,
    ...frameValues(data),
    ...titleValues(data),
    ...styleValues(styles),
    rows: chart.kind === 'saturation' ? rows : rowOrder(points, data.better).rows,
    ruled: rows.filter((row) => !classes.some((one) => one.row === row)),
    labels,
    rowWidth: rowWidth(labels, 600, size),
    ...sizeValues(size),
    measures: keys.map(({ measure }) => measure),
    measureShapes: keys.map(({ shape }) => shape),
  };
  const datasets = {
    steps: points,
    marks: marked(points),
    context: contextRows(points),
    ideal: chart.ideal ? frame.axis.map((at) => ({ axis: at, value: at })) : [],
    ideals: chart.ideal ? [idealLabel(data)] : [],
    labels: labelRows(data, size),
    ties: tieRows(points),
    keys,
    classes,
  };
  return { values, datasets, usermeta: { series: styles } };
}

/** How rows and panels are set for a width of page. */
function sizeValues({ names, rowStep, panelColumns, panelWidth }: Size): Readonly<Record<string, unknown>> {
  const place =
    names === 'before' ? { nameAlign: 'right', nameX: -10, nameDy: 0 } : { nameAlign: 'left', nameX: 0, nameDy: -14 };
  return { rowStep, panelColumns, panelWidth, ...place };
}

/** The domains of both axes and their ticks. */
function frameValues({ chart, frame }: ChartData): Readonly<Record<string, unknown>> {
  const axisScale = chart.against?.scale ?? 'linear';
  const [axisTicks, measureTicks] = [ticksOf(frame.axis, axisScale), ticksOf(frame.measure, chart.scale)];
  return {
    width: frame.width,
    height: frame.height,
    scale: chart.scale,
    axisScale,
    axisDomain: frame.axis,
    axisTicks,
    axisEnds: endsOf(axisTicks),
    measureDomain: frame.measure,
    measureTicks,
    measureEnds: endsOf(measureTicks),
  };
}

/** The outer ticks and one between them, for small panels. */
function endsOf(ticks: readonly number[]): readonly number[] {
  const between = ticks.length % 2 === 0 ? [] : ticks.slice((ticks.length - 1) / 2).slice(0, 1);
  return [...new Set([...ticks.slice(0, 1), ...between, ...ticks.slice(-1)])];
}

function titleValues({ chart, measure, across, band, better }: ChartData): Readonly<Record<string, unknown>> {
  const upTo = band === null ? '' : `; shaded up to ${lowerFirst(band.label)}`;
  const formatOf = ({ unit }: Measure): string => (unit === 'share' ? '~%' : ',~r');
  return {
    axisTitle: chart.against === null ? titleOf(across) : withBetter(named(across, chart.against.scale), across.better),
    axisFormat: formatOf(across),
    panelTitle: `${named(measure, chart.scale)}, by ${lowerFirst(titleOf(across))}${upTo}${better === null ? '' : `; ${better} is better`}`,
    measureTitle: withBetter(
      chart.kind === 'level' ? unitOf(measure, chart.scale) : named(measure, chart.scale),
      better,
    ),
    measureFormat: formatOf(measure),
  };
}

/** A title of an axis that says where its scale is no linear one. */
function named(measure: Measure, scale: Scale): string {
  return `${titleOf(measure)}${scale === 'log' ? ', log scale' : ''}`;
}

function unitOf({ unit }: Measure, scale: Scale): string {
  return [unit, ...(scale === 'log' ? ['log scale'] : [])].filter((one) => one !== '').join(', ');
}

/** A title of an axis that says which end is better. */
function withBetter(title: string, better: Measure['better']): string {
  return better === null ? title : `${title}${title === '' ? '' : ' '}(${better} is better)`;
}

/** `Achieved rate, /s`. */
export function titleOf({ label, unit }: Measure): string {
  return unit === '' || unit === 'share' ? label : `${label}, ${unit}`;
}

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2.5],
  [8, 2, 2, 2],
];
const shapes = ['circle', 'square', 'triangle-up', 'diamond'];

function styleValues(styles: Readonly<Record<string, SeriesMark>>): Readonly<Record<string, unknown>> {
  const all = Object.values(styles);
  return {
    series: Object.keys(styles),
    colors: all.map(({ hue, context }) => (context === true ? light.soft : light.hues[hue])),
    dashes: all.map(({ style }) => dashes[style - 1]),
    shapes: all.map(({ style }) => shapes[style - 1]),
  };
}

/** Steps of a series above which only some carry a marker. */
const dense = 24;

/** The steps that carry a marker: all of them, or on a dense grid five of each series with its last. */
function marked(points: readonly ChartPoint[]): readonly ChartPoint[] {
  return [...Map.groupBy(points, ({ series }) => series).values()].flatMap((list) => {
    if (list.length <= dense) return list;
    const every = Math.ceil(list.length / 5);
    return list.filter((_, index) => (list.length - 1 - index) % every === 0);
  });
}

/** A point of a line with gaps; null in a gap. */
interface ContextRow {
  readonly axis: number | null;
  readonly value: number | null;
  readonly order: number;
}

/** All series as one line with gaps, which costs Vega a tenth of as many lines. */
function contextRows(points: readonly ChartPoint[]): readonly ContextRow[] {
  const series = [...Map.groupBy(points, (point) => point.series).values()];
  const rows = series.flatMap((list) => [
    ...list.map(({ axis, value }) => ({ axis: Number(axis), value })),
    { axis: null, value: null },
  ]);
  return rows.map((row, order) => ({ ...row, order }));
}

interface IdealLabel {
  readonly axis: number;
  readonly value: number;
  readonly angle: number;
  readonly text: string;
}

/** What the line of equality is called, and how steep its name stands. */
function idealLabel({ measure, axis, frame }: ChartData): IdealLabel {
  const at = frame.axis[1] * 0.3;
  const [low, high] = frame.measure;
  const rise = (((frame.axis[1] - frame.axis[0]) / (high - low)) * frame.height) / frame.width;
  const angle = Math.round((-Math.atan(rise) * 1800) / Math.PI) / 10;
  return { axis: at, value: at, angle, text: `${measure.label} = ${lowerFirst(axis.label)}` };
}
