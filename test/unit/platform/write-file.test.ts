import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../scripts/domain/errors.ts';
import { diskEffects } from '../../../scripts/platform/effects.ts';
import { describeSystemError } from '../../../scripts/platform/system-error.ts';
import { writeFileInside, writeFileWhole } from '../../../scripts/platform/write-file.ts';

let folder = '';
let root = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofsheet-file-'));
  root = join(folder, 'project');
  mkdirSync(join(folder, 'outside'));
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeFileInside', () => {
  test('writes below the root and makes folders, also where the root is reached through a link', () => {
    symlinkSync(root, join(folder, 'link'));
    writeFileInside(join(folder, 'link'), 'a/b.txt', 'x');
    expect(readFileSync(join(root, 'a/b.txt'), 'utf8')).toBe('x');
    expect(readdirSync(join(root, 'a'))).toEqual(['b.txt']);
  });

  test.each([
    ['a folder on the way', 'data', 'outside', 'data/a.json'],
    ['the file itself', 'a.json', 'outside/a.json', 'a.json'],
    ['a link to nothing', 'a.json', 'nowhere', 'a.json'],
  ])('refuses a link: %s', (_name, from, to, path) => {
    symlinkSync(join(folder, to), join(root, from));
    expect(() => writeFileInside(root, path, 'x')).toThrow(UserError);
    expect(() => writeFileInside(root, path, 'x')).toThrow(`${join(root, from)} is a symbolic link`);
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
  });

  test('refuses a path outside', () => {
    expect(() => writeFileInside(root, '../a.txt', 'x')).toThrow('is outside');
    expect(existsSync(join(folder, 'a.txt'))).toBe(false);
  });
});

describe('a cache that cannot be written is left alone', () => {
  test.each<readonly [string, () => void]>([
    ['a file in its place', () => writeFileSync(join(root, '.cache'), 'a file')],
    [
      'a file in place of its folder',
      () => {
        mkdirSync(join(root, '.cache'));
        writeFileSync(join(root, '.cache/png'), '');
      },
    ],
    ['a link to another folder', () => symlinkSync(join(folder, 'outside'), join(root, '.cache'))],
  ])('%s', (_name, prepare) => {
    prepare();
    const { cache } = diskEffects(root, root, null, () => {});
    cache.writeBytes('png/a.png', Uint8Array.of(1));
    cache.write('png/b', 'text');
    expect(cache.readBytes('png/a.png')).toBeNull();
    expect(readdirSync(join(folder, 'outside'))).toEqual([]);
  });
});

describe('a fault of the file system', () => {
  const faultOf = (act: () => void): string | null => {
    try {
      act();
    } catch (error) {
      return describeSystemError(error);
    }
    return 'no fault';
  };

  test('is one sentence with its path and reason', () => {
    writeFileSync(join(root, 'file'), '');
    const inFile = join(root, 'file/a');
    expect(faultOf(() => readFileSync(root))).toBe('the disk could not be used: it is a folder (EISDIR)');
    expect(faultOf(() => readFileSync(join(root, 'a')))).toBe(
      `${join(root, 'a')}: there is no such file or folder (ENOENT)`,
    );
    expect(faultOf(() => readFileSync(inFile))).toBe(`${inFile}: a part of the path is not a folder (ENOTDIR)`);
    expect(faultOf(() => writeFileWhole(join(root, 'x'.repeat(300)), ''))).toContain('the name is too long');
  });

  test('a full disk and a read-only one are told apart', () => {
    const error = (code: string): Error => Object.assign(new Error(code), { code, path: '/a' });
    expect(describeSystemError(error('ENOSPC'))).toBe('/a: no space is left on the disk (ENOSPC)');
    expect(describeSystemError(error('EROFS'))).toBe('/a: the file system is read-only (EROFS)');
  });

  test('is no bug of ours', () => {
    expect(describeSystemError(new TypeError('x is not a function'))).toBeNull();
    expect(describeSystemError('text')).toBeNull();
  });
});
