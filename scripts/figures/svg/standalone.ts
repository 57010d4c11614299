import { dark, light, type Palette } from './palette.ts';

export type Theme = 'auto' | 'light';

/**
 * A figure's inline SVG as a file of its own: the same picture with literal colors and its words as a title. `auto` is
 * light and follows a dark preference; `light` alone is for rasterizers, which know no preference.
 */
export function standaloneSvg(svg: string, theme: Theme): string {
  const own =
    theme === 'auto' ? `${chartCss(light)}@media(prefers-color-scheme:dark){${chartColors(dark)}}` : chartCss(light);
  const style = `${own}.chart{font-family:"Source Sans 3","Source Sans Pro",ui-sans-serif,system-ui,sans-serif}.paper{fill:${light.paper}}${theme === 'auto' ? `@media(prefers-color-scheme:dark){.paper{fill:${dark.paper}}}` : ''}`;
  const [, left = '0', top = '0', width = '0', height = '0'] =
    /viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const text = /aria-label="([^"]*)"/.exec(svg)?.[1] ?? '';
  const ground = `<rect class="paper" x="${left}" y="${top}" width="${width}" height="${height}"/>`;
  return literalColors(svg).replace(
    /^<svg ([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${attributes} width="${width}" height="${height}"><title>${text}</title><style>${style}</style>${ground}`,
  );
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

/** What the stock renderer drew names the page's tokens: they become colors. */
function literalColors(svg: string): string {
  const { paper, ink, soft, rule, grid, hues } = light;
  const named: Readonly<Record<string, string>> = { paper, ink, soft, rule, grid };
  return svg
    .replaceAll(/var\(--hue-(\d)\)/g, (_, index: string) => hues[Number(index)] ?? ink)
    .replaceAll(/var\(--chart-([a-z]+)\)/g, (_, name: string) => named[name] ?? ink);
}
