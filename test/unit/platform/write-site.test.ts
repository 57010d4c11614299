import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../scripts/domain/errors.ts';
import type { Output } from '../../../scripts/domain/source.ts';
import { restoreSite, writeSite } from '../../../scripts/platform/write-site.ts';

let parent = '';
let dist = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'proofsheet-write-'));
  dist = join(parent, 'dist');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const output = (path: string, content: string | Uint8Array): Output => ({ path, content });
const site = [output('index.html', 'home'), output('a/b/index.html', 'é'), output('a.png', Uint8Array.from([0, 255]))];
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const files = (): readonly string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .sort();

describe('writeSite', () => {
  test('writes every output, text and bytes, and a list of them', () => {
    expect(writeSite(site, dist)).toEqual({ files: 3, changed: 3 });
    expect(files()).toEqual(['.proofsheet.json', 'a.png', 'a/b/index.html', 'index.html']);
    expect(read('a/b/index.html')).toBe('é');
    expect([...readFileSync(join(dist, 'a.png'))]).toEqual([0, 255]);
    expect(Object.keys(JSON.parse(read('.proofsheet.json')).files)).toEqual(['index.html', 'a/b/index.html', 'a.png']);
  });

  test('leaves nothing beside the site', () => {
    writeSite(site, dist);
    writeSite(site, dist);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('makes the folders above', () => {
    expect(writeSite(site, join(parent, 'x/y/dist')).files).toBe(3);
    expect(existsSync(join(parent, 'x/y/dist/index.html'))).toBe(true);
  });

  test('takes unchanged files over as they are', () => {
    writeSite(site, dist);
    const before = statSync(join(dist, 'index.html'));
    expect(writeSite([...site.slice(0, 2), output('a.png', 'else')], dist)).toEqual({ files: 3, changed: 1 });
    const after = statSync(join(dist, 'index.html'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(read('a.png')).toBe('else');
  });

  test('a changed file does not change the old one, wherever it is still linked', () => {
    writeSite(site, dist);
    renameSync(dist, join(parent, 'kept'));
    mkdirSync(dist);
    writeFileSync(join(dist, '.proofsheet.json'), '{}');
    writeFileSync(join(dist, 'index.html'), 'home');
    writeSite([output('index.html', 'new home')], dist);
    expect(readFileSync(join(parent, 'kept/index.html'), 'utf8')).toBe('home');
    expect(read('index.html')).toBe('new home');
  });

  test('prunes what is no longer there, with its folder', () => {
    writeSite(site, dist);
    writeSite(site.slice(0, 1), dist);
    expect(files()).toEqual(['.proofsheet.json', 'index.html']);
    expect(existsSync(join(dist, 'a'))).toBe(false);
  });

  test('a file may become a folder and the other way round', () => {
    writeSite([output('a', 'file'), output('b/c', 'x')], dist);
    writeSite([output('a/d', 'y'), output('b', 'file')], dist);
    expect([read('a/d'), read('b')]).toEqual(['y', 'file']);
  });

  test('takes over an empty folder', () => {
    mkdirSync(dist);
    expect(writeSite(site, dist).changed).toBe(3);
  });

  test('does not follow a link out of the site', () => {
    writeSite(site, dist);
    writeFileSync(join(parent, 'secret'), 'home');
    rmSync(join(dist, 'index.html'));
    symlinkSync(join(parent, 'secret'), join(dist, 'index.html'));
    expect(writeSite(site, dist).changed).toBe(1);
    expect(readFileSync(join(parent, 'secret'), 'utf8')).toBe('home');
    expect(files()).toContain('index.html');
  });
});

describe('writeSite refuses', () => {
  test('a folder with files of somebody else, and keeps them', () => {
    mkdirSync(dist);
    writeFileSync(join(dist, 'thesis.txt'), 'years of work');
    expect(() => writeSite(site, dist)).toThrow(UserError);
    expect(files()).toEqual(['thesis.txt']);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('a file in the way', () => {
    writeFileSync(dist, 'a file');
    expect(() => writeSite(site, dist)).toThrow(UserError);
    expect(readFileSync(dist, 'utf8')).toBe('a file');
  });

  test.each([
    ['two outputs of one path', [output('a', '1'), output('a', '2')]],
    ['an output outside', [output('../a', '1')]],
    ['an output that climbs inside its path', [output('a/../../b', '1')]],
    ['a file that is also a folder', [output('a', '1'), output('a/b', '2')]],
  ])('%s, and the old site stays whole', (_name, outputs) => {
    writeSite(site, dist);
    expect(() => writeSite(outputs, dist)).toThrow();
    expect(readdirSync(parent)).toEqual(['dist']);
    expect(files()).toEqual(['.proofsheet.json', 'a.png', 'a/b/index.html', 'index.html']);
    expect(writeSite(site, dist).changed).toBe(0);
  });

  test('while another build is writing', () => {
    const lock = join(parent, '.dist.lock');
    writeFileSync(lock, String(process.ppid));
    expect(() => writeSite(site, dist)).toThrow(UserError);
    expect(() => writeSite(site, dist)).toThrow(`process ${process.ppid}) is writing this site`);
    expect(() => writeSite(site, dist)).toThrow(lock);
    expect(existsSync(dist)).toBe(false);
    expect(existsSync(join(parent, '.dist.lock'))).toBe(true);
  });
});

describe('writeSite after a crash', () => {
  test('takes over the lock of a process that has ended', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(join(parent, '.dist.lock'), String(pid));
    expect(writeSite(site, dist).files).toBe(3);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('between the two renames finds the old site', () => {
    writeSite(site, dist);
    renameSync(dist, join(parent, '.dist.old'));
    expect(writeSite(site, dist)).toEqual({ files: 3, changed: 0 });
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('between the two renames has the old site back before anything is read', () => {
    writeSite(site, dist);
    renameSync(dist, join(parent, '.dist.old'));
    restoreSite(dist);
    expect(read('index.html')).toBe('home');
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('while staging starts anew', () => {
    writeSite(site, dist);
    mkdirSync(join(parent, '.dist.new'));
    writeFileSync(join(parent, '.dist.new/half'), 'x');
    expect(writeSite(site, dist).changed).toBe(0);
    expect(files()).not.toContain('half');
  });
});
