import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import { chartTemplates } from '../../scripts/figures/draw.ts';
import { drawHighlight } from '../../scripts/figures/highlight.ts';
import type { Kit } from '../../scripts/load/project.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { preparedComparisons } from '../compare/comparisons.ts';
import { renderComparisons } from '../compare/page.ts';
import { findSimilar } from '../compare/similar.ts';
import type { PageMaker } from '../layout/page.ts';
import { showPrograms } from '../parts/program/view.ts';
import { viewFramework } from './view.ts';

const mostSimilar = 5;

/** Everything about single frameworks: the list, a page and a file for each, and pages of several side by side. */
export async function renderFrameworks(
  report: Report,
  { templates }: Kit,
  page: PageMaker,
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<{ readonly pages: readonly Output[]; readonly outputs: readonly Output[] }> {
  const programs = await showPrograms(report.programs, report, effects);
  const prepared = preparedComparisons(report);
  const similar = findSimilar(report.latest, mostSimilar);
  const comparisons = await renderComparisons(report, prepared, programs, templates, page, effects);
  const charts = chartTemplates(templates);
  const pages: Output[] = [];
  for (const framework of report.frameworks) {
    const view = viewFramework(framework, report, programs, prepared, similar.get(framework.id) ?? []);
    const figures = await drawHighlight(framework, report, charts, effects);
    const description = framework.summary ?? `${framework.name}: claims with their proofs, and results.`;
    pages.push(page(`frameworks/${framework.id}/`, 'framework', { ...view, figures }, framework.name, description));
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
