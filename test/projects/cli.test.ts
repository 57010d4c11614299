import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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
    cwd: string = root,
  ): { status: number | null; text: string } => {
    const done = spawnSync(process.execPath, [join(root, 'scripts/cli.ts'), ...args], {
      cwd,
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
    ['a missing command', [], 2, /^Usage: proofsheet .*\n\nChecks a comparison/],
    ['an unknown command', ['bulid'], 2, /Did you mean build\?/],
    ['an unknown option', ['build', '--wrong'], 2, /unknown option '--wrong'/],
    ['help', ['--help'], 0, /^Usage: proofsheet .*\n\nChecks a comparison/],
    ['help of a command', ['help', 'check'], 0, /^Usage: proofsheet check/],
    ['help of the harness', ['bench', '--help'], 0, /^Usage: .*\n[\s\S]*\n {2}--only /],
    ['the version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    ['a rule', ['explain', 'id-unknown'], 0, /^id-unknown \(error\)\n/],
    ['an unknown rule', ['explain', 'id-unknwn'], 2, /did you mean `id-unknown`\?/],
    ['a folder that is not there', ['check', '--root', '/not/there'], 2, /there is no folder \/not\/there\n/],
    ['a folder that holds no comparison', ['check', '--root', '/'], 2, /holds no comparison[\s\S]*proofsheet init/],
    ['a file as a folder', ['check', '--root', 'package.json'], 2, /package\.json is a file/],
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

  test('finds the comparison above where one stands, and tells and takes paths from there', () => {
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'json-parsers'), copy, { recursive: true });
    rmSync(join(copy, 'data/features.yaml'));
    const inside = join(copy, 'frameworks');
    expect(run(['check'], {}, inside).text).toContain('../data/features.yaml:1:1 error');
    expect(run(['check', 'twig.yaml'], {}, inside)).toMatchObject({
      status: 0,
      text: expect.stringMatching(/^twig\.yaml:1:1 warning .*\n0 errors, 1 warning\n$/),
    });
    expect(run(['check', 'twiig.yaml'], {}, inside).text).toContain('there is no file or folder twiig.yaml');
    expect(run(['check', '/'], {}, inside).text).toContain('/ is not in the comparison');
    expect(run(['check', '--format', 'pretty'], {}, copy).text).toContain('data/features.yaml\n  1:1 error');
  });

  test('mends what is mechanical, and prints what is left', () => {
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'everything-at-once'), copy, { recursive: true });
    const { status, text } = run(['check', '--fix', 'frameworks'], {}, copy);
    expect(status).toBe(1);
    expect(text).toMatch(/^3 files were mended$/m);
    expect(readFileSync(join(copy, 'frameworks/twig.yaml'), 'utf8')).toContain("note: 'Beware: one kind only.'");
    expect(text).not.toContain('license-invalid');
    expect(text).toContain('did you mean `retrieved`?');
    expect(run(['check', '--fix', 'frameworks'], {}, copy).text).toMatch(/^nothing was mended$/m);
  });

  test('checks again after a change, and ends when it is interrupted', async () => {
    const copy = folder();
    cpSync(resolve(import.meta.dirname, 'json-parsers'), copy, { recursive: true });
    const started = spawn(process.execPath, [join(root, 'scripts/cli.ts'), 'check', '--watch'], { cwd: copy });
    let text = '';
    const until = async (wanted: string): Promise<void> => {
      while (!text.includes(wanted)) text += String((await once(started.stdout, 'data'))[0]);
    };
    await until('0 errors');
    const site = join(copy, 'data/site.yaml');
    const edit = setInterval(() => writeFileSync(site, `${readFileSync(site, 'utf8')}\n`), 300);
    writeFileSync(site, readFileSync(site, 'utf8').replace('title:', 'titel:'));
    await until('did you mean `title`?');
    clearInterval(edit);
    started.kill('SIGINT');
    expect((await once(started, 'exit'))[0]).toBe(0);
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
