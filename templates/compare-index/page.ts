import { comparisonFiles, viewCompared } from '../compare/data.ts';
import { preparedPages } from '../compare/page.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewCompareIndex } from './view.ts';

/** The page on which frameworks are picked, with the files from which a script sets them side by side; and every prepared comparison. */
export function comparisons(site: Site): readonly (Page<'compare-index'> | Page<'compare'>)[] {
  const compared = viewCompared(site);
  const index: Page<'compare-index'> = {
    url: site.paths.compare,
    template: 'compare-index',
    view: viewCompareIndex(site),
    title: 'Compare',
    description:
      'Two to six frameworks side by side: answers, measurements with their intervals, programs line by line.',
    scripts: ['compare'],
    policy: ["frame-src 'self'"],
    files: comparisonFiles(compared),
  };
  return [index, ...preparedPages(compared, site)];
}
