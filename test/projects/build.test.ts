import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { inMemory, outputsOf, readFixture, root } from '../support/project.ts';

describe('another comparison: three JSON parsers', () => {
  test('gives the site that is committed beside it', async () => {
    const outputs = await outputsOf(inMemory(readFixture('json-parsers')));
    const shown = [...outputs].filter(([path]) => !/^(schema|assets|figures|embed)\/|\.png$/.test(path));
    expect(shown.length).toBeGreaterThan(25);
    for (const [path, content] of shown) {
      // One line a value, so that a change can be read.
      const lines = /^api\/.*\.json$/.test(path) ? `${JSON.stringify(JSON.parse(content), null, 1)}\n` : content;
      const stable = lines
        .replaceAll(/(assets\/[a-z-]+)-[0-9a-f]{10}\.css/g, '$1.css')
        .replaceAll(/(assets\/[a-z-]+)-[A-Z0-9]{8}\.js/g, '$1.js');
      await expect(stable).toMatchFileSnapshot(resolve(import.meta.dirname, 'json-parsers/expected', path));
    }
  });

  test('escapes a hostile name once, at every sink', async () => {
    const outputs = await outputsOf(inMemory(readFixture('json-parsers')));
    expect(outputs.get('frameworks/bough/index.html')).toContain('<h1>Bough &lt;fast&gt; &amp; &quot;small&quot;</h1>');
    expect(outputs.get('matrix/index.html')).not.toContain('<fast>');
  });

  test('does not depend on the order in which files are found', async () => {
    const effects = inMemory(readFixture('json-parsers'));
    const shuffled: Effects = inMemory(Object.fromEntries(Object.entries(readFixture('json-parsers')).reverse()));
    expect(await outputsOf(shuffled)).toEqual(await outputsOf(effects));
  });
});

describe('a contributor with broken files', () => {
  const broken = {
    ...readFixture('json-parsers'),
    'frameworks/twig.yaml': readFixture('json-parsers')['frameworks/twig.yaml']?.replace('language: C\n', '') ?? '',
    'frameworks/brook.yaml':
      readFixture('json-parsers')['frameworks/brook.yaml']?.replace('comments:', 'coments:') ?? '',
    'frameworks/bough.yaml':
      readFixture('json-parsers')['frameworks/bough.yaml']?.replace('MIT OR Apache-2.0', 'MIT OR Apatche') ?? '',
    'data/sources.yaml': `${readFixture('json-parsers')['data/sources.yaml']}  title: Twice\n`,
    'data/parse/runs/2026-01-10-laptop/brook.csv': 'document_kib,throughput_mib_per_s\n1,20\n10,30,40\n',
  };

  test('sees five mistakes in five files at once, each with its place', () => {
    const { issues, project } = check(inMemory(broken));
    expect(project).toBeNull();
    expect(issues.filter(({ level }) => level === 'error').map(printIssue)).toMatchInlineSnapshot(`
      [
        "data/parse/runs/2026-01-10-laptop/brook.csv:3:7 error Found 3 cells in this row, expected 2 as in the header [csv-ragged]",
        "data/sources.yaml:6:3 error The key \`title\` occurs twice; keep one of them [yaml-duplicate-key]",
        "frameworks/bough.yaml:7:14 error Found \`MIT OR Apatche\`, expected an SPDX license expression such as MIT, BSD-3-Clause or LicenseRef-Name [license-invalid]",
        "frameworks/brook.yaml:6:3 error Unknown feature \`coments\`, expected one of comments, license; did you mean \`comments\`? [id-unknown]",
        "frameworks/twig.yaml:1:1 error The key \`language\` is missing; add it [key-missing]",
      ]
    `);
  });

  test('sees the mistakes beside a broken key in the same file', () => {
    const file = broken['frameworks/twig.yaml'].replace('comments:', 'coments:').replace('MIT', 'MITT');
    const { issues } = check(inMemory({ ...readFixture('json-parsers'), 'frameworks/twig.yaml': file }));
    expect(issues.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual([
      'key-missing',
      'id-unknown',
      'license-invalid',
    ]);
  });
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

  // Two builds from nothing, so it may take long on a busy machine.
  test('builds the same bytes in two folders, time zones, locales and caches', { timeout: 400_000 }, () => {
    const manifests = [
      { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8' },
    ].map((environment) => {
      const copy = folder();
      for (const part of ['benchmarks', 'data', 'frameworks', 'site'])
        cpSync(join(root, part), join(copy, part), { recursive: true });
      const { status, text } = run(['build', '--root', copy], environment);
      expect(status, text).toBe(0);
      return readFileSync(join(copy, 'dist/.proofsheet.json'), 'utf8');
    });
    expect(manifests[0]).toBe(manifests[1]);
    expect(Object.keys(JSON.parse(manifests[0] ?? '').files).length).toBeGreaterThan(150);
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
