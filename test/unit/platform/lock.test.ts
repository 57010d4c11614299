import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../scripts/domain/errors.ts';
import { takeLock } from '../../../scripts/platform/lock.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofsheet-lock-'));
  lock = join(folder, '.dist.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

describe('a lock is taken over', () => {
  test.each<readonly [string, () => string]>([
    ['of a process that has ended', () => String(ended())],
    ['with our own id, as in a container where every build is process 1', () => String(process.pid)],
    ['of an id that was given to another process since', () => `${process.ppid}\n1\n${hostname()}\n`],
    ['without content', () => ''],
    ['with content of somebody else', () => 'hello'],
  ])('%s', (_name, content) => {
    writeFileSync(lock, content());
    const giveBack = takeLock(lock);
    expect(readFileSync(lock, 'utf8').split('\n')[0]).toBe(String(process.pid));
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of another machine after some minutes, since writing takes seconds', () => {
    writeFileSync(lock, '1\n5\nanother-host\n');
    expect(() => takeLock(lock)).toThrow('process 1 on another-host');
    const before = Date.now() / 1000 - 180;
    utimesSync(lock, before, before);
    takeLock(lock)();
    expect(existsSync(lock)).toBe(false);
  });

  test('that is a link, without a touch of what it leads to', () => {
    const outside = join(folder, 'outside');
    writeFileSync(outside, 'kept');
    symlinkSync(outside, lock);
    takeLock(lock)();
    expect(readFileSync(outside, 'utf8')).toBe('kept');
  });
});

describe('a lock is refused', () => {
  test('of a running process, with its path and its id', () => {
    writeFileSync(lock, String(process.ppid));
    expect(() => takeLock(lock)).toThrow(UserError);
    expect(() => takeLock(lock)).toThrow(
      `(process ${process.ppid}) is writing this site; wait for it to end, or remove ${lock}`,
    );
    expect(readdirSync(folder)).toEqual(['.dist.lock']);
  });

  test('that is a folder', () => {
    mkdirSync(lock);
    expect(() => takeLock(lock)).toThrow(`${lock} is not a file`);
  });
});

test('giving back removes no lock of another process', () => {
  const giveBack = takeLock(lock);
  writeFileSync(lock, String(process.ppid));
  giveBack();
  expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid));
});

test('of several processes that find a stale lock at the same time, one at a time holds it', async () => {
  writeFileSync(lock, String(ended()));
  const module = resolve(import.meta.dirname, '../../../scripts/platform/lock.ts');
  const counted = join(folder, 'held');
  // Whoever holds the lock makes a file that must not be there yet.
  const script = `
    import { rmSync, writeFileSync } from 'node:fs';
    import { takeLock } from ${JSON.stringify(module)};
    const end = Date.now() + 1500;
    while (Date.now() < end) {
      let giveBack;
      try { giveBack = takeLock(${JSON.stringify(lock)}); } catch (error) { if (error.name === 'UserError' || / is writing this site/.test(error.message)) continue; throw error; }
      writeFileSync(${JSON.stringify(counted)}, '', { flag: 'wx' });
      rmSync(${JSON.stringify(counted)});
      giveBack();
    }`;
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] }),
  );
  const codes = await Promise.all(
    children.map(async (child) => {
      let said = '';
      child.stderr.on('data', (part: Buffer) => {
        said += part.toString();
      });
      const [code] = (await once(child, 'close')) as [number];
      return code === 0 ? '' : said;
    }),
  );
  expect(codes).toEqual(['', '', '']);
});
