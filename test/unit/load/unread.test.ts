import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import { printIssue } from '../../../scripts/domain/issue.ts';
import { reportUnread } from '../../../scripts/load/unread.ts';
import { diskFiles } from '../../../scripts/platform/disk-files.ts';
import { memoryFiles } from '../../../scripts/platform/effects.ts';
import { inMemory, readFixture } from '../../support/project.ts';

const told = (...paths: readonly string[]): readonly string[] =>
  reportUnread(memoryFiles(Object.fromEntries(paths.map((path) => [path, ''])))).map(
    ({ place, message }) => `${place.file}: ${message}`,
  );

describe('a file that nothing reads', () => {
  test.each([
    ['data/shortlist.yaml', 'did you mean `shortlists.yaml`?'],
    ['data/one/bench.yaml', 'rename or remove it'],
    ['data/one/benchmarks.yaml', 'did you mean `benchmark.yaml`?'],
    ['data/repositories/a.JSON', 'did you mean `a.json`?'],
    ['site/pages/about.markdown', 'did you mean `about.md`?'],
    ['site/assets/page.html', 'rename or remove it'],
    ['site/assets/picture.svg', 'rename or remove it'],
    ['site/assets/a b.txt', 'rename or remove it'],
    ['site/assets/below/a.woff2', 'rename or remove it'],
    ['site/styles/a.scss', 'rename or remove it'],
  ])('%s is told', (path, remedy) => {
    expect(told(path)).toEqual([`${path}: Found a file that nothing reads; ${remedy}`]);
  });

  test('a result under a wrong name is told, and so is a run without description', () => {
    const results = ['data/one/benchmark.yaml', 'data/one/runs/r/a.CSV'];
    expect(told(...results)).toEqual([
      'data/one/runs/r/a.CSV: Found a file that nothing reads; did you mean `a.csv`?',
      'data/one/runs/r/run.yaml: The file is missing, so the results beside it are not read',
    ]);
    expect(told('data/one/runs/r/a.csv', 'data/one/runs/r/run.yaml')).toEqual([
      'data/one/benchmark.yaml: The file is missing, so the results beside it are not read',
    ]);
  });

  test('notes and logs may lie beside inputs', () => {
    const run = ['benchmark.yaml', 'runs/r/run.yaml', 'runs/r/a.csv', 'runs/r/latencies.jsonl.gz', 'runs/r/README.md'];
    expect(told('data/README.md', 'site/assets/LICENSE', ...run.map((file) => `data/one/${file}`))).toEqual([]);
  });
});

describe('what is no file', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'proofsheet-unread-'));
    for (const folder of ['frameworks', 'data/one/runs/r']) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'outside'), '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  const kinds = (): readonly string[] => reportUnread(diskFiles(root)).map(printIssue);
  const error = (path: string, kind: string): string =>
    `${path}:1:1 error Found ${kind}, expected a file or folder; replace it by what it means [file-unread]`;

  test('a link, a pipe and a hidden input are told, an editor’s copy is not', () => {
    symlinkSync(join(root, 'outside'), join(root, 'data/one/runs/r/a.csv'));
    symlinkSync('nowhere', join(root, 'frameworks/a.yaml'));
    execFileSync('mkfifo', [join(root, 'frameworks/b.yaml')]);
    writeFileSync(join(root, 'frameworks/.c.yaml'), '');
    writeFileSync(join(root, 'frameworks/.c.yaml.swp'), '');
    expect([...kinds()].sort()).toEqual([
      error('data/one/runs/r/a.csv', 'a symbolic link'),
      error('frameworks/.c.yaml', 'a hidden file'),
      error('frameworks/a.yaml', 'a symbolic link'),
      error('frameworks/b.yaml', 'a pipe'),
    ]);
  });

  test('a folder of inputs that is a link is told', () => {
    rmSync(join(root, 'frameworks'), { recursive: true });
    symlinkSync(join(root, 'data'), join(root, 'frameworks'));
    expect(kinds()).toEqual([error('frameworks', 'a symbolic link')]);
  });
});

test('a CSV file of a header alone is an error', () => {
  const files = readFixture('busy-run');
  const csv = Object.keys(files).find((file) => file.endsWith('.csv')) ?? '';
  const header = files[csv]?.split('\n')[0] ?? '';
  const { issues } = check(inMemory({ ...files, [csv]: `${header}\n` }));
  expect(issues.map(printIssue)).toContain(`${csv}:1:1 error Found no row; add results or remove the file [csv-empty]`);
});
