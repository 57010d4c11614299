import { expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { classesIn, selectorsOf } from '../support/css.ts';
import { inMemory, outputsOf, readFixture, root } from '../support/project.ts';

const sheetsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="stylesheet" href="[^"]*?(assets\/[^"]+)">/g)].map(([, path = '']) => path);

test('a page loads the rules of every class that it prints', async () => {
  const outputs = await outputsOf(inMemory(readFixture('json-parsers')));
  const classesOf = (path: string): readonly string[] => selectorsOf(outputs.get(path) ?? '').flatMap(classesIn);
  const sheets = new Map(
    [...outputs.keys()].filter((path) => path.endsWith('.css')).map((path) => [path, classesOf(path)]),
  );
  const styled = new Set([...sheets.values()].flat());
  const pages = [...outputs].filter(([path, html]) => path.endsWith('.html') && sheetsIn(html).length > 0);
  expect(pages.length).toBeGreaterThan(10);
  const missing = pages.flatMap(([path, html]) => {
    const loaded = new Set(sheetsIn(html).flatMap((sheet) => sheets.get(sheet) ?? []));
    const printed = [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '));
    // In a chart a class is one letter, and belongs to it alone.
    const words = [...new Set(printed)].filter((name) => name.length > 2 && !name.startsWith('is-'));
    return words.filter((name) => styled.has(name) && !loaded.has(name)).map((name) => `${path}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('a project adds sheets, and those of the generator are no additions', async () => {
  const shared = diskFiles(root);
  const own = Object.fromEntries(shared.list('site/styles').map((file) => [file, shared.read(file)]));
  const fixture = readFixture('json-parsers');
  const sharedSheet = async (files: typeof own): Promise<string> => {
    const outputs = await outputsOf(inMemory({ ...fixture, ...files }));
    return outputs.get(sheetsIn(outputs.get('index.html') ?? '')[0] ?? '') ?? '';
  };
  const plain = await sharedSheet(own);
  expect(plain).not.toContain('@layer project{');
  const added = await sharedSheet({ 'site/styles/ours.css': new TextEncoder().encode('h1 { color: green }') });
  expect(added.trimEnd()).toBe(`${plain.trimEnd()}@layer project{h1{color:green}}`);
});
