import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../../scripts/domain/limits.ts';
import { GitFailure } from '../../../../scripts/enrich/git/failure.ts';
import { keyOf, parseRepository, readRemote, redirectTarget } from '../../../../scripts/enrich/git/remote.ts';

const hosts = ['github.com', 'git.sr.ht'];
const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];

describe('parseRepository', () => {
  test.each([
    ['https://github.com/tornadoweb/tornado', 'github.com', 'tornadoweb/tornado'],
    ['https://github.com/tornadoweb/tornado/', 'github.com', 'tornadoweb/tornado'],
    ['https://github.com/tornadoweb/tornado.git', 'github.com', 'tornadoweb/tornado'],
    ['https://git.sr.ht/~someone/one', 'git.sr.ht', '~someone/one'],
    ['https://github.com/a/b/c/d/e', 'github.com', 'a/b/c/d/e'],
  ])('%s', (url, host, path) => {
    expect(parseRepository(url, hosts)).toEqual({ host, path });
  });

  test.each([
    'http://github.com/a/b',
    'HTTPS://github.com/a/b',
    'https://GitHub.com/a/b',
    'https://github.com.evil.example/a/b',
    'https://evil.example/github.com/a/b',
    'https://user@github.com/a/b',
    'https://user:secret@github.com/a/b',
    'https://github.com:8443/a/b',
    'https://github.com/a',
    'https://github.com//a/b',
    'https://github.com/a/../b',
    'https://github.com/a/b?x',
    'https://github.com/a/b#x',
    'https://github.com/-a/b',
    'https://github.com/a/--upload-pack=x',
    'https://github.com/a/b\n',
    ' https://github.com/a/b',
    'https://github.com/a/b%2e',
    'https://github.com/a\\b/c',
    'ext::sh -c x',
    'file:///tmp/a/b',
    'git@github.com:a/b',
    'https://127.0.0.1/a/b',
    '',
  ])('%j is none', (url) => {
    expect(parseRepository(url, hosts)).toBeNull();
  });

  test('whatever is taken is on an allowed host, by https, and climbs nowhere', () => {
    const part = fc.constantFrom(
      'https://',
      'github.com',
      'evil.example',
      '/',
      'a',
      '..',
      '.',
      '@',
      ':',
      '-',
      '%2e',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const url = parts.join('');
        if (parseRepository(url, hosts) === null) return;
        expect(URL.canParse(url)).toBe(true);
        const parsed = new URL(url);
        expect(hosts).toContain(parsed.host);
        expect(parsed.protocol).toBe('https:');
        expect(parsed.href).toBe(url);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('readRemote', () => {
  const advertised = `ref: refs/heads/main\tHEAD\n${a}\tHEAD\n${a}\trefs/heads/main\n${b}\trefs/tags/v1\n${a}\trefs/tags/v1^{}\n`;

  test('head, branch and tags with the objects they point to', () => {
    expect(readRemote(advertised)).toEqual({ head: a, branch: 'main', tags: [{ name: 'v1', object: b }], replaced: 0 });
  });

  test('replacement refs, which join other history, are counted', () => {
    expect(readRemote(`${advertised}${a}\trefs/replace/${b}\n`).replaced).toBe(1);
  });

  test('a head that is no branch', () => {
    expect(readRemote(`${a}\tHEAD\n`)).toEqual({ head: a, branch: null, tags: [], replaced: 0 });
  });

  test.each([
    ['nothing', '', 'broken'],
    ['no head', `${a}\trefs/heads/main\n`, 'broken'],
    ['a page', '<html>\n<p>log in</p>\n', 'broken'],
    ['a short id', `${a.slice(1)}\tHEAD\n`, 'broken'],
    ['too many refs', `${a}\tHEAD\n`.repeat(limits.gitRefs + 1), 'refused'],
  ])('%s is a failure', (_name, output, state) => {
    expect(() => readRemote(output)).toThrow(expect.objectContaining({ name: 'GitFailure', state }));
  });

  test('garbage is a failure and nothing else', () => {
    const part = fc.constantFrom('ref: ', 'refs/heads/', 'HEAD', '\t', '\n', a, '^{}', 'x');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        try {
          expect(readRemote(parts.join('')).head).toBe(a);
        } catch (error) {
          expect(error).toBeInstanceOf(GitFailure);
        }
      }),
    );
  });
});

test.each([
  ['https://github.com/new/one/info/refs?service=git-upload-pack', 'https://github.com/new/one'],
  ['https://user:secret@github.com/new/one/info/refs', 'https://github.com/new/one'],
  ['http://127.0.0.1:8080/new/info/refs', 'http://127.0.0.1:8080/new'],
  ['javascript:alert(1)', null],
  ['/elsewhere', null],
  ['https://', null],
  ['https://github.com/a\u202eb', 'https://github.com/a'],
])('a redirect to %s names %s', (location, expected) => {
  expect(redirectTarget(`10:00:00.000000 http.c:700 <= Recv header: location: ${location}\n`)).toBe(expected);
});

test('a key changes with every part, and is no longer than a word', () => {
  const keys = [[1, 'a'], [1, 'b'], ['1', 'a'], [1, ['a']], [1], ['1a']].map(keyOf);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
});
