import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { root } from '../support/project.ts';

/**
 * The stages, lowest first: a module imports from its own stage and from those before it. Browser code is the
 * `client` of its page and comes last, since nothing of the build may lean on it but what is listed in `shared`.
 */
const stages: readonly RegExp[] = [
  /^scripts\/domain\//,
  /^scripts\/load\//,
  /^scripts\/merge\//,
  /^scripts\/platform\//,
  /^scripts\/validate\//,
  /^scripts\/(?:issues|fix|scaffold)\//,
  /^scripts\/(?:enrich|bench)\//,
  /^scripts\/render\//,
  /^scripts\/figures\//,
  /^templates\//,
  /^scripts\/site\.ts$/,
  /^scripts\/build\.ts$/,
  /^scripts\/published-urls\.ts$/,
  /^scripts\/commands\//,
  /^scripts\/cli\.ts$/,
  /^scripts\/tools\//,
];

/** Browser code: files that are bundled, and the folders that only they import. */
const browser = /\/client\/|(?:^|\/|\.)client\.ts$|\.standalone\.ts$|\/filter\//;

/** Libraries that pure browser modules may use. */
const browserPackages = ['fastest-levenshtein', 'diff'];

/** What may touch the disk, the network, a process or a clock. */
const effectful =
  /^scripts\/(?:cli|commands\/[a-z-]+|platform\/[a-z-]+|enrich\/enrich|bench\/[a-z-]+|bench\/machine\/[a-z-]+|enrich\/git\/(?:access|failure|observe|transfer)|tools\/.+)\.ts$/;

interface Module {
  readonly file: string;
  readonly text: string;
  readonly code: string;
  readonly own: readonly string[];
  readonly packages: readonly string[];
}

const files = diskFiles(root);
const modules: readonly Module[] = ['scripts', 'templates']
  .flatMap((folder) => files.list(folder))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map(readModule);
const names = new Set(modules.map(({ file }) => file));

function readModule(file: string): Module {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = /^(?:import|export)\b[^;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  const found = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const own = found.filter((one) => one.startsWith('.')).map((one) => join(dirname(file), one));
  const packages = found.filter((one) => !one.startsWith('.'));
  return { file, text, code: withoutComments(text), own: [...new Set(own)], packages: [...new Set(packages)] };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const stageOf = (file: string): number => stages.findIndex((stage) => stage.test(file));

test('every module belongs to a stage', () => {
  expect(modules.filter(({ file }) => stageOf(file) < 0).map(({ file }) => file)).toEqual([]);
});

test('imports run down the stages', () => {
  const upward = modules.flatMap(({ file, own }) =>
    own.filter((one) => stageOf(one) > stageOf(file) || stageOf(one) < 0).map((one) => `${file} → ${one}`),
  );
  expect(upward).toEqual([]);
});

test('browser code imports browser code, its libraries, and types', () => {
  const foreign = modules
    .filter(({ file }) => browser.test(file))
    .flatMap(({ file, text, own, packages }) => [
      ...own.filter((one) => !browser.test(one) && !importsTypesOnly(text, one)).map((one) => `${file} → ${one}`),
      ...packages.filter((one) => !browserPackages.includes(one)).map((one) => `${file} → ${one}`),
    ]);
  expect(foreign).toEqual([]);
});

function importsTypesOnly(text: string, file: string): boolean {
  const name = file.replace(/^.*\//, '');
  return [...text.matchAll(/^import (type )?[^;]*?from '([^']+)'/gm)]
    .filter(([, , specifier]) => specifier?.endsWith(`/${name}`))
    .every(([, type]) => type !== undefined);
}

test('no two files import each other, through others neither', () => {
  expect(cyclesOf(new Map(modules.map(({ file, own }) => [file, own])))).toEqual([]);
});

/** Names the views of all pages, for each to be checked against; it holds types alone. */
const register = 'templates/views.ts';

test('no two folders import each other, through others neither', () => {
  const folders = Map.groupBy(modules, ({ file }) => folderOf(file));
  const edges = [...folders].map(([folder, inside]) => {
    const others = new Set(inside.flatMap(({ own }) => own.filter((one) => one !== register).map(folderOf)));
    return [folder, [...others].filter((one) => one !== folder)] as const;
  });
  expect(cyclesOf(new Map(edges))).toEqual([]);
});

/** A file's folder; what a page ships to the browser is a folder of its own. */
function folderOf(file: string): string {
  // What starts everything is imported by nothing.
  if (file === 'scripts/cli.ts') return file;
  const folder = dirname(file);
  if (folder.endsWith('/client') || folder.endsWith('/filter')) return folder;
  return browser.test(file) ? `${folder}/*.client` : folder;
}

function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const finished = new Set<string>();
  const visit = (name: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(name)) return [[...trail.slice(trail.indexOf(name)), name].join(' → ')];
    if (finished.has(name)) return [];
    const cycles = (edges.get(name) ?? []).flatMap((one) => visit(one, [...trail, name]));
    finished.add(name);
    return cycles;
  };
  return [...edges.keys()].flatMap((name) => visit(name, []));
}

describe.each(modules.map((module) => [module.file, module] as const))('%s', (file, { text, code, own, packages }) => {
  test('imports modules that exist, and node by its scheme', () => {
    expect(own.filter((one) => !names.has(one))).toEqual([]);
    expect(packages.filter((one) => builtinModules.includes(one))).toEqual([]);
  });

  test('has at most 300 lines', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(300);
  });

  test('has no `any`, no default export and no complaint turned off', () => {
    expect(code).not.toMatch(/(?:[:<|&,(]|\bas|\bextends)\s*any\b(?!\s*[:(=])/);
    expect(code).not.toMatch(/^export default\b/m);
    expect(text).not.toMatch(/@ts-(?:ignore|nocheck|expect-error)|biome-ignore/);
  });

  test('sees no disk, network, clock, chance, locale or process unless that is its purpose', () => {
    if (effectful.test(file) || browser.test(file)) return;
    expect(packages.filter((one) => /^node:(?!path|crypto)|^simple-git$/.test(one))).toEqual([]);
    expect(code).not.toMatch(/\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/);
    expect(code).not.toMatch(/\btoLocale\w*\(|\blocaleCompare\b|\bIntl\.\w+\(\s*\)/);
    expect(code).not.toMatch(/\bprocess\.|\bfetch\(|\brequire\(/);
  });

  test('has no code where it has types only', () => {
    if (!/^\/\*\*[^/]*Imports (?:types only|nothing)\./.test(text)) return;
    if (/^scripts\/domain\/(?!figure)/.test(file)) {
      expect(/^(?:export )?(?:const|let|function|class|enum)\b/m.exec(code)?.[0] ?? '').toBe('');
    }
    expect(code).not.toMatch(/^import (?!type\b)/m);
  });
});

test('process.exit is called nowhere but in cli', () => {
  const found = modules.filter(({ code }) => /\bprocess\.exit\b/.test(code)).map(({ file }) => file);
  expect(found.filter((file) => file !== 'scripts/cli.ts')).toEqual([]);
});
