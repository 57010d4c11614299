import type { Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import type { PageMaker } from '../layout/page.ts';
import { viewFigure } from '../parts/figure/view.ts';
import type { ProgramView } from '../parts/program/view.ts';
import type { ComparedFramework, QuestionGroup, RunSummary } from './client/model.ts';
import { mostColumns } from './client/view.ts';
import type { Prepared } from './comparisons.ts';
import { renderComparedFrameworks, viewComparedFrameworks, viewQuestions, viewRuns } from './data.ts';
import { viewFrameworkComparison } from './view.ts';

/** Pages of frameworks side by side, and the files from which the browser makes others. */
interface ComparisonOutputs {
  readonly pages: readonly Output[];
  readonly outputs: readonly Output[];
}

/** A page for every prepared comparison, the page on which others are chosen, and a file for every framework. */
export function renderComparisons(
  report: Report,
  prepared: readonly Prepared[],
  programs: readonly ProgramView[],
  allFigures: Figures,
  page: PageMaker,
): ComparisonOutputs {
  const comparedFrameworks = viewComparedFrameworks(report, programs);
  const [runs, questions] = [viewRuns(report), viewQuestions(report)];
  const pages: Output[] = [
    page('compare/', 'compare-index', viewIndex(prepared, report), 'Compare', description, ['compare']),
  ];
  for (const one of prepared) {
    const own = one.frameworks.flatMap(({ id }) => comparedFrameworks.find((compared) => compared.id === id) ?? []);
    const figures = allFigures.onPage(one.path).map((figure) => viewFigure(figure, report.site.base));
    const view = viewFrameworkComparison(one, own, questions, runs, figures, report.site.base);
    pages.push(
      page(one.path, 'compare', view, `Compare: ${one.title}`, describe(one), figures.length === 0 ? [] : ['figure']),
    );
  }
  const index = {
    path: 'compare/index.json',
    content: `${JSON.stringify(indexOf(comparedFrameworks, questions, runs))}\n`,
  };
  return { pages, outputs: [index, ...renderComparedFrameworks(comparedFrameworks)] };
}

const description =
  'Two to six frameworks side by side: answers, measurements with their intervals, programs line by line.';

function describe({ frameworks }: Prepared): string {
  return `${frameworks.map(({ name }) => name).join(', ')} side by side: answers, measurements with their intervals, programs line by line.`;
}

function viewIndex(prepared: readonly Prepared[], { frameworks, site }: Report): object {
  return {
    most: String(mostColumns),
    prepared: prepared.map(({ path, title, note, shortlist, frameworks: members }) => ({
      href: `${site.base}${path}`,
      title,
      note,
      // A set that the settings name has its members for a title.
      names: shortlist === null ? '' : members.map(({ name }) => name).join(', '),
    })),
    categories: site.categories
      .map(({ id, label }) => ({
        label,
        frameworks: frameworks
          .filter(({ category }) => category === id)
          .map((framework) => ({ id: framework.id, name: framework.name })),
      }))
      .filter((category) => category.frameworks.length > 0),
    actionHref: `${site.base}compare/`,
  };
}

/** What the browser needs beside the frameworks' own files. */
function indexOf(
  comparedFrameworks: readonly ComparedFramework[],
  questions: readonly QuestionGroup[],
  runs: readonly RunSummary[],
): object {
  return { frameworks: comparedFrameworks.map(({ id, name }) => ({ id, name })), questions, runs };
}
