import { dark, light, type Palette } from '../../scripts/figures/svg/palette.ts';
import { inlineCss } from '../../scripts/figures/svg/standalone.ts';

/** The style of every frame. */
export interface FrameStyleView {
  readonly tokensHtml: string;
  readonly chartHtml: string;
}

/** The colors of figures, and the rules of their pictures. */
export function viewFrameStyle(): FrameStyleView {
  return { tokensHtml: paletteTokens(), chartHtml: inlineCss() };
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
