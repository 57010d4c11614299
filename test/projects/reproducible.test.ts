import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const generator = resolve(import.meta.dirname, '../..');
const project = resolve(import.meta.dirname, 'second-key');
const inputs = ['data', 'frameworks', 'site', 'benchmarks'];

let folder = '';
let expected = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofsheet-reproducible-'));
  expected = build('first', {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the project, whose files are made in another order each time. */
function copyTo(root: string, backwards: boolean): void {
  mkdirSync(root, { recursive: true });
  const present = readdirSync(project).filter((name) => inputs.includes(name));
  for (const name of backwards ? present.toReversed() : present)
    cpSync(join(project, name), join(root, name), { recursive: true });
}

/** Builds the copy in `name` and returns one hash of all paths and bytes of its site. */
function build(name: string, env: NodeJS.ProcessEnv, umask = '022'): string {
  const root = join(folder, name);
  copyTo(root, name !== 'first');
  const command = `umask ${umask}; exec "$0" "$@"`;
  const cli = [join(generator, 'scripts/cli.ts'), 'build', '--root', root, '--quiet'];
  const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, ...cli], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return hashOf(join(root, 'dist'));
}

function hashOf(site: string): string {
  const hash = createHash('sha256');
  for (const path of readdirSync(site, { recursive: true, encoding: 'utf8' }).sort()) {
    const bytes = readFileIfAny(join(site, path));
    if (bytes !== null) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function readFileIfAny(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

test.each<readonly [string, NodeJS.ProcessEnv, string]>([
  ['of another folder with a blank', {}, '022'],
  ['east of Greenwich', { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' }, '022'],
  ['west of Greenwich', { TZ: 'Pacific/Pago_Pago', LC_ALL: 'tr_TR.UTF-8' }, '022'],
  ['without a home', { HOME: '/nonexistent', LC_ALL: 'C' }, '077'],
])('a build %s has the same bytes', (name, env, umask) => {
  expect(build(name, env, umask)).toBe(expected);
});

test('a build over a warm cache, and over a damaged one, has the same bytes', () => {
  const root = join(folder, 'first');
  rmSync(join(root, '.cache/last-build.json'), { force: true });
  expect(build('first', {})).toBe(expected);
  const kept = readdirSync(join(root, '.cache'), { recursive: true, encoding: 'utf8' });
  let damaged = 0;
  for (const path of kept) {
    const bytes = readFileIfAny(join(root, '.cache', path));
    if (bytes === null) continue;
    writeFileSync(join(root, '.cache', path), bytes.subarray(0, Math.floor(bytes.length / 2)));
    damaged += 1;
  }
  expect(damaged).toBeGreaterThan(0);
  rmSync(join(root, 'dist'), { recursive: true });
  expect(build('first', {})).toBe(expected);
});
