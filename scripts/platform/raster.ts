import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

const fonts = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

/**
 * Draws an SVG as a PNG of `width` pixels. It uses only the bundled font, never one of the machine, so that the bytes are
 * the same everywhere. The rasterizer is loaded only for a changed picture.
 */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
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
  return indexedPng(image);
}

/** Encodes an opaque picture as a PNG with a palette: figures have few colors, which saves two thirds of the bytes. */
function indexedPng({ pixels, width, height }: Image): Uint8Array {
  const colors = new Uint32Array(Uint8Array.from(pixels).buffer);
  const runs = runsOf(colors);
  const { palette, indexes } = choosePalette(runs);
  const flat = new Uint8Array(colors.length);
  for (const { color, from, to } of runs) flat.fill(indexes.get(color) ?? 0, from, to);
  // Each line begins with the number of its filter; 0 is none.
  const lines = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y += 1) lines.set(flat.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitsOfIndex, withPalette], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunkOf('IHDR', header),
    chunkOf('PLTE', Uint8Array.from(palette.flatMap(channelsOf))),
    chunkOf('IDAT', deflateSync(lines, { level: 9 })),
    chunkOf('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

interface Image {
  /** Four bytes per pixel: red, green, blue and alpha. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Adjacent pixels of one color. */
interface Run {
  readonly color: number;
  readonly from: number;
  readonly to: number;
}

/** A picture as runs of one color, of which there are far fewer than pixels. */
function runsOf(colors: Uint32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0, at = 1; at <= colors.length; at += 1) {
    if (at < colors.length && colors[at] === colors[from]) continue;
    runs.push({ color: colors[from] ?? 0, from, to: at });
    from = at;
  }
  return runs;
}

const bitsOfIndex = 8;
const withPalette = 3;

/** The 256 most frequent colors, and the nearest of them for every other color, which are those of the edges of letters and lines. */
function choosePalette(runs: readonly Run[]): {
  readonly palette: readonly number[];
  readonly indexes: ReadonlyMap<number, number>;
} {
  const counts = new Map<number, number>();
  for (const { color, from, to } of runs) counts.set(color, (counts.get(color) ?? 0) + to - from);
  const palette = [...counts]
    .sort(([a, often], [b, rarely]) => rarely - often || a - b)
    .slice(0, 2 ** bitsOfIndex)
    .map(([color]) => color);
  const own = new Map(palette.map((color, index) => [color, index]));
  const indexes = [...counts.keys()].map((color) => [color, own.get(color) ?? nearest(color, palette)] as const);
  return { palette, indexes: new Map(indexes) };
}

function nearest(color: number, palette: readonly number[]): number {
  const [red, green, blue] = channelsOf(color);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, one] of palette.entries()) {
    const [r, g, b] = channelsOf(one);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function channelsOf(color: number): readonly [red: number, green: number, blue: number] {
  return [color & 0xff, (color >>> 8) & 0xff, (color >>> 16) & 0xff];
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
