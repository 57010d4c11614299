import { earliestDay } from '../../scripts/domain/dates.ts';
import type { MatrixCell } from '../../scripts/domain/report.ts';
import { editHref } from '../../scripts/render/forge.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { type CellView, viewCell } from '../parts/cell/view.ts';

/** Today's answers that are older than their feature's review age. */
export interface ReviewView {
  readonly summary: string;
  /** `Tests 3, License 5`. */
  readonly ages: string;
  readonly frameworks: readonly FrameworkView[];
}

interface FrameworkView {
  readonly name: string;
  readonly href: string;
  readonly editHref: string;
  readonly cells: readonly LabeledCell[];
}

interface LabeledCell extends CellView {
  readonly label: string;
}

/** The answers to review by framework, the oldest first. */
export function viewReview({ report, urls }: Site): ReviewView {
  const { toReview, site, catalog } = report;
  const byFramework = [...Map.groupBy(toReview, ({ framework }) => framework)];
  const years = catalog.features.flatMap(({ label, reviewYears }) =>
    reviewYears === null ? [] : [`${label} ${reviewYears}`],
  );
  return {
    summary: `${formatCount(toReview.length, 'answer')} for ${formatCount(byFramework.length, 'framework')} to review.`,
    ages: years.join(', '),
    frameworks: byFramework.map(([framework, cells]) => ({
      name: framework.name,
      href: urls.framework(framework.id),
      editHref: editHref(framework.file, site),
      cells: [...cells].sort(byAge).map((cell) => ({ label: cell.feature.label, ...viewCell(cell, urls) })),
    })),
  };
}

function byAge(a: MatrixCell, b: MatrixCell): number {
  const [left, right] = [a, b].map(({ claim }) => (claim?.on == null ? '' : earliestDay(claim.on)));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
