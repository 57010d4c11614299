import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { diskEffects, diskFiles } from '../../scripts/platform/effects.ts';
import { root } from '../support/project.ts';

interface Module {
  /** Below `scripts/`, without its ending. */
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly own: readonly string[];
  readonly packages: readonly string[];
}

const modules: readonly Module[] = diskFiles(root)
  .list('scripts')
  .filter((file) => file.endsWith('.ts'))
  .map(readModule);
const names = modules.map(({ name }) => name);

function readModule(file: string): Module {
  const text = readFileSync(join(root, file), 'utf8');
  const name = file.slice('scripts/'.length, -'.ts'.length);
  const statements = /^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  const found = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const own = found.filter((one) => one.startsWith('.')).map((one) => join(dirname(name), one).replace(/\.ts$/, ''));
  const packages = found.filter((one) => !one.startsWith('.'));
  return { name, text, code: withoutComments(text), own: [...new Set(own)], packages: [...new Set(packages)] };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Types and constants that the design's table leaves out: words of the domain, free of effects and of each other. */
const words = [
  'model',
  'charts',
  'claim',
  'source',
  'facts',
  'program',
  'report',
  'dates',
  'support',
  'look',
  'license-ids',
  'versions',
  'limits',
  'id',
  'errors',
];

/** The modules of the browser that rendering reads too: pure ones, held below. */
const browser = '../site/client/';
const shared = [
  ...['model', 'words', 'query', 'engine', 'summary'].map((name) => `${browser}filter/${name}`),
  ...['side', 'view', 'align', 'standing'].map((name) => `${browser}compare/${name}`),
];

/**
 * The table of the design, section 7, and where its counterpart in the code is wider: `issues` in load (a parser's
 * complaint is an issue), `load` in validate (the type that crosses the arrow), `validate` in render (schemas are
 * published from what checks them), `merge` in render, the pure part of the browser's filter in render (one engine counts on both sides), `effects` in build and render (the world as one argument). What
 * git prints is read by pure modules; only three of `git/` start it.
 */
const table: readonly (readonly [RegExp, { readonly own: readonly string[]; readonly packages: RegExp }])[] = [
  [/^(?:model|report|claim)$/, { own: ['source', 'charts', 'claim', 'model', 'facts'], packages: /^$/ }],
  [/^program$/, { own: ['source'], packages: /^$/ }],
  [/^(?:source|charts|facts|limits|errors)$/, { own: [], packages: /^$/ }],
  [/^(?:dates|support|look)$/, { own: ['model'], packages: /^$/ }],
  [/^license-ids$/, { own: [], packages: /^spdx-expression-parse$/ }],
  [/^versions$/, { own: [], packages: /^$/ }],
  [/^id$/, { own: ['limits'], packages: /^$/ }],
  [/^contradictions$/, { own: [...words, 'issues'], packages: /^$/ }],
  [/^issues$/, { own: ['model'], packages: /^fastest-levenshtein$/ }],
  [/^text$/, { own: ['model', 'issues', 'limits'], packages: /^$/ }],
  [/^(?:yaml|csv)$/, { own: ['model', 'id', 'issues', 'limits', 'text'], packages: /^(?:yaml|csv-parse\/sync)$/ }],
  [/^json$/, { own: ['model', 'issues', 'limits', 'text'], packages: /^jsonc-parser$/ }],
  [/^load$/, { own: ['model', 'id', 'issues', 'limits', 'text', 'yaml', 'csv', 'json'], packages: /^$/ }],
  [/^validate\//, { own: [...words, 'issues', 'load', 'validate/'], packages: /^(?:valibot|spdx-expression-parse)$/ }],
  [/^(?:statistics|activity)$/, { own: words, packages: /^$/ }],
  [/^witness$/, { own: [...words, 'activity'], packages: /^$/ }],
  [/^merge$/, { own: [...words, 'statistics', 'witness'], packages: /^$/ }],
  [
    /^render\//,
    {
      own: [
        ...words,
        'issues',
        'statistics',
        'activity',
        'witness',
        'merge',
        'effects',
        'validate/',
        'render/',
        browser,
      ],
      packages:
        /^(?:handlebars|valibot|vega|vega-lite|unified|re(?:mark|hype)-[a-z]+|@valibot\/to-json-schema|esbuild|shiki)$/,
    },
  ],
  [/^git\/access$/, { own: words, packages: /^(?:node:[a-z/_]+|simple-git)$/ }],
  [/^git\/(?:transfer|observe|collect|remote)$/, { own: [...words, 'git/'], packages: /^node:[a-z/]+$/ }],
  [
    /^git\//,
    {
      own: [...words, 'git/'],
      packages: /^(?:simple-git|smol-toml|spdx-correct|spdx-expression-parse|spdx-license-list\/full\.js)$/,
    },
  ],
  [/^fonts\//, { own: ['fonts/'], packages: /^node:[a-z]+$/ }],
  [/^fonts$/, { own: [], packages: /^(?:node:[a-z]+|subset-font)$/ }],
  [/^arguments$/, { own: ['errors', 'limits'], packages: /^node:[a-z]+$/ }],
  [/^addresses$/, { own: ['model'], packages: /^$/ }],
  [/^raster$/, { own: [], packages: /^(?:node:[a-z/]+|@resvg\/resvg-js)$/ }],
  [/^effects$/, { own: [...words, 'raster'], packages: /^(?:node:[a-z/]+|simple-git)$/ }],
  [/^compress$/, { own: [], packages: /^node:[a-z]+$/ }],
  [/^write$/, { own: words, packages: /^node:[a-z/]+$/ }],
  [
    /^build$/,
    {
      own: [...words, 'issues', 'effects', 'load', 'merge', 'contradictions', 'validate/project', 'render/site'],
      packages: /^$/,
    },
  ],
  [
    /^(?:cli|serve|enrich|bench\/.+)$/,
    {
      own: [
        ...words,
        'issues',
        'addresses',
        'arguments',
        'git/',
        'load',
        'validate/project',
        'build',
        'write',
        'effects',
        'serve',
        'compress',
        'enrich',
        'bench/',
        'render/matrix/filter-index',
        browser,
      ],
      packages: /^(?:node:[a-z/_]+|sirv|simple-git)$/,
    },
  ],
];

describe.each(modules.map((module) => [module.name, module] as const))('%s', (name, module) => {
  const { text, code, own, packages } = module;

  test('imports what the table of modules allows', () => {
    const row = table.find(([pattern]) => pattern.test(name))?.[1];
    expect(row, 'a module that the table does not know').toBeDefined();
    const allowed = (one: string): boolean =>
      row?.own.some((known) => (known.endsWith('/') ? one.startsWith(known) : one === known)) ?? false;
    expect(own.filter((one) => !allowed(one))).toEqual([]);
    expect(packages.filter((one) => !row?.packages.test(one))).toEqual([]);
  });

  test('imports our own modules with their ending and node by its scheme', () => {
    expect(own.filter((one) => !names.includes(one) && !shared.includes(one))).toEqual([]);
    expect(packages.filter((one) => builtinModules.includes(one))).toEqual([]);
  });

  test('has at most 300 lines', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(300);
  });

  test('has no `any`, no default export and no complaint turned off', () => {
    expect(code).not.toMatch(/(?:[:<|&,(]|\bas|\bextends)\s*any\b(?!\s*[:(=])/);
    expect(code).not.toMatch(/^export default\b/m);
    expect(text).not.toMatch(/@ts-(?:ignore|nocheck|expect-error)|biome-ignore/);
  });
});

describe.each(shared)('%s', (name) => {
  const { own, packages, code } = readModule(`scripts/${name}.ts`);

  test('imports its pure neighbors only', () => {
    expect(own.filter((one) => !shared.includes(one))).toEqual([]);
    expect(packages.filter((one) => !['fastest-levenshtein', 'diff'].includes(one))).toEqual([]);
  });

  test('sees no page, clock, chance or locale of the machine', () => {
    expect(code).not.toMatch(/\b(?:document|window|globalThis|location|history|navigator|localStorage|performance)\b/);
    expect(code).not.toMatch(/\bDate\b|\bMath\.random\b|\bfetch\(|\blocaleCompare\b|\bIntl\.\w+\(\s*\)/);
  });
});

describe('pure stages', () => {
  const pure = modules.filter(
    ({ name }) =>
      !/^(?:cli|arguments|fonts|fonts\/advance|serve|enrich|import|diff|new|write|effects|git\/access|bench\/.+)$/.test(
        name,
      ),
  );

  test.each(pure.map(({ name, code }) => [name, code] as const))(
    '%s sees no clock, chance, locale or process',
    (_name, code) => {
      expect(code).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/);
      expect(code).not.toMatch(/\btoLocale\w*\(|\blocaleCompare\b|\bIntl\.\w+\(\s*\)/);
      expect(code).not.toMatch(/\bprocess\.|\bfetch\(|\brequire\(/);
    },
  );

  test('types alone: model, claim, source, facts and report have no code', () => {
    for (const { name, code } of modules.filter((one) =>
      ['model', 'charts', 'claim', 'source', 'facts', 'program', 'report'].includes(one.name),
    )) {
      expect(`${name}: ${/^(?:export )?(?:const|let|function|class|enum)\b/m.exec(code)?.[0] ?? ''}`).toBe(`${name}: `);
      expect(code).not.toMatch(/^import (?!type\b)/m);
    }
  });

  test('process.exit stands nowhere but in cli', () => {
    const found = modules.filter(({ code }) => /\bprocess\.exit\b/.test(code)).map(({ name }) => name);
    expect(found.filter((name) => name !== 'cli')).toEqual([]);
  });
});

test('no module imports itself over others, types included', () => {
  const finished = new Set<string>();
  const visit = (name: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(name)) return [[...trail.slice(trail.indexOf(name)), name].join(' → ')];
    if (finished.has(name)) return [];
    const own = modules.find((one) => one.name === name)?.own ?? [];
    const cycles = own.flatMap((one) => visit(one, [...trail, name]));
    finished.add(name);
    return cycles;
  };
  expect(names.flatMap((name) => visit(name, []))).toEqual([]);
});

describe('a generic core', () => {
  const { project } = check(diskEffects(root, root, null, () => {}));
  const registry = project?.registry;
  /**
   * Feature ids that are words of the model as well (a kind of feature, a key of the settings of a site, one of a saturation), so that they
   * may stand in quotes. Measures of one word and charts of one word (`repeat`, `errors`) are left out for the same
   * reason. No id of a framework, benchmark, edition or source is excepted.
   */
  const common = ['license', 'repository', 'tests'];
  const ids = [
    ...(registry?.frameworks ?? []).map(({ id }) => id),
    ...(registry?.catalogue.features ?? []).map(({ id }) => id),
    ...(project?.benchmarks ?? []).flatMap(({ id, measures, charts }) => [
      id,
      ...measures.map((measure) => measure.id).filter((one) => one.includes('_')),
      ...charts.map((chart) => chart.id).filter((one) => one.includes('-')),
    ]),
    ...(registry?.site.editions ?? []).map(({ id }) => id),
    ...(registry?.sources.keys() ?? []),
  ].filter((id) => !common.includes(id));

  test('checks all frameworks, features and benchmarks', () => {
    expect(registry?.frameworks.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(100);
  });

  test.each(modules.map(({ name, code }) => [name, code] as const))('%s names none of them', (_name, code) => {
    const quoted = new Set([...code.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].map((match) => match[2]));
    expect(ids.filter((id) => quoted.has(id))).toEqual([]);
  });
});
