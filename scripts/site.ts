import { renderAround } from '../templates/api/page.ts';
import { gatherFigures, renderVessels } from '../templates/figures/exports.ts';
import { renderFrameworks } from '../templates/framework/page.ts';
import { pageMaker } from '../templates/layout/page.ts';
import { renderMatrices } from '../templates/matrix/page.ts';
import { viewOverview } from '../templates/overview/view.ts';
import { renderProse } from '../templates/prose/page.ts';
import { renderRedirects } from '../templates/redirect/page.ts';
import { renderBenchmarks } from '../templates/run/page.ts';
import { renderRobots, renderSitemap } from '../templates/sitemap/sitemap.ts';
import type { ProgramSet } from './domain/program.ts';
import type { Report } from './domain/report.ts';
import type { Output, TextFile } from './domain/source.ts';
import { renderFigures } from './figures/draw.ts';
import { renderCards } from './figures/formats/cards.ts';
import type { Effects } from './platform/effects.ts';
import { shareAssets } from './render/assets.ts';
import { bundleClient } from './render/bundle.ts';
import { compileTemplates } from './render/templates.ts';
import type { FigurePart, Redirect } from './validate/figures.ts';
import { renderSchemas } from './validate/publish-schemas.ts';

/** What a site is made from beside its report: templates, styles, scripts, prose, measured programs. */
interface Material {
  readonly templates: readonly TextFile[];
  readonly styles: readonly TextFile[];
  readonly assets: readonly Output[];
  readonly client: readonly TextFile[];
  readonly pages: readonly TextFile[];
  readonly programSets: readonly ProgramSet[];
  readonly parts: readonly FigurePart[];
  readonly redirects: readonly Redirect[];
}

/** The whole site, page by page; the same outputs for the same report and material, whatever the machine. */
export async function renderSite(report: Report, material: Material, effects: Effects): Promise<readonly Output[]> {
  const client = await bundleClient(material.client, effects);
  const { assets, outputs } = await shareAssets(material, client, effects);
  const render = compileTemplates(material.templates);
  const page = pageMaker(report, render, assets);
  const pages = [
    ...(await renderMatrices(report, page, material.templates, effects)),
    page('404.html', 'not-found', {}, 'Not found', 'There is no such page.'),
  ];
  const frameworks = await renderFrameworks(report, material, page, effects);
  const figures = await renderFigures(report, material.templates, effects);
  const around = renderAround(report, page, effects);
  const fleet = await gatherFigures(report, figures, material, effects);
  const shown = { report, fleet, templates: material.templates, render, effects };
  const prose = await renderProse(shown, material.pages, page, effects);
  const vessels = await renderVessels(report, fleet, { page, render, client, effects });
  const html = [
    ...pages,
    ...frameworks.pages,
    ...prose,
    ...renderBenchmarks(report, figures, page),
    ...around,
    ...vessels.pages,
  ];
  const overview = page('', 'overview', viewOverview(report, figures), report.site.title, report.site.tagline);
  const all = [
    overview,
    ...html,
    ...frameworks.outputs,
    ...figures.outputs,
    ...vessels.outputs,
    ...(await renderCards([overview, ...html], report.site, effects)),
    ...outputs,
    ...renderSchemas(),
    renderSitemap(report, html),
    renderRobots(report),
    { path: '.nojekyll', content: '' },
  ];
  return [...all, ...renderRedirects(material.redirects, all, report.site, render)];
}
