import type { FeatureKind } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Edition, MatrixCell } from '../../scripts/domain/report.ts';

/** A framework and how its answers compare with another's. */
export interface Similarity {
  readonly framework: Framework;
  /** Features on which both give the same answer. */
  readonly equal: number;
  /** Features that both answer. */
  readonly answered: number;
}

/** Fewer common answers than this say nothing. */
export const leastAnswers = 10;

// Words, links and dates differ between any two frameworks, so they tell nothing of likeness.
const comparable: readonly FeatureKind[] = ['support', 'license', 'choice', 'list'];

/**
 * For every framework those most like it: by the share of equal answers among the features that both answer; ties by the number of
 * answers, then by name.
 */
export function findSimilar({ rows }: Edition, most: number): ReadonlyMap<string, readonly Similarity[]> {
  // Every answer becomes a text once; a thousand frameworks are half a million pairs.
  const answers = rows.map(({ framework, cells }) => ({ framework, keys: cells.map(keyOf) }));
  return new Map(
    answers.map((own) => {
      const others = answers.filter((one) => one !== own).map((one) => compareAnswers(own, one));
      const alike = others.filter(({ answered, equal }) => answered >= leastAnswers && equal > 0);
      return [own.framework.id, alike.sort(byLikeness).slice(0, most)];
    }),
  );
}

/** The answer of a cell as a text, in which the order of a list does not count; null where there is none that could be compared. */
export function keyOf({ claim, feature }: Pick<MatrixCell, 'claim' | 'feature'>): string | null {
  const value = claim?.value;
  if (value === undefined || value === 'unknown' || value === 'inapplicable') return null;
  return comparable.includes(feature.kind) ? [value].flat().toSorted().join('\n') : null;
}

interface Answers {
  readonly framework: Framework;
  readonly keys: readonly (string | null)[];
}

function compareAnswers(own: Answers, { framework, keys }: Answers): Similarity {
  let [equal, answered] = [0, 0];
  for (const [index, key] of own.keys.entries()) {
    const other = keys[index];
    if (key === null || other == null) continue;
    answered += 1;
    if (key === other) equal += 1;
  }
  return { framework, equal, answered };
}

function byLikeness(a: Similarity, b: Similarity): number {
  const share = b.equal * a.answered - a.equal * b.answered;
  return share || b.answered - a.answered || (a.framework.name < b.framework.name ? -1 : 1);
}
