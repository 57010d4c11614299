import type { CellChange, EditionDiff } from '../../../scripts/domain/report.ts';
import type { Urls } from '../../../scripts/render/urls.ts';
import { type CellView, viewCell } from '../cell/view.ts';

/** How a framework's answers have changed since an edition. */
export interface EditionChangesView {
  /** The labels of features with the same answer. */
  readonly unchanged: string;
  /** The labels of features that nobody has answered since. */
  readonly repeated: string;
  readonly changes: readonly { readonly label: string; readonly before: CellView; readonly after: CellView }[];
}

/** A framework's answers by kind of change. */
export function viewEditionChanges(
  changes: readonly CellChange[],
  { before }: Pick<EditionDiff, 'before'>,
  urls: Urls,
): EditionChangesView {
  const ownText = before.definition.source !== null;
  return {
    unchanged: labelsOf(changes, 'same'),
    repeated: labelsOf(changes, 'repeated'),
    changes: changes
      .filter(({ kind }) => kind === 'changed')
      .map((change) => ({
        label: change.before.feature.label,
        before: viewCell(change.before, urls, ownText),
        after: viewCell(change.after, urls),
      })),
  };
}

function labelsOf(changes: readonly CellChange[], kind: CellChange['kind']): string {
  return changes
    .filter((change) => change.kind === kind)
    .map(({ before }) => before.feature.label)
    .join(', ');
}

/** `Autumn 2009 and latest`. */
export function formatEditions({ before, after }: Pick<EditionDiff, 'before' | 'after'>): string {
  return `${before.definition.label} and ${after.definition.label.toLowerCase()}`;
}
