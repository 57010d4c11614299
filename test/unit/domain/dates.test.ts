import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDates, earliestDay, toClaimDate, writeDate, yearsBetween } from '../../../scripts/domain/dates.ts';

describe('toClaimDate and writeDate', () => {
  test.each([
    ['day', '2009-12-22', { kind: 'on', text: '2009-12-22' }],
    ['month', '2026-10', { kind: 'on', text: '2026-10' }],
    ['year', '2015', { kind: 'on', text: '2015' }],
    ['after a day', 'after 2009-12-22', { kind: 'after', text: '2009-12-22' }],
    ['before a day', 'before 2010-01-01', { kind: 'before', text: '2010-01-01' }],
  ])('%s: %s', (_name, text, date) => {
    expect(toClaimDate(text)).toEqual(date);
    expect(writeDate(toClaimDate(text))).toBe(text);
  });
});

describe('earliestDay', () => {
  test.each([
    ['2009-12-22', '2009-12-22'],
    ['2026-10', '2026-10-01'],
    ['2015', '2015-01-01'],
    ['after 2009-12-31', '2010-01-01'],
    ['before 2010-01-01', '2009-12-31'],
    ['after 2024-02-28', '2024-02-29'],
    ['after 2025-02-28', '2025-03-01'],
    ['after 2026-03-28', '2026-03-29'],
    ['before 2026-10-26', '2026-10-25'],
  ])('%s is %s', (text, day) => {
    expect(earliestDay(toClaimDate(text))).toBe(day);
  });
});

describe('compareDates', () => {
  test.each([
    ['2009-12-21', '2009-12-22', -1],
    ['2010', '2009-12-31', 1],
    ['2010', '2010-01', 0],
    ['2010-01', '2010-01-01', 0],
    ['2009-12-22', 'after 2009-12-22', -1],
    ['before 2009-12-23', '2009-12-22', -1],
    ['after 2009-12-21', '2009-12-22', 1],
    ['before 2009-12-23', 'after 2009-12-21', -1],
  ])('%s against %s', (left, right, sign) => {
    expect(Math.sign(compareDates(toClaimDate(left), toClaimDate(right)))).toBe(sign);
  });

  const day = fc
    .date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const date = fc.tuple(fc.constantFrom('', 'after ', 'before '), day).map(([kind, text]) => toClaimDate(kind + text));

  test('is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(Math.sign(-compareDates(b, a)) + 0);
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('yearsBetween', () => {
  test.each([
    ['2009-12-22', '2009-12-22', 0],
    ['2009-12-22', '2010-12-21', 0],
    ['2009-12-22', '2010-12-22', 1],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2009-12-22', '2026-11-22', 16],
    ['2010-01-01', '2009-12-31', -1],
  ])('%s to %s: %d', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });
});
