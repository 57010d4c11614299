import type { Output, TextFile } from '../../scripts/domain/source.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { renderMarkdown } from '../../scripts/render/markdown.ts';
import type { PageMaker } from '../layout/page.ts';
import { type ProseContext, placeEmbeds } from './directives.ts';

/** The pages of prose, `site/pages/<name>.md`, with the figures and tables that their directives ask for. */
export async function renderProse(
  shown: ProseContext,
  pages: readonly TextFile[],
  page: PageMaker,
  effects: Effects,
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const file of pages) {
    const prose = await renderMarkdown(file, shown.report.site.base, effects);
    const path = file.file.replace(/^site\/pages\//, '').replace(/\.md$/, '/');
    const view = { title: prose.title, bodyHtml: placeEmbeds(prose, shown) };
    const scripts = prose.embeds.some(({ name }) => name === 'figure') ? ['figure'] : [];
    outputs.push(page(path, 'prose', view, prose.title, prose.title, scripts));
  }
  return outputs;
}
