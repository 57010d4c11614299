import { dark, light, type Palette } from '../../scripts/figures/svg/palette.ts';

/** The style of every frame: the colors of figures before its sheet. */
export function frameStyle(sheet: string): string {
  return `:root{${paletteTokens()}}${sheet}`;
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
