import { expect, test } from 'vitest';
import { drawResults } from '../../templates/compare/client/results.ts';
import type { ComparisonText, ResultView } from '../../templates/compare/client/view.ts';
import { toHtml } from '../../templates/compare/html.ts';

function result(title: string): ResultView {
  const told = { warning: '', caution: '', comparedMeasures: [], figures: [], heads: [], rows: [], sentences: [] };
  return { id: title, title, date: '2026-01-01', href: `/${title}/`, ...told };
}

function draw(...titles: readonly string[]): string {
  const text: ComparisonText = {
    counts: '',
    groups: [],
    short: [],
    results: titles.map(result),
    ranking: '',
    unmeasured: '',
    code: null,
  };
  return toHtml(drawResults(text, 2));
}

test('the lead run stands open, the others are folded below it', () => {
  const [open, folded] = draw('first', 'second', 'third').split('<details');
  expect(open).toContain('/first/');
  expect(open).not.toContain('/second/');
  expect(folded).toContain('Other runs: 2');
  expect(folded).toMatch(/\/second\/[\s\S]*\/third\//);
});

test('a single run folds nothing', () => {
  expect(draw('only')).not.toContain('<details');
});
