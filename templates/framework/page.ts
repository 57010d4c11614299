import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import type { Prepared } from '../compare/comparisons.ts';
import { renderComparisons } from '../compare/page.ts';
import { findSimilar } from '../compare/similar.ts';
import type { PageMaker } from '../layout/page.ts';
import { viewFigure } from '../parts/figure/view.ts';
import { showPrograms } from '../parts/program/view.ts';
import { viewFramework } from './view.ts';

const mostSimilar = 5;

/** Everything about single frameworks: the list, a page and a file for each, and pages of several side by side. */
export async function renderFrameworks(
  report: Report,
  prepared: readonly Prepared[],
  allFigures: Figures,
  page: PageMaker,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<{ readonly pages: readonly Output[]; readonly outputs: readonly Output[] }> {
  const programs = await showPrograms(report.programs, report, effects);
  const similar = findSimilar(report.latest, mostSimilar);
  const comparisons = renderComparisons(report, prepared, programs, allFigures, page);
  const pages: Output[] = [];
  for (const framework of report.frameworks) {
    const view = viewFramework(framework, report, programs, prepared, similar.get(framework.id) ?? []);
    const path = `frameworks/${framework.id}/`;
    const figures = allFigures.onPage(path).map((figure) => viewFigure(figure, report.site.base));
    const description = framework.summary ?? `${framework.name}: claims with their proofs, and results.`;
    pages.push(page(path, 'framework', { ...view, figures }, framework.name, description));
  }
  const list = page(
    'frameworks/',
    'frameworks',
    viewFrameworkList(report),
    'Frameworks',
    'Every framework, by category.',
    ['compare'],
  );
  return { pages: [list, ...pages, ...comparisons.pages], outputs: comparisons.outputs };
}

/** The frameworks by category. */
function viewFrameworkList(report: Report): object {
  const { base, categories } = report.site;
  return {
    categories: categories
      .map(({ id, label }) => ({
        label,
        frameworks: report.frameworks
          .filter(({ category }) => category === id)
          .map((framework) => ({
            id: framework.id,
            name: framework.name,
            language: framework.language,
            summary: framework.summary ?? '',
            href: `${base}frameworks/${framework.id}/`,
          })),
      }))
      .filter(({ frameworks }) => frameworks.length > 0),
  };
}
