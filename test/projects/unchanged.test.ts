import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../support/project.ts';

const project = mkdtempSync(join(tmpdir(), 'proofsheet-'));
const framework = join(project, 'frameworks/twig.yaml');
const page = join(project, 'dist/index.html');

interface Run {
  /** Did it read the inputs? A build that has nothing to do says nothing of its stages. */
  readonly built: boolean;
  readonly printed: string;
}

function build(words: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Run {
  const args = [join(root, 'scripts/proofsheet.js'), 'build', '--root', project, ...words];
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...environment } });
  expect(done.status, done.stderr).toBe(0);
  return { built: done.stderr !== '', printed: done.stdout.replace(/, \d+\.\d s →.*/, '') };
}

beforeAll(() => {
  cpSync(resolve(import.meta.dirname, 'json-parsers'), project, { recursive: true });
  build();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('a build after which nothing has changed reads nothing, and prints the same', () => {
  const first = build([], { TERM: 'one' });
  const again = build([], { TERM: 'one' });
  expect([first.built, again.built]).toEqual([true, false]);
  expect(again.printed).toBe(first.printed);
});

test('a file that was only touched changes nothing', () => {
  build();
  utimesSync(framework, 1, 1);
  expect(build().built).toBe(false);
});

test('an edit right after a build is seen, though size and time are as before', () => {
  build();
  const text = readFileSync(framework, 'utf8');
  writeFileSync(framework, text.replace('name: Twig', 'name: Twin'));
  utimesSync(framework, 1, 1);
  expect(readFileSync(framework, 'utf8')).not.toBe(text);
  expect(build().built).toBe(true);
  expect(build().built).toBe(false);
  writeFileSync(framework, text);
  expect(build().built).toBe(true);
});

test.each([
  ['a new input', () => writeFileSync(join(project, 'site/pages/new.md'), '# New\n\nNew.\n')],
  ['a lost input', () => rmSync(join(project, 'site/pages/new.md'))],
  ['a changed page', () => appendFileSync(page, ' ')],
  ['a lost page', () => rmSync(page)],
  ['a file among the pages', () => writeFileSync(join(project, 'dist/frameworks/stray.txt'), '')],
])('%s is seen', (_, change) => {
  build();
  change();
  expect(build().built).toBe(true);
  expect(build().built).toBe(false);
});

test('another command or another day builds', () => {
  build();
  expect(build(['--out', join(project, 'other')]).built).toBe(true);
  expect(build([], { SOURCE_DATE_EPOCH: '1790000000' }).built).toBe(true);
});
