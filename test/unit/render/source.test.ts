import { describe, expect, test } from 'vitest';
import type { ClaimSource, NamedSource } from '../../../scripts/domain/claim.ts';
import { viewSource } from '../../../scripts/render/source.ts';

const commit = 'e530031405e2154654dedc4c84d5656b557ea310';
const at = { repository: 'a/b', commit };
const post: NamedSource = {
  ...{ id: 'post', title: 'Post', author: 'Me', url: 'https://post.org/', date: '2009-12-22', parts: [] },
  ...{ partUrl: null, note: null },
};
const sources = new Map([
  ['post', post],
  ['list', { ...post, id: 'list', partUrl: 'https://list.org/{part}/' }],
]);
const tree = `https://github.com/a/b/tree/${commit}`;
const blob = `https://github.com/a/b/blob/${commit}`;
const seen = 'a/b at e530031';

describe('viewProof', () => {
  test.each<[string, ClaimSource, string, string, string]>([
    ['a named source', { kind: 'named', source: 'post', part: null }, 'Post', post.url, 'Me, 2009-12-22'],
    ['a part', { kind: 'named', source: 'post', part: 'table' }, 'Post', post.url, 'Me, 2009-12-22, table'],
    [
      'a part with a page of its own',
      { kind: 'named', source: 'list', part: 'a/b c$&' },
      ...(['Post', 'https://list.org/a%2Fb%20c%24%26/', 'Me, 2009-12-22, a/b c$&'] as const),
    ],
    ['the whole of such a source', { kind: 'named', source: 'list', part: null }, 'Post', post.url, 'Me, 2009-12-22'],
    ['a source that is not known', { kind: 'named', source: 'pots', part: null }, 'pots', '', ''],
    ['an address', { kind: 'url', url: 'https://a.org/', retrieved: null }, 'https://a.org/', 'https://a.org/', ''],
    [
      'an address that was read',
      { kind: 'url', url: 'https://a.org/', retrieved: '2026-01' },
      ...(['https://a.org/', 'https://a.org/', 'read on 2026-01'] as const),
    ],
    ['a line', { kind: 'file', ...at, path: 'c/d.py', line: 5 }, 'c/d.py:5', `${blob}/c/d.py#L5`, seen],
    ['a file', { kind: 'file', ...at, path: 'c/d.py', line: null }, 'c/d.py', `${blob}/c/d.py`, seen],
    ['a folder', { kind: 'file', ...at, path: 'demos/', line: null }, 'demos/', `${tree}/demos`, seen],
    [
      'a file of odd name',
      { kind: 'file', ...at, path: 'a b/#?%.py', line: null },
      'a b/#?%.py',
      `${blob}/a%20b/%23%3F%25.py`,
      seen,
    ],
    ['a commit', { kind: 'commit', ...at }, 'a/b', tree, seen],
    ['a tag', { kind: 'tag', ...at, tag: 'v1.0' }, 'tag v1.0', tree, seen],
    [
      'a search',
      { kind: 'search', ...at, search: 'asgi', in: '*.py' },
      ...(['searched for “asgi” in *.py', tree, `${seen}: nothing found`] as const),
    ],
  ])('%s', (_name, source, text, href, detail) => {
    expect(viewSource(source, sources)).toEqual({ text, href, detail });
  });

  test('a search in everything says so', () => {
    expect(viewSource({ kind: 'search', ...at, search: 'asgi', in: '' }, sources).text).not.toMatch(/ in $/);
  });
});
