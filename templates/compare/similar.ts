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
  const answers = encodeAnswers(rows);
  const frameworks = rows.map(({ framework }) => framework);
  return new Map(frameworks.map(({ id }, own) => [id, findNearest(own, frameworks, answers, most)]));
}

/** A table of small numbers, a row a framework and a column a feature: equal answers have equal numbers, 0 is none. */
function encodeAnswers(rows: Edition['rows']): Uint16Array {
  const width = rows[0]?.cells.length ?? 0;
  const table = new Uint16Array(rows.length * width);
  const numbers = rows[0]?.cells.map(() => new Map<string, number>()) ?? [];
  for (const [row, { cells }] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      const key = keyOf(cell);
      const known = numbers[column];
      if (key === null || known === undefined) continue;
      const number = known.get(key) ?? known.size + 1;
      known.set(key, number);
      table[row * width + column] = number;
    }
  return table;
}

/** A hundred million pairs of ten thousand frameworks are compared, so only those that are near enough become objects. */
function findNearest(
  own: number,
  frameworks: readonly Framework[],
  answers: Uint16Array,
  most: number,
): readonly Similarity[] {
  const width = answers.length / frameworks.length;
  const start = own * width;
  const nearest: Similarity[] = [];
  for (const [other, framework] of frameworks.entries()) {
    let [equal, answered] = [0, 0];
    for (let column = 0, at = other * width; column < width; column += 1, at += 1) {
      const [one, two] = [answers[start + column] ?? 0, answers[at] ?? 0];
      if (one === 0 || two === 0) continue;
      answered += 1;
      if (one === two) equal += 1;
    }
    if (other !== own && answered >= leastAnswers && equal > 0)
      keepNearest({ framework, equal, answered }, nearest, most);
  }
  return nearest;
}

/** Puts a framework among the nearest, in order, if it is near enough. */
function keepNearest(one: Similarity, nearest: Similarity[], most: number): void {
  const last = nearest.at(-1);
  if (nearest.length === most && last !== undefined && byLikeness(last, one) < 0) return;
  const at = nearest.findIndex((other) => byLikeness(one, other) < 0);
  nearest.splice(at < 0 ? nearest.length : at, 0, one);
  if (nearest.length > most) nearest.pop();
}

/** The answer of a cell as a text, in which the order of a list does not count; null where there is none that could be compared. */
export function keyOf({ claim, feature }: Pick<MatrixCell, 'claim' | 'feature'>): string | null {
  const value = claim?.value;
  if (value === undefined || value === 'unknown' || value === 'inapplicable') return null;
  return comparable.includes(feature.kind) ? [value].flat().toSorted().join('\n') : null;
}

function byLikeness(a: Similarity, b: Similarity): number {
  const share = b.equal * a.answered - a.equal * b.answered;
  return share || b.answered - a.answered || (a.framework.name < b.framework.name ? -1 : 1);
}
