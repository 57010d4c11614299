import { describe, expect, test } from 'vitest';
import { addUrls } from '../../scripts/published-urls.ts';

describe('adding urls to the list', () => {
  const outputs = ['figures/one.svg', 'a/index.html', 'assets/style-0.css'].map((path) => ({ path, content: '' }));

  test('adds the new ones in order, and no hashed asset', () => {
    const { text, added, lost } = addUrls('# words\na/index.html\n', outputs);
    expect(added).toEqual(['figures/one.svg']);
    expect(lost).toEqual([]);
    expect(text.split('\n').slice(1)).toEqual(['a/index.html', 'figures/one.svg', '']);
  });

  test('never takes one away, and says which are lost', () => {
    const { text, lost } = addUrls('gone/index.html\n', outputs);
    expect(lost).toEqual(['gone/index.html']);
    expect(text).toContain('gone/index.html\n');
  });

  test('gives the same list for its own list', () => {
    const { text } = addUrls('', outputs);
    expect(addUrls(text, outputs).text).toBe(text);
  });
});
