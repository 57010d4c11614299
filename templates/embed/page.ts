import type { Output } from '../../scripts/domain/source.ts';
import { type Figure, nameOf } from '../../scripts/figures/formats/figure.ts';
import { wrap } from '../../scripts/figures/formats/picture.ts';
import type { Embedding } from '../../scripts/figures/formats/snippets.ts';
import { dark, light, type Palette } from '../../scripts/figures/svg/palette.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { Renderer } from '../../scripts/render/templates.ts';

/** Of a table that stands for a picture: as tall as the style lets it grow. */
const tableHeight = 480;

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
export function renderFrame({ figure, addresses }: Embedding, parts: FrameParts, render: Renderer): Output {
  const { title, question, alt, svg, provenance } = figure;
  const content = render('embed', {
    ...parts,
    ...provenance,
    title,
    question,
    alt,
    svg,
    better: figure.better,
    table: viewTable(figure),
    tableFirst: figure.tabular,
    page: addresses.page,
    living: addresses.living,
    printed: addresses.printed,
    oembed: addresses.file('.oembed.json'),
  });
  return { path: `embed/${nameOf(figure)}/index.html`, content };
}

/** The table with the id of its row and column at every cell, by which a frame shows the chosen ones alone. */
export function viewTable({ table, columns }: Figure): object {
  const ids = table.columns.map((_, index) => columns[index]?.id ?? '');
  return {
    caption: table.caption,
    rowLabel: table.rowLabel,
    columns: table.columns.map(({ words, value }, index) => ({ label: words, place: value, id: ids[index] ?? '' })),
    rows: table.rows.map(({ id, label, cells }) => ({
      id,
      label,
      cells: cells.map((cell, index) => ({ ...cell, id: ids[index] ?? '' })),
    })),
  };
}

/** The size a frame is reserved at, from the lines its words will take; a test holds it against the browser's own. */
export function frameSize(figure: Figure, printed: string): { readonly width: number; readonly height: number } {
  const { title, question, alt, svg, tabular, table, provenance } = figure;
  const { standing, run, date, testbed, warning, newer, source, license } = provenance;
  const width = 720;
  const [, inner = 1, tall = 0] = (/viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const shown = tabular
    ? Math.min(table.rows.length * 25.3 + 52, tableHeight)
    : (tall * Math.min(width - 32, 860)) / inner + (svg.includes(' data-plot=') ? 58 : 28);
  const lines = (words: string, size: number): number => (words === '' ? 0 : wrap(words, width, size, 1).length);
  const from = `${standing}: ${run}, ${date}. ${testbed}. ${newer ? 'Newer data exists.' : ''}`;
  const whose = `Source: ${source}, ${license.label}. ${printed}`;
  const head = lines(title, 19) * 24 + lines(question, 15) * 21 + lines(alt, 14) * 20;
  const foot = (lines(warning, 13) + lines(from, 13) + lines(whose, 13)) * 18.2;
  return { width, height: Math.ceil((shown + head + foot + 54) / 4) * 4 };
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
