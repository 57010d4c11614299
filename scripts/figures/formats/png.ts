import type { Effects } from '../../platform/effects.ts';

// Raised when PNG files are made otherwise, so that those made before are made again.
const version = 'png-3';

/** An SVG as a PNG file that carries words about itself; kept by content hash, so that an unchanged picture costs nothing. */
export async function drawPng(
  svg: string,
  width: number,
  text: Readonly<Record<string, string>>,
  { cache, hash, rasterize }: Pick<Effects, 'cache' | 'hash' | 'rasterize'>,
): Promise<Uint8Array> {
  const key = `png/${hash(JSON.stringify([version, svg, width, text]))}.png`;
  const kept = cache.readBytes(key);
  if (kept !== null) return kept;
  const bytes = withMetadata(await rasterize(svg, width), text);
  cache.writeBytes(key, bytes);
  return bytes;
}

const headerLength = 33;

/** A PNG with international text chunks behind its header (PNG specification, 11.3.3.4). */
export function withMetadata(png: Uint8Array, metadata: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(metadata)
    .filter(([, text]) => text !== '')
    .map(([keyword, text]) => chunkOf('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`)));
  return concatenate([png.subarray(0, headerLength), ...chunks, png.subarray(headerLength)]);
}

function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(type), data]);
  return concatenate([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** The cyclic redundancy check of PNG (annex D), bit by bit: the chunks are short. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
