import type { Effects } from '../effects.ts';
import type { Output, TextFile } from '../model.ts';
import type { ProgramSet } from '../program.ts';
import type { Report } from '../report.ts';
import type { FigurePart, Redirect } from '../validate/figures.ts';
import { renderAround } from './around.ts';
import { bundleClient, type ClientScripts } from './assets/client.ts';
import { packStyles } from './assets/styles.ts';
import { inlineCss } from './drawing/svg.ts';
import { type Figures, renderFigures, runKey } from './figure/figure.ts';
import { drawComparison } from './figure/then-and-now.ts';
import { renderFrameworks } from './framework/pages.ts';
import { renderMarkdown } from './markdown.ts';
import { renderFilters } from './matrix/facets.ts';
import { viewFeatures } from './matrix/features.ts';
import { viewComparison, viewMatrix, viewShortlist } from './matrix/matrix.ts';
import { viewContradictions, viewReview } from './matrix/review.ts';
import { viewOverview } from './overview.ts';
import { type PageAssets, type PageMaker, pageMaker } from './page.ts';
import { benchmarkDataset, runDataset } from './run/dataset.ts';
import { viewRun, viewTestbeds } from './run/run.ts';
import { renderSchemas } from './schema.ts';
import { compileTemplates } from './templates.ts';
import { renderCards } from './vessels/cards.ts';
import { placeEmbeds, type Shown } from './vessels/prose.ts';
import { renderRedirects } from './vessels/redirects.ts';
import { gatherFigures, renderVessels } from './vessels/vessels.ts';

/** What a site is made from beside its report: templates, styles, scripts, prose, measured programs. */
export interface Material {
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
    page('features/', 'features', viewFeatures(report), 'Features', 'The questions asked of every framework.'),
    ...renderReviews(report, page),
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

/** Style sheet, faces and scripts: what all pages share, and where each of it lies. */
async function shareAssets(
  material: Material,
  client: ClientScripts,
  effects: Effects,
): Promise<{ readonly assets: PageAssets; readonly outputs: readonly Output[] }> {
  const { hash } = effects;
  const sheets = [...material.styles.map(({ text }) => text), `@layer parts{${inlineCss()}}\n`];
  const stylesheet = await packStyles(sheets, effects);
  const theme = client.standalone.get('theme');
  const early = theme === undefined ? [] : [{ path: `assets/theme-${hash(theme).slice(0, 10)}.js`, content: theme }];
  const faces = material.assets.map(({ path }) => path).filter((path) => /^(?!.*italic).*\.woff2$/.test(path));
  return {
    assets: { stylesheet: stylesheet.path, early: early.map(({ path }) => path), faces, client },
    outputs: [stylesheet, ...early, ...material.assets, ...client.outputs],
  };
}

function renderReviews(report: Report, page: PageMaker): readonly Output[] {
  return [
    page(
      'contradictions/',
      'contradictions',
      viewContradictions(report),
      'What the repositories say against us',
      "Every claim that the framework's own repository contradicts, with both proofs.",
    ),
    page(
      'review/',
      'review',
      viewReview(report),
      'Claims to review',
      'Answers older than the review age of their feature.',
    ),
  ];
}

async function renderMatrices(
  report: Report,
  page: PageMaker,
  templates: readonly TextFile[],
  effects: Effects,
): Promise<readonly Output[]> {
  const { editions, living, comparisons, shortlists } = report;
  const byShortlist = [...Map.groupBy(shortlists, ({ shortlist }) => shortlist.id).values()];
  const changes: object[] = [];
  for (const one of comparisons) {
    changes.push({ ...viewComparison(one, report), figures: [await drawComparison(one, templates, effects)] });
  }
  return [
    ...editions.flatMap((edition) => {
      const filters = renderFilters(edition, report, effects.hash);
      const path = edition === living ? 'matrix/' : `matrix/${edition.definition.id}/`;
      const title = `Matrix: ${edition.definition.label}`;
      const matrix = page(
        path,
        'matrix',
        { ...viewMatrix(edition, report), filters: filters.view },
        title,
        `The feature matrix as of ${edition.asOf}; every cell leads to its proof.`,
        ['matrix', 'filters'],
      );
      return [matrix, filters.output];
    }),
    page('then-and-now/', 'comparison', { comparisons: changes }, 'Then and now', 'What became of every answer.'),
    page(
      'shortlists/',
      'shortlists',
      { shortlists: byShortlist.map((results) => viewShortlist(results, report)) },
      'Shortlists',
      'Named rules, applied to every edition.',
    ),
  ];
}

function renderBenchmarks(report: Report, figures: Figures, page: PageMaker): readonly Output[] {
  const { base } = report.site;
  const pages = report.benchmarks.flatMap((benchmark) => {
    const { id, title, summary, workload } = benchmark.benchmark;
    const runs = benchmark.runs.map((run) => {
      const shown = { ...viewRun(benchmark, run, report), figures: figures.byRun.get(runKey(benchmark, run)) ?? [] };
      return { run, shown };
    });
    const views = runs.map(({ shown }) => shown);
    return [
      page(
        `benchmarks/${id}/`,
        'benchmark',
        {
          title,
          summary,
          workload,
          lead: views[0] ?? null,
          ...viewTestbeds(benchmark, report),
          datasetHtml: benchmarkDataset(benchmark, report),
        },
        title,
        summary,
      ),
      ...runs.map(({ run, shown }) =>
        page(
          `benchmarks/${id}/${run.run.id}/`,
          'run',
          { ...shown, datasetHtml: runDataset(benchmark, run, report) },
          `${title}: ${run.run.title}`,
          summary,
        ),
      ),
    ];
  });
  const list = report.benchmarks.map(({ benchmark: { id, title, summary } }) => ({
    title,
    summary,
    href: `${base}benchmarks/${id}/`,
  }));
  return [
    page(
      'benchmarks/',
      'benchmarks',
      { benchmarks: list },
      'Benchmarks',
      'What was measured, on which machine, and how.',
    ),
    ...pages,
  ];
}

async function renderProse(
  shown: Shown,
  pages: readonly TextFile[],
  page: PageMaker,
  effects: Effects,
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const file of pages) {
    const prose = await renderMarkdown(file, shown.report.site.base, effects);
    const path = file.file.replace(/^site\/pages\//, '').replace(/\.md$/, '/');
    const view = { title: prose.title, bodyHtml: await placeEmbeds(prose, shown) };
    const scripts = prose.embeds.some(({ name }) => name === 'figure') ? ['figure'] : [];
    outputs.push(page(path, 'prose', view, prose.title, prose.title, scripts));
  }
  return outputs;
}

function renderRobots({ site }: Report): Output {
  return { path: 'robots.txt', content: `User-agent: *\nAllow: /\nSitemap: ${site.url}${site.base}sitemap.xml\n` };
}

function renderSitemap({ site, updated }: Report, pages: readonly Output[]): Output {
  const paths = [
    '',
    ...pages.filter(({ path }) => path.endsWith('/index.html')).map(({ path }) => path.replace(/index\.html$/, '')),
  ];
  const entries = paths.map(
    (path) => `<url><loc>${site.url}${site.base}${path}</loc><lastmod>${updated}</lastmod></url>\n`,
  );
  return {
    path: 'sitemap.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`,
  };
}
