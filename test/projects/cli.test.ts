import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inMemory, outputsOf, readFixture, root } from '../support/project.ts';

test('a build does not depend on the order in which files are found', async () => {
  const files = readFixture('json-parsers');
  const shuffled = inMemory(Object.fromEntries(Object.entries(files).reverse()));
  expect(await outputsOf(shuffled)).toEqual(await outputsOf(inMemory(files)));
});

describe('the command line', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'proofsheet-'));
    folders.push(made);
    return made;
  };
  const run = (
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): { status: number | null; text: string } => {
    const done = spawnSync(process.execPath, [join(root, 'scripts/cli.ts'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
    return { status: done.status, text: done.stdout + done.stderr };
  };

  test('builds the same bytes in two folders, time zones, locales and caches', () => {
    const manifests = [
      { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8' },
    ].map((environment) => {
      const copy = folder();
      cpSync(resolve(import.meta.dirname, 'every-page'), copy, { recursive: true });
      const { status, text } = run(['build', '--root', copy], environment);
      expect(status, text).toBe(0);
      return readFileSync(join(copy, 'dist/.proofsheet.json'), 'utf8');
    });
    expect(manifests[0]).toBe(manifests[1]);
    expect(Object.keys(JSON.parse(manifests[0] ?? '').files)).toContain('index.html');
  });

  test('writes nothing where an input has an error, and ends with 1', () => {
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'json-parsers'), copy, { recursive: true });
    rmSync(join(copy, 'data/features.yaml'));
    const { status, text } = run(['build', '--root', copy]);
    expect(status).toBe(1);
    expect(text).toContain('data/features.yaml:1:1 error The file is missing; create it [file-missing]');
    expect(text).toContain('nothing was written');
  });

  test.each([
    ['a missing command', [], 2, /^Usage: proofsheet .*\n\nCommands:\n/],
    ['an unknown command', ['bulid'], 2, /did you mean `build`\?/],
    ['an unknown option', ['build', '--wrong'], 2, /Unknown option '--wrong'; `--help` lists/],
    ['help', ['--help'], 0, /^Usage: proofsheet .*\n\nCommands:\n/],
    ['the version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  ])('answers %s without a stack', (_, args, code, expected) => {
    const { status, text } = run(args);
    expect(status).toBe(code);
    expect(text).toMatch(expected);
    expect(text).not.toContain('    at ');
  });

  test('enriches: a refused address is a state of the repository, and an error only where that is asked for', () => {
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'json-parsers'), copy, { recursive: true });
    const file = join(copy, 'frameworks/twig.yaml');
    const secret = 'https://somebody.example/private/twig';
    writeFileSync(file, `repository: ${secret}\n${readFileSync(file, 'utf8')}`);
    const lax = run(['enrich', '--root', copy], { SOURCE_DATE_EPOCH: '1790000000' });
    expect(lax.status, lax.text).toBe(0);
    expect(lax.text).toContain('1/1 twig: refused, the repository has a URL that may not be read (nothing known)');
    const facts = JSON.parse(readFileSync(join(copy, 'data/repositories/twig.json'), 'utf8'));
    expect(facts).toEqual({
      repository: secret,
      failure: { state: 'refused', detail: 'has a URL that may not be read', since: '2026-09-21', to: null },
      seen: null,
    });
    expect(run(['enrich', '--root', copy, '--strict']).status).toBe(1);
    expect(run(['enrich', '--root', copy, '--only', 'twigg']).text).toContain('did you mean `twig`?');
    expect(readdirSync(join(copy, '.cache'))).toEqual([]);
  });

  test('refuses to replace a folder that it has not built', () => {
    const foreign = folder();
    writeFileSync(join(foreign, 'thesis.txt'), 'ten years of work');
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'json-parsers'), copy, { recursive: true });
    const { status, text } = run(['build', '--root', copy, '--out', foreign]);
    expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('ten years of work');
    expect(status).toBe(2);
    expect(text).toContain('was not built by proofsheet');
  });
});
