import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import { directiveKey } from '../../scripts/figures/plan-pages.ts';
import { escapeHtml } from '../../scripts/render/html.ts';
import { type Embed, markOf, type Prose } from '../../scripts/render/markdown.ts';
import type { Site } from '../layout/site.ts';
import { type TableView, viewTable } from '../parts/embed-table/view.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { type SaturationView, viewSaturation } from '../parts/saturation/view.ts';
import { formatNumber, runOf } from './value.ts';

/** A page of prose: text, and what its directives show between. */
export interface ProseView {
  readonly title: string;
  readonly blocks: readonly BlockView[];
}

/** A stretch of text, and at most one thing after it. */
interface BlockView {
  readonly textHtml: string;
  readonly figure: ProseFigureView | null;
  readonly table: ProseTableView | null;
  readonly saturations: SaturationView | null;
}

interface ProseFigureView {
  readonly chart: FigureView;
  readonly source: string;
  readonly href: string;
}

interface ProseTableView {
  readonly id: string;
  readonly title: string;
  readonly table: TableView;
  readonly alt: string;
  readonly source: string;
  readonly href: string;
}

type Shown = Omit<BlockView, 'textHtml'>;

const nothing: Shown = { figure: null, table: null, saturations: null };

/** A page with its directives in place: figures, tables of claims, tables of saturation, single values. */
export function viewProse({ title, bodyHtml, embeds }: Prose, site: Site): ProseView {
  const blocks: BlockView[] = [];
  const used = new Set<string>();
  let textHtml = '';
  let rest = bodyHtml;
  for (const [index, embed] of embeds.entries()) {
    const mark = embed.block ? `<p>${markOf(index)}</p>` : markOf(index);
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    textHtml += rest.slice(0, at);
    rest = rest.slice(at + mark.length);
    if (embed.name === 'value') {
      textHtml += escapeHtml(formatNumber(embed, site.report));
    } else {
      blocks.push({ textHtml, ...viewDirective(embed, site, used) });
      textHtml = '';
    }
  }
  return { title, blocks: [...blocks, { textHtml: `${textHtml}${rest}`, ...nothing }] };
}

function viewDirective(embed: Embed, site: Site, used: Set<string>): Shown {
  switch (embed.name) {
    case 'figure':
    case 'matrix':
      return viewFigures(embed, site, used);
    case 'saturation':
      return viewSaturations(embed, site);
    default:
      throw new Error(`no directive ${embed.name}`);
  }
}

function viewFigures({ name, attributes }: Embed, site: Site, used: Set<string>): Shown {
  const { id = '' } = attributes;
  const whole = site.figures.get(id);
  // Of a matrix there is one figure whatever run or frameworks a directive names beside it.
  const figure = site.figures.get(directiveKey(name, attributes)) ?? (whole?.tabular === true ? whole : null);
  if (figure === null) return nothing;
  if (figure.tabular) return viewFigureTable(figure, site, used);
  const chart = { ...viewFigure(figure, site.urls), id: uniqueId(id, used) };
  return { ...nothing, figure: { chart, source: sourceOf(figure), href: site.urls.figure(nameOf(figure)) } };
}

function viewFigureTable(figure: Figure, site: Site, used: Set<string>): Shown {
  const { id, title, alt } = figure;
  const href = site.urls.figure(id);
  const table = { id: uniqueId(id, used), title, alt, table: viewTable(figure), source: sourceOf(figure), href };
  return { ...nothing, table };
}

function viewSaturations({ attributes }: Embed, { report, urls }: Site): Shown {
  const { benchmark, run } = runOf(attributes['run'], report);
  return { ...nothing, saturations: viewSaturation(benchmark, run, urls) };
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
