import type { Report } from '../scripts/domain/report.ts';
import type { Output } from '../scripts/domain/source.ts';
import { drawFigures } from '../scripts/figures/draw.ts';
import { planFigures } from '../scripts/figures/plan.ts';
import type { Kit } from '../scripts/load/project.ts';
import type { Effects } from '../scripts/platform/effects.ts';
import { bundleClient, standaloneScript } from '../scripts/render/bundle.ts';
import { renderMarkdown } from '../scripts/render/markdown.ts';
import { compileTemplates } from '../scripts/render/templates.ts';
import { comparedFrameworks } from './compare/comparisons.ts';
import { frameStyle } from './embed/style.ts';
import { groupFigures } from './figures/groups.ts';
import { shareAssets } from './layout/assets.ts';
import type { PageKit } from './layout/page.ts';
import { type FrameParts, type ProsePage, type Site, siteUrls } from './layout/site.ts';
import { spanRules } from './matrix/spans.ts';
import { showPrograms } from './parts/program/view.ts';
import type { Views } from './views.ts';

/** What pages are made from and laid out with, and the files they share: all that takes time or is kept from build to build. */
export async function prepareSite(report: Report, kit: Kit, effects: Effects): Promise<Prepared> {
  const client = await bundleClient(kit.client, effects);
  const madeRules = new Map([['templates/matrix/style.css', spanRules(report.catalog)]]);
  const assets = await shareAssets(kit, client, madeRules, effects);
  const urls = siteUrls(report.site);
  const compared = comparedFrameworks({ report, ...urls });
  const figures = await drawFigures(planFigures(report, compared), report, kit, effects);
  const site: Site = {
    report,
    ...urls,
    figures,
    figureGroups: groupFigures(report, figures),
    programs: await showPrograms(report.programs, report, effects),
    prose: await readProse(report, effects),
    frame: frameParts(frameStyle(assets.frameStyle), standaloneScript(client, 'frame'), effects),
    hash: effects.hash,
  };
  const component = { path: 'embed/figure.js', content: standaloneScript(client, 'element') };
  return {
    site,
    pageKit: { render: compileTemplates<Views>(kit.templates), assets },
    outputs: [...assets.outputs, component],
  };
}

interface Prepared {
  readonly site: Site;
  readonly pageKit: PageKit;
  readonly outputs: readonly Output[];
}

async function readProse({ prose, site }: Report, effects: Effects): Promise<readonly ProsePage[]> {
  const pages: ProsePage[] = [];
  for (const page of prose) {
    const url = page.file.replace(/^site\/pages\//, '').replace(/\.md$/, '/');
    pages.push({ url, text: await renderMarkdown(page, site.base, effects) });
  }
  return pages;
}

function frameParts(styleHtml: string, script: string, { integrity }: Effects): FrameParts {
  return { styleHtml, styleIntegrity: integrity(styleHtml), scriptHtml: script, scriptIntegrity: integrity(script) };
}
