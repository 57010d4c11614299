import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewOverview } from './view.ts';

/** The first page. */
export function overview(site: Site): readonly Page<'overview'>[] {
  const { title, tagline } = site.report.site;
  const view = viewOverview(site);
  const hasFigures = (view.measured?.figures ?? []).length > 0;
  return [
    {
      url: site.paths.home,
      template: 'overview',
      view,
      title,
      description: tagline,
      scripts: ['overview', ...(hasFigures ? ['figure'] : [])],
    },
  ];
}
