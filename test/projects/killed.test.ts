import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restoreSite, writeSite } from '../../scripts/platform/write-site.ts';

const module = resolve(import.meta.dirname, '../../scripts/platform/write-site.ts');
const paths = Array.from({ length: 60 }, (_, index) => `folder-${index % 7}/${index}.html`);

let parent = '';
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'proofsheet-killed-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** A process that writes sites as fast as it can, each with one number in all of its files. */
function writer(dist: string): ReturnType<typeof spawn> {
  const script = `
    import { writeSite } from ${JSON.stringify(module)};
    const paths = ${JSON.stringify(paths)};
    process.stdout.write('ready');
    for (let version = 1; ; version += 1) {
      try { writeSite(paths.map((path) => ({ path, content: String(version) })), ${JSON.stringify(dist)}); }
      catch (error) { if (!/is writing this site/.test(error.message)) { process.stderr.write(String(error.stack)); process.exit(1); } }
    }`;
  return spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Checks that all files are there, of one version, and no other. */
function expectWhole(dist: string): void {
  const versions = new Set(paths.map((path) => readFileSync(join(dist, path), 'utf8')));
  expect([...versions]).toHaveLength(1);
  const { files } = JSON.parse(readFileSync(join(dist, '.proofsheet.json'), 'utf8')) as { readonly files: object };
  expect(Object.keys(files)).toEqual(paths);
}

test('a hundred builds killed at any moment leave a whole site, and nothing in the way of the next', async () => {
  const dist = join(parent, 'one/dist');
  writeSite(
    paths.map((path) => ({ path, content: '0' })),
    dist,
  );
  for (let round = 0; round < 100; round += 1) {
    const child = writer(dist);
    if (child.stdout !== null) await once(child.stdout, 'data');
    // Fractions of a millisecond hit every step of the writing.
    await wait((round * 7) % 40);
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    restoreSite(dist);
    expectWhole(dist);
  }
  writeSite(
    paths.map((path) => ({ path, content: 'last' })),
    dist,
  );
  expect(readdirSync(join(parent, 'one'))).toEqual(['dist']);
}, 120_000);

test('two builds at once leave a whole site', async () => {
  const dist = join(parent, 'two/dist');
  const children = [writer(dist), writer(dist)];
  let said = '';
  for (const child of children) child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  const closed = children.map((child) => once(child, 'close'));
  await wait(3000);
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(closed);
  expect(said).toBe('');
  restoreSite(dist);
  expectWhole(dist);
}, 60_000);
