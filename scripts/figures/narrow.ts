import type { ChartData } from './chart.ts';
import { namedEnds } from './label.ts';
import { narrow, shorten, widestOf } from './size.ts';
import { type Bindings, chartBindings } from './spec.ts';

/** Which template draws a chart for a narrow page, bound to what. */
interface NarrowChart {
  readonly template: string;
  readonly bindings: Bindings;
}

/** Lines that can be told apart on a phone. */
const mostLines = 4;
/** Panels that a reader of a phone scrolls through. */
const mostPanels = 12;
const height = 260;

/** A chart for a phone from the same data: rows below their names, and of more lines than a few a panel for each. */
export function narrowChart(data: ChartData, description: string): NarrowChart {
  const { template } = data.chart;
  const series = new Set(data.points.map((point) => point.series));
  const isLines = data.chart.kind === 'steps' && template === 'lines';
  const isSplit = template === 'panels' || (isLines && series.size > mostLines && data.chart.emphasis.length === 0);
  return isSplit ? panels(data, description) : { template, bindings: small(data, description) };
}

function small(data: ChartData, description: string): Bindings {
  const low: ChartData = { ...data, frame: { ...data.frame, height } };
  const few = namedEnds(low).some(({ series }) => data.styles[series]?.context === true);
  const shown = namedEnds(low).filter(({ series }) => !few || data.styles[series]?.context !== true);
  const names = shown.map(({ label }) => shorten(label, nameWidth));
  const width = Math.max(leastWidth, narrow.width - Math.round(widestOf(names, 600)) - sides);
  const bindings = chartBindings({ ...low, frame: { ...low.frame, width } }, description, {
    ...narrow,
    ...narrowed(data),
  });
  const kept = new Set(shown.map(({ series }) => series));
  const labels = (bindings.datasets['labels'] ?? []).filter((row) => kept.has((row as { series: string }).series));
  return { ...bindings, datasets: { ...bindings.datasets, labels } };
}

const [nameWidth, leastWidth, sides] = [120, 130, 50];

/** Room right of the rows for words that follow an interval. */
function narrowed({ points, chart }: ChartData): { readonly width: number; readonly nameWidth: number } {
  const remarks = points.flatMap(({ remark }) => remark ?? []);
  const rows = chart.kind === 'saturation' || chart.kind === 'level' || chart.template === 'dots';
  return { width: narrow.width - Math.round(widestOf(remarks, null)), nameWidth: rows ? narrow.nameWidth : nameWidth };
}

/** What a narrow picture leaves out. */
function remarkOn(shown: number, all: number): string {
  return shown === all ? '' : `${shown} of ${all} programs; the table has all`;
}

function panels(data: ChartData, description: string): NarrowChart {
  const all = [...new Set(data.points.map(({ series }) => series))];
  const colored = all.filter((series) => data.styles[series]?.context !== true);
  const shown = new Set([...new Set([...colored, ...all])].slice(0, mostPanels));
  const { values, datasets, usermeta } = chartBindings(data, description, {
    ...narrow,
    nameWidth: narrow.panelWidth + 20,
  });
  const steps = (datasets['steps'] ?? []).filter((row) => shown.has((row as { series: string }).series));
  return {
    template: 'panels',
    bindings: {
      usermeta,
      values: { ...values, panelTitle: remarkOn(shown.size, all.length) },
      datasets: { ...datasets, steps },
    },
  };
}
