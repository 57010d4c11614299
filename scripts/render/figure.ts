import type { Effects } from '../effects.ts';
import type { ChartDefinition, Output } from '../model.ts';
import type { BenchmarkReport, RunReport } from '../report.ts';
import { chartsOf, describeChart, type FigureView, viewFigure } from './benchmark.ts';
import { bindChart, type ChartSpec } from './chart.ts';
import { escapeHtml } from './html.ts';

// Raised when drawing changes, so that figures drawn before are drawn anew.
const version = 'figure-1';

export interface Figures {
  readonly views: readonly FigureView[];
  readonly outputs: readonly Output[];
}

/** A run's figures, drawn or taken from the cache by the hash of their specification; and the specifications themselves. */
export async function renderFigures(
  benchmark: BenchmarkReport,
  run: RunReport,
  templates: ReadonlyMap<string, ChartSpec>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<Figures> {
  const views: FigureView[] = [];
  const outputs: Output[] = [];
  for (const chart of chartsOf(benchmark, run)) {
    const spec = bind(chart, benchmark, run, templates);
    const svg = await draw(spec, `${chart.id}-${run.run.id}`, effects);
    const description = describeChart(chart, benchmark, run);
    views.push(viewFigure(chart, benchmark, run, withTitle(svg, chart.title, description)));
    outputs.push({
      path: `figures/${benchmark.benchmark.id}/${run.run.id}/${chart.id}.vl.json`,
      content: `${JSON.stringify(spec)}\n`,
    });
  }
  return { views, outputs };
}

function bind(
  chart: ChartDefinition,
  benchmark: BenchmarkReport,
  run: RunReport,
  templates: ReadonlyMap<string, ChartSpec>,
): ChartSpec {
  const template = templates.get(chart.template);
  if (template === undefined) throw new Error(`no chart template templates/charts/${chart.template}.vl.json`);
  return bindChart(template, chart, benchmark, run, describeChart(chart, benchmark, run));
}

async function draw(
  spec: ChartSpec,
  idPrefix: string,
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<string> {
  const key = `figures/${hash(`${version}\n${idPrefix}\n${JSON.stringify(spec)}`)}.svg`;
  const kept = cache.read(key);
  if (kept !== null) return kept;
  const { drawSvg } = await import('./vega.ts');
  const svg = await drawSvg(spec, idPrefix);
  cache.write(key, svg);
  return svg;
}

function withTitle(svg: string, title: string, description: string): string {
  return svg.replace('role="img">', () => `role="img" aria-label="${escapeHtml(`${title}. ${description}`)}">`);
}
