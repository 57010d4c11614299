/**
 * Writes `scripts/figures/svg/glyph-widths.ts`, the widths of the characters in the site's font, so that figures have the
 * same layout on every machine, even without the font. Run it when the font changes: `node scripts/tools/fonts/glyph-widths.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { advanceWidths } from './truetype.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const font = join(root, 'node_modules/@expo-google-fonts/source-sans-3');
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2027],
  [0x202f, 0x2044],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
] as const;

const codePoints = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index),
);
/** A string literal without invisible characters. */
const visible = (text: string): string =>
  JSON.stringify(text).replace(/[\p{C}\p{Z}]/gu, (found) =>
    found === ' ' ? found : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const source = (file: string): string => {
  const widths = advanceWidths(readFileSync(join(font, file)), codePoints);
  const byWidth = Map.groupBy(
    codePoints.filter((_, index) => widths[index] !== null),
    (codePoint) => widths[codePoints.indexOf(codePoint)] ?? 0,
  );
  const lines = [...byWidth]
    .sort(([a], [b]) => a - b)
    .map(([width, members]) => `  [${width}, ${visible(String.fromCodePoint(...members))}],`);
  return `[\n${lines.join('\n')}\n]`;
};

const text = `// Written by scripts/tools/fonts/glyph-widths.ts from Source Sans 3 (SIL Open Font License 1.1); not edited by hand.
type Widths = readonly (readonly [width: number, characters: string])[];

/** Characters by advance width, in thousandths of the size of the type: regular. */
export const regular: Widths = ${source('400Regular/SourceSans3_400Regular.ttf')};

/** The same for semibold. */
export const semibold: Widths = ${source('600SemiBold/SourceSans3_600SemiBold.ttf')};
`;
writeFileSync(join(root, 'scripts/figures/svg/glyph-widths.ts'), text);
