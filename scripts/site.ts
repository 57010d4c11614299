import { renderApiPages } from '../templates/api/page.ts';
import { preparedComparisons } from '../templates/compare/comparisons.ts';
import { exportFigures } from '../templates/figures/exports.ts';
import { renderFrameworks } from '../templates/framework/page.ts';
import { shareAssets } from '../templates/layout/assets.ts';
import { pageMaker } from '../templates/layout/page.ts';
import { renderMatrices } from '../templates/matrix/page.ts';
import { viewOverview } from '../templates/overview/view.ts';
import { renderProse } from '../templates/prose/page.ts';
import { renderRedirects } from '../templates/redirect/page.ts';
import { renderBenchmarks } from '../templates/run/page.ts';
import { renderRobots, renderSitemap } from '../templates/sitemap/sitemap.ts';
import type { Report } from './domain/report.ts';
import type { Output } from './domain/source.ts';
import { drawFigures } from './figures/draw.ts';
import { renderCard } from './figures/formats/cards.ts';
import { planFigures } from './figures/plan.ts';
import type { Kit } from './load/project.ts';
import type { Effects } from './platform/effects.ts';
import { bundleClient } from './render/bundle.ts';
import { compileTemplates } from './render/templates.ts';
import { renderSchemas } from './validate/publish-schemas.ts';

/** The whole site, page by page; the same outputs for the same report and kit, whatever the machine. */
export async function renderSite(report: Report, kit: Kit, effects: Effects): Promise<readonly Output[]> {
  const client = await bundleClient(kit.client, effects);
  const { assets, outputs } = await shareAssets(kit, client, effects);
  const render = compileTemplates(kit.templates);
  const page = pageMaker(report, render, assets);
  const compared = preparedComparisons(report);
  const figures = await drawFigures(planFigures(report, compared), report, kit, effects);
  const pages = [
    ...renderMatrices(report, figures, page, effects),
    page('404.html', 'not-found', {}, 'Not found', 'There is no such page.'),
  ];
  const frameworks = await renderFrameworks(report, compared, figures, page, effects);
  const api = renderApiPages(report, page);
  const shown = { report, figures, render };
  const prose = await renderProse(shown, report.prose, page, effects);
  const exported = await exportFigures(report, figures, { page, render, client, effects });
  const html = [
    ...pages,
    ...frameworks.pages,
    ...prose,
    ...renderBenchmarks(report, figures, page),
    ...api,
    ...exported.pages,
  ];
  const overview = page('', 'overview', viewOverview(report, figures), report.site.title, report.site.tagline);
  const all = [
    overview,
    ...html,
    ...frameworks.outputs,
    ...exported.outputs,
    await renderCard(report.site, effects),
    ...outputs,
    ...renderSchemas(),
    renderSitemap(report, html),
    renderRobots(report),
    { path: '.nojekyll', content: '' },
  ];
  return [...all, ...renderRedirects(report.redirects, all, report.site, render)];
}
