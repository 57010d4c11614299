import type { Output } from '../../scripts/domain/source.ts';
import { type Figure, nameOf } from '../../scripts/figures/figure.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import { inlineSvg } from '../../scripts/figures/svg/drawing.ts';
import { dark, light, type Palette } from '../../scripts/figures/svg/palette.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { Renderer } from '../../scripts/render/templates.ts';

/** What every frame has in common: its style and its script, with their hashes for its policy. */
interface FrameParts {
  readonly styleHtml: string;
  readonly styleIntegrity: string;
  readonly scriptHtml: string;
  readonly scriptIntegrity: string;
}

export function frameParts(render: Renderer, script: string, { integrity }: Pick<Effects, 'integrity'>): FrameParts {
  const styleHtml = render('embed/style', { tokensHtml: paletteTokens(), chartHtml: inlineCss() });
  return { styleHtml, styleIntegrity: integrity(styleHtml), scriptHtml: script, scriptIntegrity: integrity(script) };
}

/** The page of a figure inside a frame on another site: everything inline, under a policy that allows nothing else. */
export function renderFrame({ figure, urls }: Embedding, parts: FrameParts, render: Renderer): Output {
  const { title, question, alt, drawing, provenance } = figure;
  const content = render('embed', {
    ...parts,
    ...provenance,
    title,
    question,
    alt,
    svg: drawing === null ? '' : inlineSvg(drawing),
    better: figure.better ?? '',
    table: viewTable(figure),
    tableFirst: figure.tabular,
    page: urls.page,
    latest: urls.latest,
    printed: urls.printed,
    oembed: urls.file('.oembed.json'),
  });
  return { path: `embed/${nameOf(figure)}/index.html`, content };
}

/** The table with the id of its row and column at every cell, by which a frame shows the chosen ones alone. */
export function viewTable({ table, columns }: Figure): object {
  const ids = table.columns.map((_, index) => columns[index]?.id ?? '');
  return {
    caption: table.caption,
    rowLabel: table.rowLabel,
    columns: table.columns.map(({ text, value }, index) => ({ label: text, place: value, id: ids[index] ?? '' })),
    rows: table.rows.map(({ id, label, cells }) => ({
      id,
      label,
      cells: cells.map((cell, index) => ({ ...cell, id: ids[index] ?? '' })),
    })),
  };
}

function paletteTokens(): string {
  const names = (['paper', 'ink', 'soft', 'rule', 'grid'] as const).map(
    (name) => `--chart-${name}:${both((palette) => palette[name])}`,
  );
  const hues = light.hues.map((_, index) => `--hue-${index}:${both(({ hues: all }) => all[index] ?? '')}`);
  return [...names, ...hues].join(';');
}

function both(pick: (palette: Palette) => string): string {
  return `light-dark(${pick(light)},${pick(dark)})`;
}
