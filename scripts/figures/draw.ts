import type { ChartDefinition, ChartSpec } from '../domain/chart.ts';
import type { BenchmarkReport, Report, RunReport } from '../domain/report.ts';
import type { Output, TextFile } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';
import { escapeHtml } from '../render/html.ts';
import { bindChart } from './chart.ts';
import { betterOf } from './interactive.ts';
import { standaloneSvg } from './svg/standalone.ts';
import { chartsOf, describeChart, type FigureView, viewFigure } from './view.ts';

// Raised when drawing changes, so that figures drawn before are drawn anew.
const version = 'figure-16';

/** Figures by benchmark and run (`ping-pong/2026-11-22-epyc`), their specifications, and their panels to publish. */
export interface Figures {
  readonly byRun: ReadonlyMap<string, readonly FigureView[]>;
  readonly specs: ReadonlyMap<FigureView, ChartSpec>;
  readonly outputs: readonly Output[];
}

/** Every run's figures, drawn or taken from the cache by the hash of their specification. */
export async function renderFigures(
  { benchmarks, site }: Report,
  templates: readonly TextFile[],
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<Figures> {
  const charts = chartTemplates(templates);
  const specs = new Map<FigureView, ChartSpec>();
  const byRun = new Map<string, readonly FigureView[]>();
  const outputs: Output[] = [];
  for (const benchmark of benchmarks) {
    for (const run of benchmark.runs) {
      const key = runKey(benchmark, run);
      const views: FigureView[] = [];
      for (const chart of chartsOf(benchmark, run)) {
        const { spec, view: still } = await drawFigure(chart, benchmark, run, charts, effects);
        const panels = await drawPanels(chart, benchmark, run, charts, effects);
        const path = `figures/${key}/${chart.id}.panels.svg`;
        if (panels !== null) outputs.push({ path, content: panels });
        const panelsHref = panels === null ? '' : `${site.base}${path}`;
        const view = { ...still, better: betterOf(chart, benchmark, run), panelsHref };
        views.push(view);
        specs.set(view, spec);
      }
      byRun.set(key, views);
    }
  }
  return { byRun, specs, outputs };
}

export function runKey({ benchmark }: BenchmarkReport, { run }: RunReport): string {
  return `${benchmark.id}/${run.id}`;
}

/** One chart of a run, or of some of its sweeps (`onlySweeps`), drawn, with its words, table and specification. */
export async function drawFigure(
  chart: ChartDefinition,
  benchmark: BenchmarkReport,
  run: RunReport,
  templates: ReadonlyMap<string, ChartSpec>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<{ readonly spec: ChartSpec; readonly view: FigureView }> {
  const spec = bind(chart, benchmark, run, templates);
  const svg = await draw(spec, `${chart.id}-${run.run.id}`, effects);
  const text = withTitle(svg, chart.title, describeChart(chart, benchmark, run));
  return { spec, view: viewFigure(chart, benchmark, run, text) };
}

/** A run reduced to the sweeps of some frameworks, or to sweeps by their own ids. */
export function onlySweeps(run: RunReport, ids: readonly string[]): RunReport {
  const chosen = run.sweeps.filter(({ sweep: { id, framework } }) => ids.includes(id) || ids.includes(framework ?? ''));
  return { ...run, sweeps: chosen };
}

/** The Vega-Lite templates by their stem. */
export function chartTemplates(templates: readonly TextFile[]): ReadonlyMap<string, ChartSpec> {
  const charts = templates.filter(({ file }) => file.endsWith('.vl.json'));
  return new Map(
    charts.map(({ file, text }) => [file.replace(/^.*\/|\.vl\.json$/g, ''), JSON.parse(text) as ChartSpec]),
  );
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

/** The figure as small multiples in a file of its own; null where its chart asks for none, or one panel would be all. */
async function drawPanels(
  chart: ChartDefinition,
  benchmark: BenchmarkReport,
  run: RunReport,
  templates: ReadonlyMap<string, ChartSpec>,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<string | null> {
  if (!chart.panels || run.sweeps.length < 2) return null;
  const spec = bind({ ...chart, template: 'panels' }, benchmark, run, templates);
  const svg = await draw(spec, `${chart.id}-${run.run.id}-panels`, effects);
  return standaloneSvg(withTitle(svg, chart.title, describeChart(chart, benchmark, run)), 'auto');
}

/** A specification as inline SVG, drawn or kept by its hash. */
export async function draw(
  spec: ChartSpec,
  idPrefix: string,
  { cache, hash }: Pick<Effects, 'cache' | 'hash'>,
): Promise<string> {
  const key = `figures/${hash(`${version}\n${idPrefix}\n${JSON.stringify(spec)}`)}.svg`;
  const kept = cache.read(key);
  if (kept !== null) return kept;
  const { drawSvg } = await import('./svg/vega.ts');
  const svg = await drawSvg(spec, idPrefix);
  cache.write(key, svg);
  return svg;
}

/** The picture as one image to a screen reader, named by its title and what it shows. */
export function withTitle(svg: string, title: string, description: string): string {
  return svg.replace('role="img"', () => `role="img" aria-label="${escapeHtml(`${title}. ${description}`)}"`);
}
