import { describe, expect, test } from 'vitest';
import { leastAnswers, sameAnswer, similarTo } from '../../scripts/render/similar.ts';
import type { Edition } from '../../scripts/report.ts';
import { claimOf, featureOf, frameworkOf } from '../samples.ts';

const features = Array.from({ length: leastAnswers + 2 }, (_, index) => featureOf(`f${index}`));

/** An edition of frameworks, each with one answer a feature: `y`, `n`, or `?` for unknown. */
function editionOf(answers: Readonly<Record<string, string>>): Edition {
  const words: Readonly<Record<string, string>> = { y: 'full', n: 'none', '?': 'unknown' };
  const rows = Object.entries(answers).map(([id, letters]) => {
    const framework = frameworkOf(id, {});
    const cells = features.map((feature, index) => ({
      framework,
      feature,
      claim: claimOf(words[letters[index] ?? '?'] ?? 'unknown', '2026-01-01'),
      disputes: [],
      corrections: [],
      aged: false,
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
  const edition = editionOf(answers);
  const framework = edition.rows.find((row) => row.framework.id === id)?.framework ?? frameworkOf(id, {});
  return similarTo(framework, edition, 3).map((one) => `${one.framework.id} ${one.equal}/${one.answered}`);
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

  test('do not hang on the order of a list', () => {
    expect(sameAnswer(['callback', 'greenlet'], ['greenlet', 'callback'])).toBe(true);
    expect(sameAnswer(['callback'], 'callback')).toBe(true);
    expect(sameAnswer('full', 'partial')).toBe(false);
  });
});
