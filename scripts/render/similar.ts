import type { ClaimValue, Feature, FeatureKind, Framework } from '../model.ts';
import type { Edition, EditionRow } from '../report.ts';

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

/** The frameworks most like one: by the share of equal answers among the features that both answer; ties by the number, then by name. */
export function similarTo({ id }: Framework, { rows }: Edition, most: number): readonly Similarity[] {
  const own = rows.find(({ framework }) => framework.id === id);
  if (own === undefined) return [];
  return rows
    .filter((row) => row !== own)
    .map((row) => compareAnswers(own, row))
    .filter(({ answered, equal }) => answered >= leastAnswers && equal > 0)
    .sort(
      (a, b) =>
        b.equal * a.answered - a.equal * b.answered ||
        b.answered - a.answered ||
        (a.framework.name < b.framework.name ? -1 : 1),
    )
    .slice(0, most);
}

/** Is this the same answer? The order of a list does not count. */
export function sameAnswer(a: ClaimValue, b: ClaimValue): boolean {
  return JSON.stringify([a].flat().toSorted()) === JSON.stringify([b].flat().toSorted());
}

/** The answer of a cell, null where there is none that could be compared. */
export function answerOf(value: ClaimValue | undefined, { kind }: Feature): ClaimValue | null {
  return value === undefined || value === 'unknown' || value === 'inapplicable' || !comparable.includes(kind)
    ? null
    : value;
}

function compareAnswers(own: EditionRow, row: EditionRow): Similarity {
  const pairs = own.cells.flatMap(({ claim, feature }, index) => {
    const [a, b] = [answerOf(claim?.value, feature), answerOf(row.cells[index]?.claim?.value, feature)];
    return a === null || b === null ? [] : [sameAnswer(a, b)];
  });
  return { framework: row.framework, equal: pairs.filter((same) => same).length, answered: pairs.length };
}
