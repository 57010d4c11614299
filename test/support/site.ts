import type { Report } from '../../scripts/domain/report.ts';
import { figuresOf } from '../../scripts/figures/figures.ts';
import { type Site, siteUrls } from '../../templates/layout/site.ts';

/** A site of a report alone: without figures, programs and prose. */
export function siteOf(report: Report): Site {
  return {
    report,
    ...siteUrls(report.site),
    figures: figuresOf([], report.site),
    figureGroups: [],
    programs: [],
    prose: [],
    frame: { styleHtml: '', styleIntegrity: '', scriptHtml: '', scriptIntegrity: '' },
    hash: (text) => `hash${text.length}-------`,
  };
}
