import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import subsetFont from 'subset-font';

// The font of the site: the styles it uses, with the characters that European names and our own symbols need.
const styles = [
  ['400Regular/SourceSans3_400Regular.ttf', '400.woff2'],
  ['600SemiBold/SourceSans3_600SemiBold.ttf', '600.woff2'],
  ['400Regular_Italic/SourceSans3_400Regular_Italic.ttf', '400-italic.woff2'],
] as const;
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
] as const;
const signs = '–—‘’“”„†•…′″€™←↑→↓−≈≤≥●○◆◌▸▾✓';
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'lnum', 'tnum'];
const plain = { targetFormat: 'sfnt' as const, keepFeatures };
const packed = { targetFormat: 'woff2' as const, keepFeatures };

await writeFonts(resolve(import.meta.dirname, '../../site/assets'));

/** Writes the subset fonts and their license into `folder`: the same bytes for the same versions of the packages. */
async function writeFonts(folder: string): Promise<void> {
  const family = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));
  mkdirSync(folder, { recursive: true });
  const characters = allCharacters();
  for (const [from, to] of styles) {
    const subset = await subsetFont(readFileSync(join(family, from)), characters, plain);
    writeFileSync(join(folder, `galley-sans-${to}`), await subsetFont(rename(subset), characters, packed));
  }
  const license = readFileSync(join(family, 'LICENSE_FONT'), 'utf8').replaceAll('\r\n', '\n');
  writeFileSync(join(folder, 'galley-sans-license.txt'), license);
}

function allCharacters(): string {
  const codes = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return String.fromCodePoint(...codes) + signs;
}

/**
 * Renames the font, as its license demands of every changed version: `Source` is a reserved name. The new name is as long
 * as the old one, so that no offset changes; the copyright notice stays.
 */
function rename(font: Buffer): Buffer {
  const renamed = Buffer.from(font);
  for (const [old, own] of [
    ['Source Sans 3', 'Galley Sans 3'],
    ['SourceSans3', 'GalleySans3'],
  ] as const) {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const [find, put] = [bigEndian(old, encoding), bigEndian(own, encoding)];
      for (let at = renamed.indexOf(find); at >= 0; at = renamed.indexOf(find, at + 1)) put.copy(renamed, at);
    }
  }
  return renamed;
}

/** A name as bytes in the name table: two per letter, big-endian, or one. */
function bigEndian(text: string, encoding: 'latin1' | 'utf16le'): Buffer {
  const bytes = Buffer.from(text, encoding);
  return encoding === 'latin1' ? bytes : bytes.swap16();
}
