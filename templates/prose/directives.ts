import type { Measure } from '../../scripts/domain/benchmark.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, Report, RunReport } from '../../scripts/domain/report.ts';
import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import { directiveKey } from '../../scripts/figures/plan-pages.ts';
import { formatInterval, formatQuantity, formatSaturation } from '../../scripts/render/format.ts';
import { escapeHtml } from '../../scripts/render/html.ts';
import { type Embed, markOf, type Prose } from '../../scripts/render/markdown.ts';
import type { Renderer } from '../../scripts/render/templates.ts';
import { viewTable } from '../embed/page.ts';
import { viewFigure } from '../parts/figure/view.ts';
import { viewSaturation } from '../parts/saturation/view.ts';

/** What a page of prose may show. */
export interface ProseContext {
  readonly report: Report;
  readonly figures: Figures;
  readonly render: Renderer;
}

/** The body of a page with its embeds in place: figures, tables of claims, tables of saturation, single values. */
export function placeEmbeds({ bodyHtml, embeds }: Prose, shown: ProseContext): string {
  let body = bodyHtml;
  const used = new Set<string>();
  for (const [index, embed] of embeds.entries()) {
    const html = renderEmbed(embed, shown, used);
    const mark = markOf(index);
    body = body.replace(embed.block ? `<p>${mark}</p>` : mark, () => html);
  }
  return body;
}

function renderEmbed(embed: Embed, shown: ProseContext, used: Set<string>): string {
  switch (embed.name) {
    case 'figure':
    case 'matrix':
      return renderFigure(embed, shown, used);
    case 'saturation':
      return renderSaturation(embed, shown);
    case 'value':
      return escapeHtml(formatNumber(embed, shown));
    default:
      throw new Error(`no directive ${embed.name}`);
  }
}

function renderFigure({ name, attributes }: Embed, shown: ProseContext, used: Set<string>): string {
  const { figures, render, report } = shown;
  const { id = '' } = attributes;
  const whole = figures.get(id);
  // Of a matrix there is one figure whatever run or frameworks a directive names beside it.
  const figure = figures.get(directiveKey(name, attributes)) ?? (whole?.tabular === true ? whole : null);
  if (figure === null) return '';
  if (figure.tabular) return tableHtml(figure, shown, used);
  return render('prose/figure', {
    chart: { ...viewFigure(figure, report.site.base), id: uniqueId(id, used) },
    source: sourceOf(figure),
    href: `${report.site.base}figures/${nameOf(figure)}/`,
  });
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

/** An anchor that no other figure of the page has. */
function uniqueId(id: string, used: Set<string>): string {
  let unique = id;
  for (let count = 2; used.has(unique); count += 1) unique = `${id}-${count}`;
  used.add(unique);
  return unique;
}
