import { describe, expect, test } from 'vitest';
import type { ClaimValue } from '../../../../scripts/domain/claim.ts';
import type { FeatureKind } from '../../../../scripts/domain/feature.ts';
import type { Edition } from '../../../../scripts/domain/report.ts';
import { findSimilar, keyOf, leastAnswers } from '../../../../templates/compare/similar.ts';
import { claimOf, featureOf, frameworkOf } from '../../../support/samples.ts';

const features = Array.from({ length: leastAnswers + 2 }, (_, index) => featureOf(`f${index}`));

/** An edition of frameworks, each with one answer a feature: `y`, `n`, or `?` for unknown. */
function editionOf(answers: Readonly<Record<string, string>>): Edition {
  const text: Readonly<Record<string, string>> = { y: 'full', n: 'none', '?': 'unknown' };
  const rows = Object.entries(answers).map(([id, letters]) => {
    const framework = frameworkOf(id, {});
    const cells = features.map((feature, index) => ({
      framework,
      feature,
      claim: claimOf(text[letters[index] ?? '?'] ?? 'unknown', '2026-01-01'),
      disputes: [],
      corrections: [],
      aged: false,
      filled: false,
      git: null,
    }));
    return { framework, cells };
  });
  const definition = {
    id: 'today',
    label: 'Today',
    note: null,
    on: null,
    frameworks: null,
    features: null,
    source: null,
  };
  return { definition, asOf: '2026-01-01', features, rows };
}

function likeTo(id: string, answers: Readonly<Record<string, string>>): readonly string[] {
  const found = findSimilar(editionOf(answers), 3).get(id) ?? [];
  return found.map((one) => `${one.framework.id} ${one.equal}/${one.answered}`);
}

describe('similar frameworks', () => {
  test('are sorted by the share of equal answers, then by their number', () => {
    const found = likeTo('own', {
      own: 'yyyyyyyyyyyy',
      half: 'yyyyyynnnnnn',
      most: 'yyyyyyyyyyyn',
      fewer: 'yyyyyyyyyy??',
      all: 'yyyyyyyyyyyy',
    });
    expect(found).toEqual(['all 12/12', 'fewer 10/10', 'most 11/12']);
  });

  test('have answered enough of the same questions, and one of them alike', () => {
    expect(likeTo('own', { own: 'yyyyyyyyyyyy', few: 'yyyyyyyyy???', opposite: 'nnnnnnnnnnnn' })).toEqual([]);
  });

  test('do not hang on the order of a list, and answer nothing by words, dates or unknown', () => {
    const key = (value: ClaimValue, kind: FeatureKind): string | null =>
      keyOf({ claim: claimOf(value, '2026-01-01'), feature: featureOf('f', kind) });
    expect(key(['callback', 'greenlet'], 'list')).toBe(key(['greenlet', 'callback'], 'list'));
    expect(key('full', 'support')).not.toBe(key('partial', 'support'));
    expect([key('unknown', 'support'), key('inapplicable', 'list'), key('words', 'text'), key('2026', 'date')]).toEqual(
      [null, null, null, null],
    );
  });
});
