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
  const lists = rows.map(({ framework }): Nearest => ({ framework, nearest: [], most }));
  for (const [index, own] of lists.entries()) compareWithLater(own, index, lists, answers);
  return new Map(lists.map(({ framework, nearest }) => [framework.id, nearest]));
}

/** A framework, and those that are most like it among all that it was compared with. */
interface Nearest {
  readonly framework: Framework;
  readonly nearest: Similarity[];
  readonly most: number;
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

/** The answer of a cell as a text, in which the order of a list does not count; null where there is none that could be compared. */
export function keyOf({ claim, feature }: Pick<MatrixCell, 'claim' | 'feature'>): string | null {
  const value = claim?.value;
  if (value === undefined || value === 'unknown' || value === 'inapplicable') return null;
  return comparable.includes(feature.kind) ? [value].flat().toSorted().join('\n') : null;
}

/** Fifty million pairs of ten thousand frameworks: each is compared once, and only those that are near enough become objects. */
function compareWithLater(own: Nearest, index: number, lists: readonly Nearest[], answers: Uint16Array): void {
  const width = answers.length / lists.length;
  const start = index * width;
  const end = start + width;
  for (let other = index + 1, at = end; other < lists.length; other += 1) {
    let equal = 0;
    let answered = 0;
    for (let column = start; column < end; column += 1, at += 1) {
      const one = answers[column];
      const two = answers[at];
      if (one !== 0 && two !== 0) answered += 1;
      if (one !== 0 && one === two) equal += 1;
    }
    const later = lists[other];
    if (answered < leastAnswers || equal === 0 || later === undefined) continue;
    keepIfNear(own, later.framework, equal, answered);
    keepIfNear(later, own.framework, equal, answered);
  }
}

function keepIfNear({ nearest, most }: Nearest, framework: Framework, equal: number, answered: number): void {
  const last = nearest.length < most ? undefined : nearest.at(-1);
  if (last !== undefined && equal * last.answered < last.equal * answered) return;
  const one = { framework, equal, answered };
  const at = nearest.findIndex((other) => byLikeness(one, other) < 0);
  if (at < 0 && last !== undefined) return;
  nearest.splice(at < 0 ? nearest.length : at, 0, one);
  if (nearest.length > most) nearest.pop();
}

function byLikeness(a: Similarity, b: Similarity): number {
  const share = b.equal * a.answered - a.equal * b.answered;
  return share || b.answered - a.answered || (a.framework.name < b.framework.name ? -1 : 1);
}
