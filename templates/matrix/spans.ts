import type { Catalog } from '../../scripts/domain/feature.ts';

/** The rules by which the head of a group spans its columns: the policy allows no inline style, and not every browser reads `colspan` in CSS. */
export function spanRules({ groups, features }: Catalog): string {
  const sizes = groups.map(({ id }) => features.filter(({ group }) => group === id).length);
  // Folded and hidden columns leave a group with any smaller span.
  const spans = Array.from({ length: Math.max(0, ...sizes) }, (_, index) => index + 1).slice(1);
  return spans.map((span) => `.matrix .groups [colspan="${span}"]{grid-column:span ${span}}`).join('');
}
