import { changesId } from '../../scripts/domain/figure.ts';
import type { EditionDiff } from '../../scripts/domain/report.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Site } from '../layout/site.ts';
import { type EditionChangesView, formatEditions, viewEditionChanges } from '../parts/edition-changes/view.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';

/** What became of the answers of each older edition. */
export interface EditionDiffsView {
  readonly comparisons: readonly EditionDiffView[];
}

interface EditionDiffView {
  readonly anchor: string;
  readonly title: string;
  readonly summary: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly beforeHref: string;
  readonly figures: readonly FigureView[];
  readonly frameworks: readonly FrameworkView[];
}

interface FrameworkView extends EditionChangesView {
  readonly name: string;
  readonly href: string;
}

/** Every older edition beside the latest, framework by framework. */
export function viewEditionDiffs(site: Site): EditionDiffsView {
  return { comparisons: site.report.comparisons.map((diff) => viewEditionDiff(diff, site)) };
}

function viewEditionDiff(diff: EditionDiff, site: Site): EditionDiffView {
  const { before, after, rows } = diff;
  const { urls } = site;
  const figure = site.figures.get(changesId(before.definition.id));
  const all = rows.flatMap(({ changes }) => changes);
  const count = (kind: string): number => all.filter((change) => change.kind === kind).length;
  return {
    anchor: before.definition.id,
    title: formatEditions(diff),
    summary: `${formatCount(all.length, 'cell')}: ${count('changed')} changed, ${count('same')} unchanged, ${count('repeated')} without a newer claim.`,
    beforeLabel: before.definition.label,
    afterLabel: after.definition.label,
    beforeHref: urls.edition(before.definition.id),
    figures: figure === null ? [] : [viewFigure(figure, urls)],
    frameworks: rows.map(({ framework, changes }) => ({
      name: framework.name,
      href: urls.framework(framework.id),
      ...viewEditionChanges(changes, diff, urls),
    })),
  };
}
