import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { diskFiles } from '../../scripts/platform/effects.ts';
import { realEffects, root } from '../support/project.ts';

const files = diskFiles(root);
const modules = ['scripts', 'templates']
  .flatMap((folder) => files.list(folder))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => [file, withoutComments(new TextDecoder().decode(files.read(file)))] as const);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const { project } = check(realEffects());

/**
 * Feature ids that are words of the model as well (a kind of feature, a key of the settings of a site, one of a saturation), so that they
 * may be quoted. Measures of one word and charts of one word (`repeat`, `errors`) are left out for the same
 * reason. No id of a framework, benchmark, edition or source is excepted.
 */
const common = ['license', 'repository', 'tests'];

const ids = [
  ...(project?.registry.frameworks ?? []).map(({ id }) => id),
  ...(project?.registry.catalog.features ?? []).map(({ id }) => id),
  ...(project?.benchmarks ?? []).flatMap(({ id, measures, charts }) => [
    id,
    ...measures.map((measure) => measure.id).filter((one) => one.includes('_')),
    ...charts.map((chart) => chart.id).filter((one) => one.includes('-')),
  ]),
  ...(project?.registry.site.editions ?? []).map(({ id }) => id),
  ...(project?.registry.sources.keys() ?? []),
].filter((id) => !common.includes(id));

describe('a generic core', () => {
  test('is checked against every framework', () => {
    expect(project?.registry.frameworks.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  test.each(modules)('%s names none of the registry', (_file, code) => {
    const quoted = new Set([...code.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].map((match) => match[2]));
    expect(ids.filter((id) => quoted.has(id))).toEqual([]);
  });
});
