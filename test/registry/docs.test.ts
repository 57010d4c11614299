import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import { diskFiles } from '../../scripts/platform/disk-files.ts';
import { renderSchemas } from '../../scripts/validate/publish-schemas.ts';
import { inMemory, root } from '../support/project.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...diskFiles(root).list('docs')].filter((file) =>
  file.endsWith('.md'),
);
const reference = read('docs/data.md');

/** The code blocks of a document under the heading that begins with `heading`. */
function blocksUnder(text: string, heading: string): readonly string[] {
  const [, rest = ''] = text.split(`\n## ${heading}`);
  const section = rest.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^```[a-z]+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}

function errorsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const { issues } = check(inMemory(files));
  return issues.filter(({ level }) => level === 'error').map(printIssue);
}

test('the examples of the data reference are a valid project', () => {
  const example = (heading: string, index = 0): string => blocksUnder(reference, heading)[index] ?? '';
  const runs = 'data/parse/runs/';
  const csv = example('`data/<benchmark>/runs/', 1);
  const errors = errorsOf({
    'data/site.yaml': example('`data/site.yaml`'),
    'data/features.yaml': example('`data/features.yaml`'),
    'data/sources.yaml': example('`data/sources.yaml`'),
    'data/shortlists.yaml': example('`data/shortlists.yaml`'),
    'data/figures.yaml': example('`data/figures.yaml`'),
    'data/redirects.yaml': example('`data/figures.yaml`', 1),
    'frameworks/twig.yaml': example('`frameworks/<id>.yaml`'),
    'frameworks/brook.yaml': 'name: Brook\ncategory: stream\nlanguage: C\nclaims: {}\n',
    'data/parse/benchmark.yaml': example('`data/<benchmark>/benchmark.yaml`'),
    [`${runs}2026-01-10-laptop/run.yaml`]: example('`data/<benchmark>/runs/'),
    [`${runs}2026-01-10-laptop/twig.csv`]: csv,
    [`${runs}2026-01-10-laptop/plain.csv`]: csv,
    'benchmarks/parse/programs.yaml': example('`benchmarks/<benchmark>/programs.yaml`'),
    'benchmarks/parse/servers/twig/parse.rs': 'fn main() {}\n',
  });
  expect(errors).toEqual([]);
});

test('the data reference names every key of every authored file', () => {
  const keys = renderSchemas().flatMap(({ content }) => keysOf(JSON.parse(String(content))));
  expect(keys).toContain('disputes');
  const named = (key: string): boolean => new RegExp(`(?<![\\w-])${key}(?:=|:|\`)`).test(reference);
  expect([...new Set(keys)].filter((key) => !named(key) && !chartKeys.includes(key))).toEqual([]);
});

/** Those of a chart are described with the figures. */
const chartKeys = [...read('docs/figures.md').matchAll(/`([a-z]+)(?::[^`]*)?`/g)].map(([, key]) => key);

function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

test('the examples of the README are valid in this registry', () => {
  const folder = 'data/ping-pong/runs/2026-11-26-laptop/';
  const framework = blocksUnder(read('README.md'), 'Contribute a claim')[0] ?? '';
  const [run = '', csv = ''] = blocksUnder(read('README.md'), 'Add a benchmark result');
  const disk = diskFiles(root);
  const own = ['data', 'frameworks', 'benchmarks', 'site'].flatMap((one) => disk.list(one));
  const registry = Object.fromEntries(own.map((file) => [file, new TextDecoder().decode(disk.read(file))]));
  const added = {
    'frameworks/sample.yaml': framework,
    [`${folder}run.yaml`]: run,
    [`${folder}tornado-streams.csv`]: csv,
  };
  expect(errorsOf({ ...registry, ...added })).toEqual([]);
});

test.each(documents)('%s links to files that exist', (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});
