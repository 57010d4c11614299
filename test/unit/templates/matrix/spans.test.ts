import { expect, test } from 'vitest';
import type { Feature } from '../../../../scripts/domain/feature.ts';
import { spanRules } from '../../../../templates/matrix/spans.ts';

const features = (group: string, count: number): readonly Feature[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${group}-${index}`, group }) as Feature);
const groups = ['small', 'large'].map((id) => ({ id, label: id }));

test('a group of any size spans its columns, and fewer where some are hidden', () => {
  const rules = spanRules({ groups, features: [...features('small', 3), ...features('large', 130)] });
  for (const span of [2, 25, 129, 130]) {
    expect(rules).toContain(`.matrix .groups [colspan="${span}"]{grid-column:span ${span}}`);
  }
  expect(rules).not.toContain('131');
});

test('one column needs no rule', () => {
  expect(spanRules({ groups, features: features('small', 1) })).toBe('');
  expect(spanRules({ groups: [], features: [] })).toBe('');
});
