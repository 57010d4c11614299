import { createRequire } from 'node:module';

const faces = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

/**
 * An SVG as a PNG of `width` pixels. Only the shipped typeface is read, never a font of the machine, so that the same
 * picture gives the same bytes wherever it is drawn. The rasteriser is loaded only for a changed picture.
 */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: faces.map((face) => resolve(`@expo-google-fonts/source-sans-3/${face}`)),
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  return new Uint8Array(image.asPng());
}
