import { expect, test } from 'vitest';
import { inMemory, outputsOf, readFixture } from '../support/project.ts';

test('a matrix of more than a hundred rows has every form but a picture', async () => {
  const files = readFixture('json-parsers');
  const bough = files['frameworks/bough.yaml'] ?? '';
  const more = Array.from({ length: 100 }, (_, index) => [`frameworks/bough-${index}.yaml`, bough]);
  const outputs = await outputsOf(inMemory({ ...files, ...Object.fromEntries(more) }));
  const figure = [...outputs.keys()].filter((path) => path.startsWith('figures/matrix-today'));
  const endings = ['.csv', '.json', '.md', '.oembed.json', '/index.html'];
  expect(figure.sort()).toEqual(endings.map((ending) => `figures/matrix-today${ending}`));
  expect(outputs.get('embed/matrix-today/index.html')).toContain('<table');
  expect(JSON.parse(outputs.get('figures/matrix-today.oembed.json') ?? '')).not.toHaveProperty('thumbnail_url');
  expect(outputs.get('figures/matrix-today/index.html')).not.toMatch(/matrix-today\.(?:svg|png)/);
});
