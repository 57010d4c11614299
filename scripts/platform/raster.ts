import { createRequire } from 'node:module';
import { atMost } from './at-most.ts';
import { encodeIndexedPng } from './indexed-png.ts';

const fonts = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

// Enough for the threads there are; each picture takes some ten megabytes until it is encoded.
const atOnce = 4;

/**
 * Draws an SVG as a PNG of `width` pixels. It uses only the bundled font, never one of the machine, so that the bytes are
 * the same everywhere. The rasterizer is loaded only for a changed picture.
 */
export const rasterize = atMost(atOnce, draw);

async function draw(svg: string, width: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: fonts.map((font) => resolve(`@expo-google-fonts/source-sans-3/${font}`)),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  return encodeIndexedPng(image);
}
