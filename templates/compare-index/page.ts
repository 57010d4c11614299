import { comparisonFiles } from '../compare/data.ts';
import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewCompareIndex } from './view.ts';

/** The page on which frameworks are picked, with the files from which a script sets them side by side. */
export function compareIndex(site: Site): readonly Page<'compare-index'>[] {
  return [
    {
      url: site.paths.compare,
      template: 'compare-index',
      view: viewCompareIndex(site),
      title: 'Compare',
      description:
        'Two to six frameworks side by side: answers, measurements with their intervals, programs line by line.',
      scripts: ['compare'],
      files: comparisonFiles(site),
    },
  ];
}
