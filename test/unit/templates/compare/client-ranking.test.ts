import { describe, expect, test } from 'vitest';
import type { Relation } from '../../../../templates/compare/client/model.ts';
import { formatRanking, type RankedSweep } from '../../../../templates/compare/client/ranking.ts';

/** Sweeps `A`, `B` … of frameworks of their own (or those given), with the relations of each pair: `AB: ['higher', '2/s']`. */
function sweepsOf(
  pairs: Readonly<Record<string, readonly [Relation, string]>>,
  comparedFrameworks: Readonly<Record<string, string>> = {},
): readonly RankedSweep[] {
  const labels = [...new Set(Object.keys(pairs).flatMap((pair) => [...pair]))].sort();
  return labels.map((label) => {
    const against = labels.flatMap((other) => {
      const relation = pairs[`${label}${other}`];
      return relation === undefined ? [] : [[other, relation] as const];
    });
    return {
      id: label,
      label,
      compared: comparedFrameworks[label] ?? label,
      readings: [{ text: '', against: Object.fromEntries(against) }],
    };
  });
}

describe('what may be said of sweeps', () => {
  test.each<[string, Readonly<Record<string, readonly [Relation, string]>>, string]>([
    ['one is higher', { AB: ['higher', '2/s or more'] }, 'A is higher than B by 2/s or more.'],
    ['one is lower, which is said from above', { AB: ['lower', ''] }, 'B is higher than A.'],
    ['two are tied', { AB: ['tied', ''] }, 'A and B cannot be told apart in this run.'],
    [
      'all are tied',
      { AB: ['tied', ''], AC: ['tied', ''], BC: ['tied', ''] },
      'None of them can be told apart in this run.',
    ],
    [
      'some are tied',
      { AB: ['tied', ''], AC: ['higher', '1/s'], BC: ['tied', ''] },
      'A is higher than C by 1/s. Cannot be told apart in this run: A from B; B from C.',
    ],
    [
      'none is ranked',
      { AB: ['unranked', 'once'], AC: ['unranked', 'once'], BC: ['unranked', 'once'] },
      'Not ranked: once.',
    ],
    [
      'one is not ranked',
      { AB: ['higher', '1/s'], AC: ['unranked', 'dirty'], BC: ['unranked', 'dirty'] },
      'A is higher than B by 1/s. Not ranked, dirty: C.',
    ],
  ])('%s', (_what, pairs, expected) => {
    expect(formatRanking(sweepsOf(pairs), 0).join(' ')).toBe(expected);
  });

  test('nothing is said of two sweeps of one framework', () => {
    expect(formatRanking(sweepsOf({ AB: ['higher', '1/s'] }, { A: 'x', B: 'x' }), 0)).toEqual([]);
  });
});
