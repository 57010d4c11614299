import type { ChartDefinition, Measure } from '../model.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../report.ts';
import { dodge } from './dodge.ts';

/** A Vega-Lite specification with its data: what is published, and what is drawn. */
export interface ChartSpec {
  readonly [key: string]: unknown;
}

/** One row of a figure's data: a series at one value of the axis. */
export interface ChartPoint {
  readonly series: string;
  readonly label: string;
  readonly axis: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly contaminated: boolean;
}

const size = { width: 620, height: 380, label: 15 } as const;
const hues = 6;
const dashes = [
  [1, 0],
  [6, 3],
  [2, 2.5],
  [8, 2, 2, 2],
];
const shapes = ['circle', 'square', 'triangle-up', 'diamond'];

/** The rows of a chart: medians and ranges of its measure, per sweep and axis value, in the order of the run. */
export function chartPoints({ sweeps }: RunReport, chart: ChartDefinition): readonly ChartPoint[] {
  return sweeps.flatMap(({ sweep, levels }) =>
    levels.flatMap(({ axis, spreads, contaminated }) => {
      const spread = spreads.get(chart.measure);
      if (spread === undefined || (chart.scale === 'log' && spread.min <= 0)) return [];
      return [
        {
          series: sweep.id,
          label: sweep.label,
          axis,
          value: spread.median,
          low: spread.min,
          high: spread.max,
          contaminated,
        },
      ];
    }),
  );
}

/** Binds a chart's template to a run: names become titles, domains, colours and data. */
export function bindChart(
  template: ChartSpec,
  chart: ChartDefinition,
  report: BenchmarkReport,
  run: RunReport,
  description: string,
): ChartSpec {
  const points = chartPoints(run, chart);
  const axis = measureOf(report, report.benchmark.axis);
  const measure = measureOf(report, chart.measure);
  const series = run.sweeps.map(({ sweep }) => sweep.id);
  const axisDomain = [0, Math.max(...points.map((point) => point.axis)) || 1];
  const measureDomain = domainOf(points, chart);
  const values = {
    description,
    axisTitle: titleOf(axis),
    measureTitle: titleOf(measure),
    axisDomain,
    measureDomain,
    measureTicks: ticksOf(measureDomain, chart.scale),
    scale: chart.scale,
    series,
    labels: [...points].sort((a, b) => a.value - b.value).map(({ label }) => label),
    colors: series.map((_, index) => `var(--hue-${(index % hues) + 1})`),
    dashes: series.map((_, index) => dashes[Math.floor(index / hues) % dashes.length]),
    shapes: series.map((_, index) => shapes[Math.floor(index / hues) % shapes.length]),
  };
  const ideal = chart.ideal ? axisDomain.map((at) => ({ axis: at, value: at })) : [];
  const labels = labelRows(run.sweeps, points, chart, axisDomain[1] ?? 1, measureDomain);
  return { ...(fill(template, values) as ChartSpec), datasets: { steps: points, ideal, labels } };
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

/** From zero, or from the decade below the smallest value, to a little above the largest one. */
function domainOf(points: readonly ChartPoint[], { scale }: ChartDefinition): readonly [number, number] {
  const top = Math.max(...points.map(({ high }) => high), 0);
  if (scale === 'linear') return [0, top === 0 ? 1 : top * 1.02];
  const bottom = Math.min(...points.map(({ low }) => low));
  const low = 10 ** Math.floor(Math.log10(bottom));
  return [low, Math.max(10 ** (Math.ceil(Math.log10(top) * 4) / 4), low * 10 ** 0.25)];
}

/** Round values inside a domain: about five of even distance, or the decades and their halves on a log scale. */
export function ticksOf([low, high]: readonly [number, number], scale: ChartDefinition['scale']): readonly number[] {
  if (scale === 'log') {
    const first = Math.floor(Math.log10(low));
    const decades = Array.from(
      { length: Math.ceil(Math.log10(high)) - first + 1 },
      (_, index) => 10 ** (first + index),
    );
    const all = decades.length > 3 ? decades : decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]);
    return all.map((tick) => Number(tick.toPrecision(3))).filter((tick) => tick >= low && tick <= high);
  }
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const count = Math.floor((high - low) / step) + 1;
  return Array.from({ length: count }, (_, index) => Number((low + index * step).toPrecision(6)));
}

/** Where each line ends, and where its label stands so that none covers another. */
function labelRows(
  sweeps: readonly SweepReport[],
  points: readonly ChartPoint[],
  chart: ChartDefinition,
  axisMax: number,
  domain: readonly [number, number],
): readonly object[] {
  const ends = sweeps.flatMap(({ sweep }) => points.filter(({ series }) => series === sweep.id).slice(-1));
  const height = Math.max(size.height, ends.length * size.label);
  const offset = (size.height - height) / 2;
  const targets = ends.map(({ value }) => pixel(value, domain, chart.scale));
  const placed = dodge(targets, size.label, offset, offset + height);
  return ends.map((end, index) => ({
    series: end.series,
    label: end.label,
    endX: (end.axis / axisMax) * size.width + 4,
    endY: targets[index],
    leadX: size.width + 14,
    labelX: size.width + 18,
    labelY: placed[index],
  }));
}

function pixel(value: number, [low, high]: readonly [number, number], scale: ChartDefinition['scale']): number {
  const at = scale === 'log' ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.round((1 - at) * size.height * 100) / 100;
}

/** Every string `$name` of a template becomes the value of that name. */
function fill(node: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (typeof node === 'string' && node.startsWith('$') && Object.hasOwn(values, node.slice(1)))
    return values[node.slice(1)];
  if (Array.isArray(node)) return node.map((one) => fill(one, values));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, values)]));
}
