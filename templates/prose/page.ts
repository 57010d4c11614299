import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewProse } from './view.ts';

/** The pages of prose, `site/pages/<name>.md`, with the figures and tables that their directives ask for. */
export function prose(site: Site): readonly Page<'prose'>[] {
  return site.prose.map(({ url, text }) => {
    const view = viewProse(text, site);
    return {
      url,
      template: 'prose',
      view,
      title: text.title,
      description: text.title,
      scripts: view.blocks.some(({ figure }) => figure !== null) ? ['figure'] : [],
    };
  });
}
