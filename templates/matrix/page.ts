import { changesId } from '../../scripts/domain/figure.ts';
import type { Edition, Report } from '../../scripts/domain/report.ts';
import type { Output } from '../../scripts/domain/source.ts';
import type { Figures } from '../../scripts/figures/figures.ts';
import type { Effects } from '../../scripts/platform/effects.ts';
import { viewFeatures } from '../features/view.ts';
import type { PageMaker } from '../layout/page.ts';
import { viewFigure } from '../parts/figure/view.ts';
import { viewContradictions, viewReview } from '../review/view.ts';
import { renderFilters } from './filters.ts';
import { viewEditionDiff, viewMatrix, viewShortlist } from './view.ts';

/** The pages of claims: every edition with its filters, what became of it, shortlists, features, what is in doubt. */
export function renderMatrices(
  report: Report,
  figures: Figures,
  page: PageMaker,
  effects: Pick<Effects, 'hash'>,
): readonly Output[] {
  return [
    ...report.editions.flatMap((edition) => renderEdition(edition, report, page, effects)),
    renderThenAndNow(report, figures, page),
    renderShortlists(report, page),
    page('features/', 'features', viewFeatures(report), 'Features', 'The questions asked of every framework.'),
    ...renderReviews(report, page),
  ];
}

function renderEdition(
  edition: Edition,
  report: Report,
  page: PageMaker,
  { hash }: Pick<Effects, 'hash'>,
): readonly Output[] {
  const filters = renderFilters(edition, report, hash);
  const { id, label } = edition.definition;
  const matrix = page(
    edition === report.latest ? 'matrix/' : `matrix/${id}/`,
    'matrix',
    { ...viewMatrix(edition, report), filters: filters.view },
    `Matrix: ${label}`,
    `The feature matrix as of ${edition.asOf}; every cell leads to its proof.`,
    ['matrix', 'filters'],
  );
  return [matrix, filters.output];
}

function renderThenAndNow(report: Report, figures: Figures, page: PageMaker): Output {
  const comparisons = report.comparisons.map((diff) => {
    const figure = figures.get(changesId(diff.before.definition.id));
    return {
      ...viewEditionDiff(diff, report),
      figures: figure === null ? [] : [viewFigure(figure, report.site.base)],
    };
  });
  return page('then-and-now/', 'edition-diff', { comparisons }, 'Then and now', 'What became of every answer.');
}

function renderShortlists(report: Report, page: PageMaker): Output {
  const results = Map.groupBy(report.shortlists, ({ shortlist }) => shortlist.id).values();
  const shortlists = [...results].map((one) => viewShortlist(one, report));
  return page('shortlists/', 'shortlists', { shortlists }, 'Shortlists', 'Named rules, applied to every edition.');
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
