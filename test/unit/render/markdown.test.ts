import { describe, expect, test } from 'vitest';
import { memoryEffects, memoryFiles } from '../../../scripts/platform/effects.ts';
import { markOf, renderMarkdown } from '../../../scripts/render/markdown.ts';

const render = (text: string, base = '/') =>
  renderMarkdown({ file: 'site/pages/a.md', text }, base, memoryEffects({}, memoryFiles({})));

describe('a page of prose', () => {
  test('has its first heading as title and the rest as HTML', async () => {
    expect(await render('# Title\n\nSome *text*.\n')).toEqual({
      title: 'Title',
      bodyHtml: '<p>Some <em>text</em>.</p>',
      embeds: [],
    });
  });

  test.each<[string, string, RegExp]>([
    ['heading with an id', '## A b\n', /<h2 id="a-b">A b<\/h2>/],
    ['table', '|a|\n|-|\n|1|\n', /<table>[\s\S]*<td>1<\/td>/],
    ['strike', '~~a~~\n', /<del>a<\/del>/],
    ['code', '```sh\na < b\n```\n', /<code class="language-sh">a &#x3C; b\n<\/code>/],
    ['link', '[a](https://a.org/?b=1&c=2)\n', /<a href="https:\/\/a.org\/\?b=1&#x26;c=2">a<\/a>/],
    ['mail', '[a](mailto:a@a.org)\n', /href="mailto:a@a.org"/],
    ['line inside', '[a](#b)\n', /href="#b"/],
  ])('%s', async (_name, text, html) => {
    expect((await render(text)).bodyHtml).toMatch(html);
  });

  test.each<[string, string]>([
    ['script', '<script>alert(1)</script>\n'],
    ['handler', '<b onclick="alert(1)">x</b> <img src=x onerror=alert(1)>\n'],
    ['frame', '<iframe src="https://a.org"></iframe>\n'],
    ['script address', '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](vbscript:x)\n'],
    ['data address', '[a](data:text/html,x)\n'],
    ['script address by reference', '[a]\n\n[a]: javascript:alert(1)\n'],
    ['image with a script address', '![a](javascript:alert(1))\n'],
    ['image with a data address', '![a](data:text/html,x)\n'],
  ])('is sanitized: %s', async (_name, text) => {
    expect((await render(text)).bodyHtml).not.toMatch(/<script|<iframe|onclick|onerror|javascript:|vbscript:|data:/i);
  });

  test('loads no picture from elsewhere', async () => {
    expect((await render('![a](https://tracker.example/a.png)\n')).bodyHtml).not.toContain('tracker.example');
  });

  test.each([
    ['a link', '[a](/matrix/)\n'],
    ['a link with a title', '[a](/matrix/ "b")\n'],
    ['a link by reference', '[a][b]\n\n[b]: /matrix/\n'],
  ])('%s into the site stands below its base', async (_name, text) => {
    expect((await render(text, '/sub/')).bodyHtml).toContain('href="/sub/matrix/"');
    expect((await render(text, '/')).bodyHtml).toContain('href="/matrix/"');
  });

  test('a comment of a shell is no title, and stays in its code', async () => {
    const { title, bodyHtml } = await render('```sh\n# install\nnpm install\n```\n\n# Title\n');
    expect(title).toBe('Title');
    expect(bodyHtml).toContain('# install');
  });

  test('a page without a heading has no title', async () => {
    expect(await render('text\n')).toEqual({ title: '', bodyHtml: '<p>text</p>', embeds: [] });
  });

  test('has marks where directives stand, and every other colon as it was written', async () => {
    const prose = await render(
      '# A\n\n::figure{id=one}\n\nHolds :value{run=a/b}, at 10:30, note:this, ::b and `:c{d}`.\n',
    );
    expect(prose.embeds).toEqual([
      { name: 'figure', attributes: { id: 'one' }, block: true },
      { name: 'value', attributes: { run: 'a/b' }, block: false },
    ]);
    expect(prose.bodyHtml).toContain(`<p>${markOf(0)}</p>`);
    expect(prose.bodyHtml).toContain(`<p>Holds ${markOf(1)}, at 10:30, note:this, ::b and <code>:c{d}</code>.</p>`);
  });

  test('is kept by its content: the same text is made once, another one anew', async () => {
    const effects = memoryEffects({}, memoryFiles({}));
    const written: string[] = [];
    const counting = {
      ...effects,
      cache: {
        ...effects.cache,
        write: (key: string, text: string) => {
          written.push(key);
          effects.cache.write(key, text);
        },
      },
    };
    const page = (text: string, base = '/') => renderMarkdown({ file: 'site/pages/a.md', text }, base, counting);
    const first = await page('# A\n\n[a](/b)\n');
    expect(await page('# A\n\n[a](/b)\n')).toEqual(first);
    expect(written.length).toBe(1);
    expect((await page('# A\n\n[a](/b)\n', '/sub/')).bodyHtml).toContain('/sub/b');
    expect((await page('# A\n\nelse\n')).bodyHtml).toBe('<p>else</p>');
    expect(new Set(written).size).toBe(3);
  });
});
