import type { Measure } from '../../scripts/domain/benchmark.ts';
import { chartId, matrixId } from '../../scripts/domain/figure.ts';
import type { BenchmarkReport, Report, RunReport } from '../../scripts/domain/report.ts';
import type { TextFile } from '../../scripts/domain/source.ts';
import { measureOf } from '../../scripts/figures/chart.ts';
import { chartTemplates, drawFigure, onlySweeps } from '../../scripts/figures/draw.ts';
import type { ChartFigure } from '../../scripts/figures/formats/charts.ts';
import { type Figure, nameOf } from '../../scripts/figures/formats/figure.ts';
import { matrixFigure } from '../../scripts/figures/formats/matrix.ts';
import { chartsOf, viewSaturation } from '../../scripts/figures/view.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { formatInterval, formatQuantity, formatSaturation } from '../../scripts/render/format.ts';
import { escapeHtml } from '../../scripts/render/html.ts';
import { type Embed, markOf, type Prose } from '../../scripts/render/markdown.ts';
import type { Renderer } from '../../scripts/render/templates.ts';
import { viewTable } from '../embed/page.ts';
import type { AllFigures } from '../figures/exports.ts';

/** What a page of prose may show. */
export interface ProseContext {
  readonly report: Report;
  readonly allFigures: AllFigures;
  readonly templates: readonly TextFile[];
  readonly render: Renderer;
  readonly effects: Pick<Effects, 'cache' | 'hash'>;
}

/** The body of a page with its embeds in place: figures, tables of claims, tables of saturation, single values. */
export async function placeEmbeds({ bodyHtml, embeds }: Prose, shown: ProseContext): Promise<string> {
  let body = bodyHtml;
  const used = new Set<string>();
  for (const [index, embed] of embeds.entries()) {
    const html = await renderEmbed(embed, shown, used);
    const mark = markOf(index);
    body = body.replace(embed.block ? `<p>${mark}</p>` : mark, () => html);
  }
  return body;
}

async function renderEmbed(embed: Embed, shown: ProseContext, used: Set<string>): Promise<string> {
  switch (embed.name) {
    case 'figure':
      return renderFigure(embed, shown, used);
    case 'matrix':
      return renderMatrix(embed, shown, used);
    case 'saturation':
      return renderSaturation(embed, shown);
    case 'value':
      return escapeHtml(formatNumber(embed, shown));
    default:
      throw new Error(`no directive ${embed.name}`);
  }
}

async function renderFigure({ attributes }: Embed, shown: ProseContext, used: Set<string>): Promise<string> {
  const { id = '', run } = attributes;
  const { allFigures, render, report } = shown;
  const named = ({ figure }: { readonly figure: Figure }): boolean => figure.id === id && figure.pin === (run ?? null);
  const found = [...allFigures.charts, ...allFigures.changes, ...allFigures.parts.charts].find(named);
  const matrix = [...allFigures.matrices, ...allFigures.parts.matrices].find((figure) => figure.id === id);
  if (found === undefined) return matrix === undefined ? '' : tableHtml(matrix, shown, used);
  const view = attributes['frameworks'] === undefined ? found.view : await drawChosen(found, attributes, shown);
  return render('prose/figure', {
    chart: { ...view, id: uniqueId(id, used) },
    source: sourceOf(found.figure),
    href: `${report.site.base}figures/${nameOf(found.figure)}/`,
  });
}

/** The same chart with the chosen frameworks alone. */
async function drawChosen(
  { figure }: Pick<ChartFigure, 'figure'>,
  attributes: Embed['attributes'],
  shown: ProseContext,
): Promise<ChartFigure['view']> {
  for (const benchmark of shown.report.benchmarks) {
    const chart = benchmark.benchmark.charts.find((one) => chartId(benchmark.benchmark.id, one.id) === figure.id);
    const run = benchmark.runs.find((one) => one.run.id === figure.shows);
    if (chart === undefined || run === undefined || !chartsOf(benchmark, run).includes(chart)) continue;
    const chosen = onlySweeps(run, idsIn(attributes['frameworks']) ?? []);
    return (await drawFigure(chart, benchmark, chosen, chartTemplates(shown.templates), shown.effects)).view;
  }
  throw new Error(`no chart for the figure ${figure.id}`);
}

function renderMatrix({ attributes }: Embed, shown: ProseContext, used: Set<string>): string {
  const { report } = shown;
  const wanted = attributes['edition'];
  const edition = report.editions.find(({ definition }) => definition.id === wanted) ?? report.latest;
  const part = {
    id: matrixId(edition.definition.id),
    title: edition.definition.label,
    question: '',
    edition,
    frameworks: idsIn(attributes['frameworks']),
    features: idsIn(attributes['features']),
  };
  return tableHtml(matrixFigure(part, report), shown, used);
}

function tableHtml(figure: Figure, { render, report }: ProseContext, used: Set<string>): string {
  return render('prose/table', {
    id: uniqueId(figure.id, used),
    title: figure.title,
    table: viewTable(figure),
    alt: figure.alt,
    source: sourceOf(figure),
    href: `${report.site.base}figures/${figure.id}/`,
  });
}

function renderSaturation({ attributes }: Embed, { report, render }: ProseContext): string {
  const { benchmark, run } = runOf(attributes['run'], report);
  return render('prose/saturation', {
    saturationLabel: benchmark.benchmark.saturation?.label ?? '',
    saturationText: benchmark.benchmark.saturation?.text ?? '',
    saturation: viewSaturation(benchmark, run, report.site.base),
  });
}

/** One number of a run in words: a median at a step, or a program's saturation with its interval. */
function formatNumber({ attributes }: Embed, { report }: ProseContext): string {
  const { benchmark, run } = runOf(attributes['run'], report);
  const sweep = run.sweeps.find((one) => one.sweep.id === attributes['program']);
  const axis = measureOf(benchmark, benchmark.benchmark.axis);
  if (attributes['measure'] === undefined) {
    const saturation = sweep?.saturation ?? null;
    if (saturation === null) return 'not measured';
    return saturation.censored ? formatSaturation(saturation, axis) : intervalOf(saturation, axis);
  }
  const level = sweep?.levels.find((one) => one.axis === Number(attributes['at']));
  const spread = level?.spreads.get(attributes['measure']);
  return spread === undefined
    ? 'not measured'
    : formatQuantity(spread.median, measureOf(benchmark, attributes['measure']));
}

function intervalOf(saturation: Parameters<typeof formatInterval>[0], axis: Measure): string {
  return `${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`;
}

function runOf(
  name: string | undefined,
  { benchmarks }: Report,
): { readonly benchmark: BenchmarkReport; readonly run: RunReport } {
  const [first, second] = name?.split('/') ?? [];
  const benchmark = benchmarks.find((one) => one.benchmark.id === first);
  const run = benchmark?.runs.find((one) => one.run.id === second);
  if (benchmark === undefined || run === undefined) throw new Error(`no run ${name}`);
  return { benchmark, run };
}

function sourceOf({ provenance: { run, date, testbed, warning } }: Figure): string {
  return [`${run}, ${date}.`, warning, testbed === '' ? '' : `${testbed}.`].filter((part) => part !== '').join(' ');
}

function idsIn(list: string | undefined): readonly string[] | null {
  return list === undefined ? null : list.split(',');
}

/** An anchor that no other figure of the page has. */
function uniqueId(id: string, used: Set<string>): string {
  let unique = id;
  for (let count = 2; used.has(unique); count += 1) unique = `${id}-${count}`;
  used.add(unique);
  return unique;
}
