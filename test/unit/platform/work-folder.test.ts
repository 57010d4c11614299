import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkFolder } from '../../../scripts/platform/work-folder.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'proofsheet-work-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

// No process of this kernel has an id this high (`PID_MAX_LIMIT`).
const dead = 4_194_305;

test('clones of killed runs are removed, those of running ones and other files are not', () => {
  for (const name of [`git-${dead}`, `git-${process.ppid}`, `git-${process.pid}`, 'figures']) {
    mkdirSync(join(cache, name));
    writeFileSync(join(cache, name, 'pack'), 'x');
  }
  const folder = openWorkFolder(cache);
  expect(readdirSync(cache).sort()).toEqual(['figures', `git-${process.pid}`, `git-${process.ppid}`].sort());
  expect(readdirSync(folder)).toEqual([]);
});

test('a link in its place is removed, not what it leads to', () => {
  const kept = join(cache, 'kept');
  mkdirSync(kept);
  symlinkSync(kept, join(cache, `git-${dead}`));
  openWorkFolder(cache);
  expect([existsSync(kept), existsSync(join(cache, `git-${dead}`))]).toEqual([true, false]);
});
