import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawPng, withMetadata } from '../../../../scripts/figures/formats/png.ts';
import { rasterize } from '../../../../scripts/platform/raster.ts';
import { inMemory } from '../../../support/project.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40"><rect width="120" height="40" fill="#fdfcfa"/><path d="M4,30l30,-12.5l40,6" fill="none" stroke="#36f" stroke-width="2"/><text x="60" y="26" font-family="Source Sans 3" font-weight="600" font-size="15">gevent</text></svg>';

/** The chunks of a PNG: their type and data, their sums checked by the decoder below. */
function chunksOf(png: Uint8Array): readonly { readonly type: string; readonly data: Buffer }[] {
  const bytes = Buffer.from(png);
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

describe('a PNG', () => {
  test('has the same bytes in two runs', async () => {
    const [first, second] = [inMemory({}), inMemory({})];
    const one = await drawPng(svg, 240, { Title: 'One' }, first);
    expect(Buffer.compare(one, await drawPng(svg, 240, { Title: 'One' }, second))).toBe(0);
  });

  test('has the same pixels on every machine: this sum was taken on another day', async () => {
    const png = await rasterize(svg, 240);
    const pixels = inflateSync(
      Buffer.concat(chunksOf(png).flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []))),
    );
    expect(createHash('sha256').update(pixels).digest('hex')).toMatchInlineSnapshot(
      `"0ee6fa52f53e2d639b087bdebd1149cee7bfdbf6ced428b020c6297afd844a21"`,
    );
  });

  test('keeps every color that is frequent, and no more than a palette holds', async () => {
    const palette = chunksOf(await rasterize(svg, 240)).find(({ type }) => type === 'PLTE')?.data ?? Buffer.alloc(0);
    const colors = palette.toString('hex').match(/.{6}/g) ?? [];
    expect(colors[0]).toBe('fdfcfa');
    expect(colors).toContain('3366ff');
    expect(colors.length).toBeLessThanOrEqual(256);
  });

  test('draws words in the shipped face, though the machine has none', async () => {
    const [bare, worded] = await Promise.all([rasterize(svg.replace('gevent', ''), 240), rasterize(svg, 240)]);
    expect(worded.length).toBeGreaterThan(bare.length + 200);
  });

  test('carries words as international text behind its header', async () => {
    const png = withMetadata(await rasterize(svg, 240), { Title: 'Zürich', Empty: '' });
    const chunks = chunksOf(png);
    expect(chunks.map(({ type }) => type).slice(0, 2)).toEqual(['IHDR', 'iTXt']);
    expect(chunks[1]?.data.toString('utf8')).toBe('Title\0\0\0\0\0Zürich');
    expect(chunks.at(-1)?.type).toBe('IEND');
    expect(chunks.filter(({ type }) => type === 'iTXt')).toHaveLength(1);
  });

  test('is drawn once: the same picture comes from the cache', async () => {
    const effects = inMemory({});
    let drawn = 0;
    const counting = {
      ...effects,
      rasterize: (text: string, width: number) => {
        drawn += 1;
        return effects.rasterize(text, width);
      },
    };
    await drawPng(svg, 240, {}, counting);
    await drawPng(svg, 240, {}, counting);
    await drawPng(svg, 241, {}, counting);
    expect(drawn).toBe(2);
  });
});
