import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findLicenseFiles,
  findManifests,
  findPresences,
  readTree,
  roleOf,
  type TreeFile,
} from '../../../../scripts/enrich/git/tree.ts';

const blob = 'a'.repeat(40);
const files = (...paths: readonly string[]): readonly TreeFile[] => paths.map((path) => ({ path, blob, bytes: 1 }));
const pathsOf = (list: readonly TreeFile[]): readonly string[] => list.map(({ path }) => path);

test.each([
  ['Sketches/RJL/server.py', 'sketch'],
  ['tmp/threadpool.py', 'sketch'],
  ['contrib/AnyWikiDraw/draw.py', 'sketch'],
  ['django/contrib/auth/models.py', 'source'],
  ['src/experimental/epoll.py', 'source'],
  ['demos/chat.py', 'example'],
  ['src/demo.py', 'example'],
  ['chat-example.js', 'example'],
  ['tutorial/step1.py', 'example'],
  ['src/test.py', 'example'],
  ['third_party/libev/ev.c', 'vendored'],
  ['3rdparty/a.c', 'vendored'],
] as const)('%s is %s', (path, role) => {
  expect(roleOf(path)).toBe(role);
});

describe('readTree', () => {
  const line = (mode: string, kind: string, size: string, path: string): string =>
    `${mode} ${kind} ${blob} ${size.padStart(7)}\t${path}\0`;

  test.each([
    ['a file', line('100644', 'blob', '12', 'src/a.py'), [{ path: 'src/a.py', blob, bytes: 12 }]],
    ['a program', line('100755', 'blob', '0', 'run'), [{ path: 'run', blob, bytes: 0 }]],
    ['a file that is not there', line('100644', 'blob', '-', 'a'), [{ path: 'a', blob, bytes: null }]],
    ['a damaged file', line('100644', 'blob', 'BAD', 'a'), [{ path: 'a', blob, bytes: null }]],
    ['a name with blanks', line('100644', 'blob', '1', ' a b '), [{ path: ' a b ', blob, bytes: 1 }]],
    ['a link', line('120000', 'blob', '9', 'LICENSE'), []],
    ['a submodule', line('160000', 'commit', '-', 'vendor/x'), []],
    ['a name with a line end', line('100644', 'blob', '1', 'a\nb'), []],
    ['a name that colors', line('100644', 'blob', '1', 'a\u001b[31m'), []],
    ['a name that is no text', line('100644', 'blob', '1', 'a\ufffd'), []],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => {
    expect(readTree(text)).toEqual(expected);
  });

  test('garbage never throws, and no control character comes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        for (const file of readTree(line('100644', 'blob', '1', path))) expect(file.path).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('roleOf', () => {
  test.each([
    ['src/one/server.py', 'source'],
    ['setup.py', 'source'],
    ['README.md', 'other'],
    ['tests/test_server.py', 'test'],
    ['src/one/_tests/a.py', 'test'],
    ['integration_tests/a.py', 'test'],
    ['test_one.py', 'test'],
    ['src/server_test.go', 'test'],
    ['src/server.spec.ts', 'test'],
    ['src/ServerTest.java', 'test'],
    ['src/one_SUITE.erl', 'test'],
    ['src/contest.py', 'source'],
    ['src/latest/a.py', 'source'],
    ['src/attest.py', 'source'],
    ['examples/chat.py', 'example'],
    ['demo/a.js', 'example'],
    ['src/demonstration.py', 'source'],
    ['docs/conf.py', 'document'],
    ['docs/examples/a.py', 'example'],
    ['deps/libuv/test/a.c', 'vendored'],
    ['third_party/a.c', 'vendored'],
    ['src/vendor.py', 'source'],
  ] as const)('%s is %s', (path, role) => {
    expect(roleOf(path)).toBe(role);
  });
});

describe('findPresences', () => {
  test('files at their usual places, the fullest folders first', () => {
    const present = findPresences(
      files(
        ...['docs/index.rst', 'docs/a/b.rst', 'docs/a/c.rst'],
        ...['test_one.py', 'tests/a.py', 'tests/b.py'],
        ...['vendor/x/tests/a.c', 'vendor/x/docs/a.md'],
        ...['.github/workflows/check.yml', '.github/workflows/readme.md', 'sub/.travis.yml'],
      ),
    );
    expect(present).toEqual({
      tests: { files: 3, sample: ['tests/', 'test_one.py'] },
      documentation: { files: 3, sample: ['docs/a/', 'docs/'] },
      examples: { files: 0, sample: [] },
      ci: { files: 1, sample: ['.github/workflows/check.yml'] },
    });
  });

  test.each([
    ['examples/a.py', 1],
    ['docs/examples/a.py', 1],
    ['examples/a/tests/test_a.py', 1],
    ['tests/examples/a.py', 0],
    ['src/test/java/org/one/demo/A.java', 0],
    ['examples.py', 0],
  ])('%s counts as %d example', (path, count) => {
    expect(findPresences(files(path)).examples.files).toBe(count);
  });

  test.each([
    '.travis.yml',
    '.gitlab-ci.yml',
    'appveyor.yml',
    '.circleci/config.yml',
    'Jenkinsfile',
    '.builds/debian.yml',
    '.cirrus.star',
    'azure-pipelines.yaml',
  ])('%s is configuration of CI', (path) => {
    expect(findPresences(files(path)).ci.files).toBe(1);
  });
});

test.each([
  ['LICENSE', true],
  ['LICENCE.txt', true],
  ['COPYING', true],
  ['COPYING.LESSER', true],
  ['MIT-LICENSE.txt', true],
  ['UNLICENSE', true],
  ['LICENSES/MIT.txt', true],
  ['license.py', false],
  ['LICENSED', false],
  ['docs/LICENSE', false],
  ['src/LICENSES/MIT.txt', false],
  ['relicense', false],
])('%s is a license file: %s', (path, expected) => {
  expect(findLicenseFiles(files(path)).length).toBe(expected ? 1 : 0);
});

describe('findManifests', () => {
  test('those at the root, in a fixed order', () => {
    expect(pathsOf(findManifests(files('setup.py', 'package.json', 'pyproject.toml', 'sub/Cargo.toml')))).toEqual([
      'pyproject.toml',
      'setup.py',
      'package.json',
    ]);
  });

  test('or else one level below, the project’s own only', () => {
    expect(
      pathsOf(
        findManifests(files('core/pom.xml', 'a/b/pom.xml', 'examples/pom.xml', 'vendor/pom.xml', 'tests/setup.py')),
      ),
    ).toEqual(['core/pom.xml']);
  });
});
