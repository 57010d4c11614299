import { describe, expect, test } from 'vitest';
import { h, type Tree } from '../../../../templates/compare/client/tree.ts';
import { toHtml } from '../../../../templates/compare/html.ts';

describe('a part of a page as HTML', () => {
  test.each<[string, Tree, string]>([
    ['is escaped in text', h('p', {}, '<b> & "b"'), '<p>&lt;b&gt; &amp; &quot;b&quot;</p>'],
    ['is escaped in attributes', h('a', { href: '"><b>' }, 'x'), '<a href="&quot;&gt;&lt;b&gt;">x</a>'],
    ['leaves out what is empty', h('td', { class: '' }, '', h('code', {})), '<td><code></code></td>'],
    ['has no end where an element has none', h('th', {}, 'a', h('br', {}), 'b'), '<th>a<br>b</th>'],
    ['takes several children at once', h('li', {}, 'a', [' ', h('b', {}, 'c')]), '<li>a <b>c</b></li>'],
    [
      'has a line for each child of a block',
      h('ul', {}, h('li', {}, 'a'), h('li', {}, 'b')),
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    ],
  ])('%s', (_what, tree, html) => {
    expect(toHtml(tree)).toBe(html);
  });
});
