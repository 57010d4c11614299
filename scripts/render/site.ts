import type { Effects } from '../effects.ts';
import type { Output, TextFile } from '../model.ts';
import type { ProgramSet } from '../program.ts';
import type { Report } from '../report.ts';
import type { FigurePart, Redirect } from '../validate/figures.ts';
import { renderAround } from './around.ts';
import { shareAssets } from './assets/assets.ts';
import { bundleClient } from './assets/client.ts';
import { renderFigures } from './figure/figure.ts';
import { renderFrameworks } from './framework/pages.ts';
import { renderMatrices } from './matrix/pages.ts';
import { viewOverview } from './overview.ts';
import { pageMaker } from './page.ts';
import { renderProse } from './prose.ts';
import { renderBenchmarks } from './run/pages.ts';
import { renderSchemas } from './schema.ts';
import { renderRobots, renderSitemap } from './sitemap.ts';
import { compileTemplates } from './templates.ts';
import { renderCards } from './vessels/cards.ts';
import { renderRedirects } from './vessels/redirects.ts';
import { gatherFigures, renderVessels } from './vessels/vessels.ts';

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
