/** The package as others install it: packed, unpacked below `node_modules`, and used from an empty folder. */
import { spawnSync } from 'node:child_process';
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
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSchemas } from '../../scripts/validate/publish-schemas.ts';
import { root } from '../support/project.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofsheet-package-'));
const modules = join(folder, 'node_modules');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** npm needs no network for this; where there is none, an installation would. */
beforeAll(() => {
  const packed = spawnSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, encoding: 'utf8' });
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  const own = join(modules, 'proofsheet');
  mkdirSync(own, { recursive: true });
  expect(spawnSync('tar', ['xzf', join(folder, archive), '-C', own, '--strip-components=1']).status).toBe(0);
  linkDependencies(readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')));
});

/** All packages of this checkout stand for those that npm would install; scoped ones are in a folder of the scope. */
function linkDependencies(names: readonly string[]): void {
  const all = names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(root, 'node_modules', name)).map((one) => `${name}/${one}`) : [name],
  );
  for (const name of all) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}

function run(...words: readonly string[]): { readonly status: number | null; readonly text: string } {
  const cli = join(modules, 'proofsheet/bin/proofsheet.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

const answers = ['--title', 'Parsers: "fast"', '--noun', 'parser', '--noun-plural', 'parsers'];

describe('the package', () => {
  test('starts a comparison, which checks without an issue and builds', () => {
    const made = run('init', 'parsers', ...answers, '--frameworks', 'Twig,Brook 2', '--benchmark', 'Parsing speed');
    expect(made.status, made.text).toBe(0);
    expect(run('check', '--root', 'parsers')).toEqual({ status: 0, text: '0 errors, 0 warnings\n' });
    const built = run('build', '--root', 'parsers', '--base', '/sub', '--url', 'https://me.example');
    expect(built.status, built.text).toBe(0);
    const page = readFileSync(join(folder, 'parsers/dist/index.html'), 'utf8');
    expect(page).toContain('Parsers: &quot;fast&quot;');
    expect(page).toContain('https://me.example/sub/');
    expect(existsSync(join(folder, 'parsers/dist/frameworks/brook-2/index.html'))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(folder, 'parsers/package.json'), 'utf8'));
    expect(manifest.scripts.test).toBe('proofsheet check');
  });

  test('brings the schemas that the editor settings name', () => {
    const settings = JSON.parse(readFileSync(join(folder, 'parsers/.vscode/settings.json'), 'utf8'));
    const named = Object.keys(settings['yaml.schemas']);
    expect(named.map((path) => existsSync(join(folder, path)))).toEqual(named.map(() => true));
  });

  test('starts without a benchmark, and with one thing to compare', () => {
    expect(run('init', 'small', ...answers, '--frameworks', 'Twig', '--benchmark', 'none').status).toBe(0);
    expect(run('check', '--root', 'small')).toEqual({ status: 0, text: '0 errors, 0 warnings\n' });
  });

  test('writes over nothing', () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full/thesis.txt'), 'ten years of work');
    const refused = run('init', 'full', ...answers);
    expect(refused.status).toBe(2);
    expect(refused.text).toContain('full is not empty (thesis.txt)');
    expect(readdirSync(join(folder, 'full'))).toEqual(['thesis.txt']);
  });

  test.each([
    ['a name without letters', ['--frameworks', '???'], '`???` gives no id'],
    ['two names of one id', ['--frameworks', 'A b,a-B'], 'has the id of another one'],
    ['a wrong base', ['--base', 'x y'], "unknown option '--base'"],
  ])('refuses %s', (_name, words, expected) => {
    const refused = run('init', 'refused', ...answers, ...words);
    expect(refused.status).toBe(2);
    expect(refused.text).toContain(expected);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });
});

test('the committed schemas are what the code says', () => {
  for (const { path, content } of renderSchemas()) expect(readFileSync(join(root, path), 'utf8'), path).toBe(content);
});
