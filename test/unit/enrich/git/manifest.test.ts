import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../../scripts/enrich/git/manifest.ts';

describe('what a manifest declares', () => {
  test.each([
    ['pyproject.toml', '[project]\nlicense = "MIT"\nrequires-python = ">=3.9"\n', 'MIT', 'MIT', '>=3.9', 2],
    ['pyproject.toml', '[project]\nlicense = {text = "Apache 2.0"}\n', 'Apache 2.0', 'Apache-2.0', null, 2],
    ['pyproject.toml', '[tool.poetry]\nlicense = "MIT"\ndependencies = {python = "^3.8"}\n', 'MIT', 'MIT', '^3.8', 2],
    [
      'pyproject.toml',
      '[project]\nclassifiers = ["License :: OSI Approved :: MIT License"]\n',
      'MIT License',
      'MIT',
      null,
      2,
    ],
    ['Cargo.toml', '[package]\nlicense = "MIT OR Apache-2.0"\n', 'MIT OR Apache-2.0', 'MIT OR Apache-2.0', null, 2],
    ['Cargo.toml', '[workspace.package]\nrust-version = "1.70"\nlicense = "MIT"\n', 'MIT', 'MIT', '1.70', 3],
    ['package.json', '{\n "license": "ISC",\n "engines": {"node": ">=18"}}', 'ISC', 'ISC', '>=18', 2],
    ['package.json', '{"license": {"type": "MIT"}}', 'MIT', 'MIT', null, 1],
    ['composer.json', '{"license": "MIT", "require": {"php": ">=8"}}', 'MIT', 'MIT', '>=8', 1],
    [
      'pom.xml',
      '<project>\n<licenses>\n<license><name>Apache-2.0</name></license></licenses></project>',
      'Apache-2.0',
      'Apache-2.0',
      null,
      3,
    ],
    [
      'setup.py',
      "setup(\n    license='New BSD',\n    python_requires='>=3.8')\n",
      'New BSD',
      'BSD-3-Clause',
      '>=3.8',
      2,
    ],
    ['setup.cfg', '[metadata]\nlicense = BSD-2-Clause\n', 'BSD-2-Clause', 'BSD-2-Clause', null, 2],
    ['setup.py', "setup(classifiers=['License :: OSI Approved :: BSD License'])", 'BSD License', null, null, 1],
    ['setup.py', "setup(license='GPL')", null, null, null, 0],
    ['setup.py', "setup(\n license='GPL')", 'GPL', null, null, 2],
    ['setup.cfg', 'license = Other\n', 'Other', null, null, 1],
  ])('%s: %j', (path, text, said, expression, versions, line) => {
    const manifest = readManifest(path, text);
    expect(manifest.license).toEqual(said === null ? null : { said, expression, line });
    expect(manifest.versions).toBe(versions);
  });

  test.each([
    ['GNU General Public License v2 or later (GPLv2+)', 'GPL-2.0-or-later'],
    ['GNU Lesser General Public License v3 or later (LGPLv3+)', 'LGPL-3.0-or-later'],
    ['AGPLv3', 'AGPL-3.0'],
    ['GPLv3+', 'GPL-3.0-or-later'],
    ['LGPLv2.1', 'LGPL-2.1'],
    ['GPL version 2 only', 'GPL-2.0-only'],
    ['GNU GPL', null],
    ['MIT or GPL2', null],
    ['MIT-like', null],
    ['MIT License with Commons Clause', null],
    ['Apache Software License', null],
    ['Eclipse Public License 2.0', null],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['3-Clause BSD', 'BSD-3-Clause'],
    ['ISC License (ISCL)', 'ISC'],
    ['Boost Software License 1.0 (BSL-1.0)', 'BSL-1.0'],
  ])('%s is %s: nothing is guessed, "or later" least of all', (said, expression) => {
    expect(readManifest('package.json', JSON.stringify({ license: said })).license?.expression).toBe(expression);
  });

  test.each([
    ['pyproject.toml', 'license = '],
    ['pyproject.toml', '[project]\nlicense = 7\n'],
    ['package.json', '{"license": '],
    ['package.json', '[]'],
    ['package.json', 'null'],
    ['package.json', '{"__proto__": {"license": "MIT"}}'],
    ['pom.xml', '<name>MIT</name>'],
    ['pom.xml', `<licenses>${' '.repeat(5000)}<name>MIT</name></licenses>`],
    ['setup.py', 'license = read("LICENSE")\n'],
    ['setup.py', "'License :: OSI Approved'"],
    ['package.json', JSON.stringify({ license: 'MIT '.repeat(1000) })],
  ])('%s: %j declares nothing', (path, text) => {
    expect(readManifest(path, text)).toEqual({ path, license: null, versions: null });
  });

  test('control characters and long words are taken out', () => {
    const { license } = readManifest(
      'package.json',
      JSON.stringify({ license: `a\u001b[31m\u202e${'b'.repeat(400)}` }),
    );
    expect(license?.said).toBe(`a [31m ${'b'.repeat(193)}`);
  });

  test('garbage never throws', () => {
    const path = fc.constantFrom('pyproject.toml', 'setup.cfg', 'setup.py', 'package.json', 'pom.xml');
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string({
        unit: fc.constantFrom('license', ' = ', '"', "'", '\n', '[project]', '<licenses>', '<name>', 'MIT'),
      }),
    );
    fc.assert(
      fc.property(path, text, (name, content) => {
        expect(readManifest(name, content).path).toBe(name);
      }),
    );
  });
});
