import { beforeAll, describe, expect, test } from 'vitest';
import { fullProject } from '../support/full-project.ts';
import { inMemory, outputsOf } from '../support/project.ts';

describe('the pages of a site', () => {
  let pages: readonly (readonly [string, string])[] = [];
  beforeAll(async () => {
    const outputs = await outputsOf(inMemory(fullProject));
    pages = [...outputs].filter(([path]) => path.endsWith('.html'));
  });

  test('load no script twice', () => {
    expect(pages.filter(([, html]) => scriptsOf(html).length > 0)).not.toEqual([]);
    for (const [path, html] of pages) expect([...new Set(scriptsOf(html))], path).toEqual(scriptsOf(html));
  });

  test('load the script of figures where they show a chart, and nowhere else', () => {
    const own = pages.filter(([path]) => !path.startsWith('embed/'));
    const charts = own.filter(([, html]) => figuresIn(html).some((figure) => figure.includes('<svg')));
    const hydrated = own.filter(([, html]) => scriptsOf(html).some((src) => /\/figure-[^/]+\.js$/.test(src)));
    expect(charts).not.toEqual([]);
    expect(hydrated.map(([path]) => path)).toEqual(charts.map(([path]) => path));
  });
});

function figuresIn(html: string): readonly string[] {
  const [, ...starts] = html.split('<figure class="figure"');
  return starts.map((text) => text.slice(0, text.indexOf('</figure>')));
}

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script\b[^>]* src="([^"]+)"/g)].map(([, src = '']) => src);
}
