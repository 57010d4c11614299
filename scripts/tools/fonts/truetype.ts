/** The advance widths of a TrueType font by code point, in thousandths of its size; null if it has no glyph. */
export function advanceWidths(font: Uint8Array, codePoints: readonly number[]): readonly (number | null)[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = tablesOf(view);
  const unitsPerEm = view.getUint16(tableAt(tables, 'head') + 18);
  const metrics = view.getUint16(tableAt(tables, 'hhea') + 34);
  const widths = tableAt(tables, 'hmtx');
  const glyphOf = glyphFinder(view, tableAt(tables, 'cmap'));
  return codePoints.map((codePoint) => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) return null;
    return Math.round((view.getUint16(widths + 4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm);
  });
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

function tableAt(tables: ReadonlyMap<string, number>, tag: string): number {
  const at = tables.get(tag);
  if (at === undefined) throw new Error(`the font has no table ${tag}`);
  return at;
}

/** The glyphs of the basic multilingual plane: subtable format 4 of `cmap`, segments with a delta or a list. */
function glyphFinder(view: DataView, cmap: number): (codePoint: number) => number {
  const start = subtableOf(view, cmap, 4);
  const count = view.getUint16(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + 2 * count];
  return (codePoint) => {
    for (let segment = 0; segment < count; segment++) {
      if (view.getUint16(ends + 2 * segment) < codePoint) continue;
      const first = view.getUint16(starts + 2 * segment);
      if (first > codePoint) return 0;
      const delta = view.getInt16(starts + 2 * (count + segment));
      const rangeAt = starts + 2 * (2 * count + segment);
      const range = view.getUint16(rangeAt);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function subtableOf(view: DataView, cmap: number, format: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(at) === format) return at;
  }
  throw new Error(`the font has no character map of format ${format}`);
}
