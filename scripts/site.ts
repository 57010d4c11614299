import { api } from '../templates/api/page.ts';
import { badges } from '../templates/badges/page.ts';
import { benchmarks } from '../templates/benchmark/page.ts';
import { benchmarkList } from '../templates/benchmarks/page.ts';
import { changes } from '../templates/changes/page.ts';
import { comparisons } from '../templates/compare-index/page.ts';
import { contradictions } from '../templates/contradictions/page.ts';
import { editionDiffs } from '../templates/edition-diff/page.ts';
import { frames } from '../templates/embed/page.ts';
import { features } from '../templates/features/page.ts';
import { figurePages } from '../templates/figure/page.ts';
import { figureExports } from '../templates/figures/groups.ts';
import { figureList } from '../templates/figures/page.ts';
import { frameworks } from '../templates/framework/page.ts';
import { frameworkList } from '../templates/frameworks/page.ts';
import { type AnyPage, layOut } from '../templates/layout/page.ts';
import type { Site } from '../templates/layout/site.ts';
import { matrix } from '../templates/matrix/page.ts';
import { notFound } from '../templates/not-found/page.ts';
import { overview } from '../templates/overview/page.ts';
import { prepareSite } from '../templates/prepare.ts';
import { prose } from '../templates/prose/page.ts';
import { movedFiles, redirects } from '../templates/redirect/page.ts';
import { review } from '../templates/review/page.ts';
import { runs } from '../templates/run/page.ts';
import { shortlists } from '../templates/shortlists/page.ts';
import { renderRobots, renderSitemap } from '../templates/sitemap/sitemap.ts';
import type { Report } from './domain/report.ts';
import type { Output } from './domain/source.ts';
import { renderCard } from './figures/formats/cards.ts';
import type { Kit } from './load/project.ts';
import type { Effects } from './platform/effects.ts';
import { renderSchemas } from './validate/publish-schemas.ts';

/** The whole site; the same outputs for the same report and kit, whatever the machine. */
export async function renderSite(report: Report, kit: Kit, effects: Effects): Promise<readonly Output[]> {
  const { site, pageKit, outputs } = await prepareSite(report, kit, effects);
  // Pictures are drawn by other threads while pages are made.
  const exported = figureExports(site, effects);
  const pages = pagesOf(site);
  const files = [
    ...pages.flatMap((page) => layOut(page, site, pageKit)),
    ...outputs,
    ...(await exported),
    await renderCard(report.site, effects),
    ...renderSchemas(),
    renderSitemap(site, pages),
    renderRobots(site),
    { path: '.nojekyll', content: '' },
  ];
  const moved = redirects(site, files).flatMap((page) => layOut(page, site, pageKit));
  return [...files, ...moved, ...movedFiles(site, files)];
}

/** Every page of the site but redirects. */
export function pagesOf(site: Site): readonly AnyPage[] {
  return [
    ...overview(site),
    ...matrix(site),
    ...editionDiffs(site),
    ...shortlists(site),
    ...features(site),
    ...contradictions(site),
    ...review(site),
    ...frameworkList(site),
    ...frameworks(site),
    ...comparisons(site),
    ...prose(site),
    ...benchmarkList(site),
    ...benchmarks(site),
    ...runs(site),
    ...changes(site),
    ...api(site),
    ...figureList(site),
    ...figurePages(site),
    ...badges(site),
    ...frames(site),
    ...notFound(site),
  ];
}
