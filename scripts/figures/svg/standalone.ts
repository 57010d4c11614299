import { escapeHtml } from '../../render/html.ts';
import { boxAttributes, type Drawing, plotAttributes, roleAttributes } from './drawing.ts';
import { dark, light, type Palette } from './palette.ts';

export type Theme = 'auto' | 'light';

/**
 * A drawing as a file of its own: literal colors, its words as a title. `auto` is light and follows a dark preference;
 * `light` alone is for rasterizers, which know no preference.
 */
export function standaloneSvg(drawing: Drawing, theme: Theme): string {
  const title = `<title>${escapeHtml(drawing.label)}</title>`;
  return `<svg ${roleAttributes(drawing)} ${sizeAttributes(drawing)}>${title}${colored(drawing, theme)}</svg>`;
}

/** A drawing inside another picture, which says in words what it shows. */
export function nestedSvg(drawing: Drawing, theme: Theme, x: number, y: number): string {
  const attributes = `${boxAttributes(drawing)}${plotAttributes(drawing)} ${sizeAttributes(drawing)}`;
  return `<svg ${attributes} x="${x}" y="${y}" overflow="visible">${colored(drawing, theme)}</svg>`;
}

function sizeAttributes({ width, height }: Drawing): string {
  return `width="${width}" height="${height}"`;
}

/** The inside of a drawing on its own paper. */
function colored({ width, height, body }: Drawing, theme: Theme): string {
  const own =
    theme === 'auto' ? `${chartCss(light)}@media(prefers-color-scheme:dark){${chartColors(dark)}}` : chartCss(light);
  const style = `${own}.chart{font-family:"Source Sans 3","Source Sans Pro",ui-sans-serif,system-ui,sans-serif}.paper{fill:${light.paper}}${theme === 'auto' ? `@media(prefers-color-scheme:dark){.paper{fill:${dark.paper}}}` : ''}`;
  const ground = `<rect class="paper" x="0" y="0" width="${width}" height="${height}"/>`;
  return `<style>${style}</style>${ground}${body}`;
}

/** The style of inline figures: the colors are the page's own tokens. */
export function inlineCss(): string {
  return chartCss({
    paper: 'var(--chart-paper)',
    ink: 'var(--chart-ink)',
    soft: 'var(--chart-soft)',
    rule: 'var(--chart-rule)',
    grid: 'var(--chart-grid)',
    hues: light.hues.map((_, index) => `var(--hue-${index})`),
  });
}

const forms = [
  '.chart{stroke:none;font-size:13px}',
  '.chart text{stroke:none}',
  '.chart .g,.chart .a,.chart .i,.chart .l,.chart .w,.chart .k{fill:none}',
  '.chart .i{stroke-dasharray:1 3}',
  '.chart .l{stroke-width:2;stroke-linejoin:round}',
  '.chart .d2 .l{stroke-dasharray:6 3}.chart .d3 .l{stroke-dasharray:2 2.5}.chart .d4 .l{stroke-dasharray:8 2 2 2}',
  '.chart .b{stroke:none;opacity:.16}',
  '.chart .w{opacity:.5}.chart .k{opacity:.6}',
  '.chart .m{stroke-width:1.5}',
  '.chart .n{font-weight:600}',
  '.chart .c .l{stroke-width:1.2}.chart .c .m{stroke-width:1}.chart .c .w{opacity:.25}.chart .c .n{font-weight:400}',
  '.chart .z{fill:none;opacity:.4}',
].join('');

function chartCss(palette: Palette): string {
  return forms + chartColors(palette);
}

function chartColors({ paper, ink, soft, rule, grid, hues }: Palette): string {
  return [
    `.chart{fill:${ink}}.chart .g{stroke:${grid}}.chart .a,.chart .i,.chart .z{stroke:${rule}}.chart .u{fill:${soft}}.chart .v{fill:${soft};stroke:${soft}}`,
    ...hues.map((hue, index) => `.chart .h${index}{fill:${hue};stroke:${hue}}`),
    `.chart .c{fill:${rule};stroke:${rule}}.chart .c .n{fill:${soft}}.chart .o,.chart .p{fill:${paper}}`,
  ].join('');
}
