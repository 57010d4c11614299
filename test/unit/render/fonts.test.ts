import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import { root } from '../../support/project.ts';

const folder = join(root, 'site/assets');
const fonts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.woff2'));

test.each(fonts)('%s has a name of its own, since the old one is reserved', async (file) => {
  const plain = await subsetFont(readFileSync(join(folder, file)), 'abc', { targetFormat: 'sfnt' });
  const names = plain.toString('latin1').replaceAll('\0', '');
  expect(names).toContain('Galley Sans 3');
  expect(names).not.toMatch(/Source\s?Sans/);
});
