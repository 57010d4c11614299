/** `new` in a comparison that `init` has just written: every skeleton is valid as it is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofsheet-new-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/cli.ts'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1790000000' },
  });
  return { status, text: stdout + stderr };
}

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

beforeAll(() => {
  expect(run('init', '--title', 'T', '--frameworks', 'A,B', '--benchmark', 'Speed').status).toBe(0);
});

test('writes what is valid as it is, and says where', () => {
  expect(run('new', 'framework', 'Sample 2')).toEqual({ status: 0, text: 'frameworks/sample-2.yaml\n' });
  expect(run('new', 'claim', 'sample-2', 'license').status).toBe(0);
  expect(run('new', 'claim', 'a', 'license').status).toBe(0);
  expect(run('new', 'feature', 'speed').status).toBe(0);
  expect(run('new', 'source', 'survey').status).toBe(0);
  expect(run('new', 'benchmark', 'Memory').text).toBe('data/memory/benchmark.yaml\n');
  expect(run('new', 'run', 'speed').text).toBe('data/speed/runs/2026-09-21-machine/run.yaml\n');
  expect(read('frameworks/sample-2.yaml')).toContain('# open-source: unknown');
  expect(read('frameworks/a.yaml')).toContain('  license:\n    - value: unknown ');
  expect(read('frameworks/a.yaml')).toContain('\n  open-source: unknown\n');
  expect(read('data/speed/runs/2026-09-21-machine/run.yaml')).toMatch(/\n {2}CPU: "\d+ × /);
  const checked = run('check');
  expect(checked.status, checked.text).toBe(0);
});

test('adds a claim behind the older ones', () => {
  const before = read('frameworks/b.yaml');
  expect(run('new', 'claim', 'b', 'license').status).toBe(0);
  const older = read('frameworks/b.yaml').replace('on: 2026-09-21', 'on: 2026-01-01');
  expect(older).not.toBe(before);
  writeFileSync(join(folder, 'frameworks/b.yaml'), older);
  expect(run('new', 'claim', 'b', 'license').status).toBe(0);
  const days = [...read('frameworks/b.yaml').matchAll(/^ {6}on: (\S+)/gm)].map(([, day]) => day);
  expect(days).toEqual(['2026-01-01', '2026-09-21']);
  expect(run('check').status).toBe(0);
});

test.each([
  [['framework', 'A'], 'frameworks/a.yaml is there already'],
  [['framework', '???'], 'is not an id'],
  [['claim', 'a'], 'expected a feature too'],
  [['claim', 'a', 'licens'], 'did you mean `license`?'],
  [['claim', 'sampel-2', 'license'], 'did you mean `sample-2`?'],
  [['feature', 'license'], 'occurs twice; rename or remove one; nothing was written'],
  [['source', 'survey', 'x'], 'only a claim has a feature'],
  [['run', 'sped'], 'did you mean `speed`?'],
])('refuses %j and writes nothing', (words, expected) => {
  const { status, text } = run('new', ...words);
  expect(status).toBe(2);
  expect(text).toContain(expected);
});
