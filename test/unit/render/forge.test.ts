import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitUrl, fileUrl } from '../../../scripts/render/forge.ts';

const id = 'abc123';

describe('addresses of a file at a line, a folder, a commit', () => {
  test.each([
    ['a/b', 'https://github.com/a/b/blob/abc123/x/y.py#L7', 'tree/abc123/x', 'tree/abc123'],
    ['gitlab.com/a/b', 'https://gitlab.com/a/b/-/blob/abc123/x/y.py#L7', '-/tree/abc123/x', '-/tree/abc123'],
    [
      'codeberg.org/a/b',
      'https://codeberg.org/a/b/src/commit/abc123/x/y.py#L7',
      'src/commit/abc123/x',
      'src/commit/abc123',
    ],
    ['bitbucket.org/a/b', 'https://bitbucket.org/a/b/src/abc123/x/y.py#lines-7', 'src/abc123/x', 'src/abc123'],
    ['git.sr.ht/~a/b', 'https://git.sr.ht/~a/b/tree/abc123/item/x/y.py#L7', 'tree/abc123/item/x', 'tree/abc123'],
    ['git.example/a/b', 'https://git.example/a/b/blob/abc123/x/y.py#L7', 'tree/abc123/x', 'tree/abc123'],
  ])('%s', (repository, file, folder, commit) => {
    const home = file.slice(0, file.indexOf('/b/') + 3);
    expect(fileUrl(repository, id, 'x/y.py', 7)).toBe(file);
    expect(fileUrl(repository, id, 'x/', null)).toBe(home + folder);
    expect(commitUrl(repository, id)).toBe(home + commit);
  });
});

test.each([
  ['a b.py', 'a%20b.py'],
  ['a#b?.py', 'a%23b%3F.py'],
  ['{repository}', '%7Brepository%7D'],
  ['50%.py', '50%25.py'],
  ['é/漢.py', '%C3%A9/%E6%BC%A2.py'],
])('a path of `%s` is written %s', (path, expected) => {
  expect(fileUrl('a/b', id, path, null)).toBe(`https://github.com/a/b/blob/abc123/${expected}`);
});

test('whatever the path, the address stays below the commit', () => {
  const path = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text));
  fc.assert(
    fc.property(path, (text) => {
      const url = new URL(fileUrl('a/b', id, text, 1));
      expect(url.origin).toBe('https://github.com');
      expect(url.pathname).toMatch(/^\/a\/b\/(?:blob|tree)\/abc123\//);
      expect([url.hash, url.search]).toEqual(['#L1', '']);
    }),
  );
});
