import type { ChartSpec } from '../domain/chart.ts';
import type { Report } from '../domain/report.ts';
import type { Kit } from '../load/project.ts';
import type { Effects } from '../platform/effects.ts';
import { figureData } from './data.ts';
import type { ChartPicture, Figure } from './figure.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { PlannedFigure } from './planned.ts';
import { bindTemplate, type ChartTemplates, compileChartTemplates } from './spec.ts';
import type { Drawing } from './svg/drawing.ts';

// Raised when drawing changes, so that figures drawn before are drawn again.
const version = 'figure-18';

type Kept = Pick<Effects, 'cache' | 'hash'>;

/** Every planned figure: its data, and its pictures, drawn or kept by the hash of their specifications. */
export async function drawFigures(
  plan: readonly PlannedFigure[],
  report: Report,
  { templates }: Pick<Kit, 'templates'>,
  effects: Kept,
): Promise<Figures> {
  const compiled = compileChartTemplates(templates);
  const drawn: [PlannedFigure, Figure][] = [];
  for (const planned of plan) drawn.push([planned, await drawFigure(planned, report, compiled, effects)]);
  return figuresOf(drawn, report.site);
}

async function drawFigure(
  planned: PlannedFigure,
  report: Report,
  templates: ChartTemplates,
  effects: Kept,
): Promise<Figure> {
  const { text, chart, drawing } = figureData(planned, report);
  if (chart === null) return { ...text, drawing, panels: null, narrow: null, spec: null };
  const label = `${text.heading}. ${text.alt}`;
  const spec = bindTemplate(templates, chart.template, chart.bindings);
  const picture = await draw(spec, chart.prefix, effects);
  const panels = await drawPanels(chart, templates, effects);
  const narrow = await drawNarrow(chart, templates, effects);
  return {
    ...text,
    drawing: { ...picture, label },
    panels: labeled(panels, label),
    narrow: labeled(narrow, label),
    spec,
  };
}

function labeled(drawing: Unlabeled | null, label: string): Drawing | null {
  return drawing === null ? null : { ...drawing, label };
}

/** A word of 13 units is 12 pixels high in the 326 that a phone leaves. */
const widestNarrow = 353;

async function drawNarrow(
  { narrow, prefix }: ChartPicture,
  templates: ChartTemplates,
  effects: Kept,
): Promise<Unlabeled | null> {
  if (narrow === null) return null;
  const drawing = await draw(bindTemplate(templates, narrow.template, narrow.bindings), `${prefix}-narrow`, effects);
  // Shrunk into a phone's column its words would be too small to read: the wide one scrolls instead.
  return drawing.width > widestNarrow ? null : drawing;
}

async function drawPanels(
  { bindings, prefix, panels }: ChartPicture,
  templates: ChartTemplates,
  effects: Kept,
): Promise<Unlabeled | null> {
  return panels ? draw(bindTemplate(templates, 'panels', bindings), `${prefix}-panels`, effects) : null;
}

type Unlabeled = Omit<Drawing, 'label'>;

async function draw(spec: ChartSpec, idPrefix: string, { cache, hash }: Kept): Promise<Unlabeled> {
  const key = `figures/${hash(`${version}\n${idPrefix}\n${JSON.stringify(spec)}`)}.json`;
  const kept = cache.read(key);
  if (kept !== null) return JSON.parse(kept) as Unlabeled;
  const { drawChart } = await import('./svg/vega.ts');
  const drawing = await drawChart(spec, idPrefix);
  cache.write(key, JSON.stringify(drawing));
  return drawing;
}
