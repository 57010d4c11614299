import { describe, expect, test } from 'vitest';
import type { ClaimValue } from '../../../scripts/domain/claim.ts';
import type { SaturationResult } from '../../../scripts/domain/report.ts';
import {
  formatClaim,
  formatCount,
  formatDate,
  formatInterval,
  formatQuantity,
  formatSaturation,
  formatSpread,
  formatValue,
  glyphOf,
  stateOf,
} from '../../../scripts/render/format.ts';
import { claimOf, featureOf, measureOf } from '../../support/samples.ts';

const support = featureOf('epoll');
const style = featureOf('style', 'list', { choices: [{ id: 'async', label: 'Async' }] });
const status = featureOf('status', 'choice', { choices: [{ id: 'full', label: 'Full house' }] });
const text = featureOf('words', 'text');

describe('values', () => {
  test.each<[string, ClaimValue | null, typeof support, string, string, string]>([
    ['full', 'full', support, 'Yes', '●', 'full'],
    ['partial', 'partial', support, 'Partly', '◐', 'partial'],
    ['none', 'none', support, 'No', '○', 'none'],
    ['unknown', 'unknown', support, 'Unknown', '?', 'unknown'],
    ['inapplicable', 'inapplicable', support, 'Not applicable', '–', 'inapplicable'],
    ['nothing claimed', null, support, 'Unknown', '?', 'unknown'],
    ['nothing claimed of words', null, text, 'Unknown', '?', 'unknown'],
    ['unknown words', 'unknown', text, 'Unknown', '?', 'unknown'],
    ['words', 'C, mostly', text, 'C, mostly', '', 'text'],
    ['words that look like support', 'none', text, 'none', '', 'text'],
    ['a choice of the name of a support', 'full', status, 'Full house', '', 'text'],
    ['a list of choices', ['async', 'other'], style, 'Async, other', '', 'text'],
    ['a part of every object', 'constructor', text, 'constructor', '', 'text'],
  ])('%s', (_name, value, feature, words, glyph, state) => {
    expect([formatValue(value, feature), glyphOf(value, feature), stateOf(value, feature)]).toEqual([
      words,
      glyph,
      state,
    ]);
  });

  test('every state of support has its own glyph and word', () => {
    const states = ['full', 'partial', 'none', 'unknown', 'inapplicable'];
    expect(new Set(states.map((one) => glyphOf(one, support))).size).toBe(states.length);
    expect(new Set(states.map((one) => formatValue(one, support))).size).toBe(states.length);
  });

  test.each([
    ['a release', claimOf('2026-11', '2026', { said: '6.6.1' }), '6.6.1 (2026-11)'],
    ['a release without a name', claimOf('2026-11', '2026'), '2026-11'],
    ['an unknown release', claimOf('unknown', '2026', { said: 'none seen' }), 'Unknown'],
  ])('%s', (_name, claim, text) => {
    expect(formatClaim(claim, featureOf('latest', 'date'))).toBe(text);
  });

  test('the words of a source are not mixed into support', () => {
    expect(formatClaim(claimOf('full', '2009', { said: 'F.Feed' }), support)).toBe('Yes');
  });
});

describe('dates and counts', () => {
  test('an undated claim says so', () => {
    expect(formatDate(null)).toBe('undated');
    expect(formatDate({ kind: 'after', text: '2009-12-22' })).toBe('after 2009-12-22');
  });

  test.each([
    [0, '0 claims'],
    [1, '1 claim'],
    [3, '3 claims'],
    [1642, '1,642 claims'],
  ])('%d', (count, text) => {
    expect(formatCount(count, 'claim')).toBe(text);
  });

  test('takes an irregular plural', () => {
    expect([formatCount(1, 'entry', 'entries'), formatCount(2, 'entry', 'entries')]).toEqual(['1 entry', '2 entries']);
  });
});

describe('quantity', () => {
  test.each([
    [19798.4, '/s', '19,798/s'],
    [0.24, 'ms', '0.24 ms'],
    [0.392, 'ms', '0.392 ms'],
    [12.345, 'ms', '12.3 ms'],
    [100, 'ms', '100 ms'],
    [0, 'ms', '0 ms'],
    [0.999, 'share', '99.9\u202f%'],
    [1, 'share', '100\u202f%'],
    [0, 'share', '0\u202f%'],
    [30736, 'KiB', '30,736 KiB'],
    [5, '', '5'],
    [2_000_000, '', '2,000,000'],
  ])('%d %s', (value, unit, text) => {
    expect(formatQuantity(value, measureOf('m', unit))).toBe(text);
  });

  test('less than all is never written as all', () => {
    expect(formatQuantity(0.9996, measureOf('m', 'share'))).not.toBe('100\u202f%');
    expect(formatQuantity(0.00001, measureOf('m', 'share'))).not.toBe('0\u202f%');
  });

  test.each([
    ['one value', { median: 5, min: 5, max: 5, count: 1 }, '5 ms'],
    ['a range', { median: 5, min: 4, max: 1200, count: 3 }, '5 ms (4–1,200)'],
    ['nothing', undefined, ''],
    ['two repeats far apart', { median: 18_541, min: 18_212, max: 18_870, count: 2 }, '18,500 ms (18,200–18,900)'],
    ['two repeats close by', { median: 18_541, min: 18_536, max: 18_546, count: 2 }, '18,541 ms (18,536–18,546)'],
    ['small numbers', { median: 0.0845, min: 0.0812, max: 0.0878, count: 2 }, '0.085 ms (0.081–0.088)'],
    ['zero and more', { median: 0.5, min: 0, max: 1, count: 2 }, '0.5 ms (0–1)'],
    ['both signs', { median: -0.04, min: -3.2, max: 3.12, count: 2 }, '-0.04 ms (-3.2–3.1)'],
  ])('a spread of %s', (_name, spread, text) => {
    expect(formatSpread(spread, measureOf('m', 'ms'))).toBe(text);
  });
});

describe('saturation', () => {
  const result = (more: Partial<SaturationResult>): SaturationResult => ({
    ...{ value: 12000, low: 12000, below: 16000, censored: false, disturbed: false },
    ...more,
  });
  test.each<[string, Partial<SaturationResult>, string, string]>([
    ['found', {}, '12,000/s', '12,000–16,000'],
    ['with weaker repeats', { low: 8000, below: 20000 }, '12,000/s', '8,000–20,000'],
    ['censored', { value: 20000, low: 16000, below: null, censored: true }, '≥ 20,000/s', '16,000 or more'],
    ['below the first step', { value: null, low: null, below: 500 }, 'below 500/s', '0–500'],
    ['a repeat that answered nothing', { low: null }, '12,000/s', '0–16,000'],
    ['nothing at all', { value: null, low: null, below: null }, 'not answered', '0'],
  ])('%s', (_name, more, value, interval) => {
    const rate = measureOf('rate', '/s');
    expect([formatSaturation(result(more), rate), formatInterval(result(more), rate)]).toEqual([value, interval]);
  });
});
