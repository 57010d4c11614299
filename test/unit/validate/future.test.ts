import { describe, expect, test } from 'vitest';
import type { Source } from '../../../scripts/domain/source.ts';
import { parseYaml } from '../../../scripts/load/yaml.ts';
import { diskEffects } from '../../../scripts/platform/effects.ts';
import { checkFactsFuture, checkFuture } from '../../../scripts/validate/future.ts';
import { bytesOf } from '../../support/samples.ts';

const sourceOf = (text: string): Source => {
  const { source } = parseYaml('a.yaml', bytesOf(text));
  if (source === null) throw new Error('the sample does not parse');
  return source;
};
const placesOf = (text: string): readonly string[] =>
  checkFuture(sourceOf(text), '2026-11-28').map(({ place }) => `${place.line}:${place.column}`);

describe('a date in the future', () => {
  test.each([
    ['on: 2062-07-24', ['1:5']],
    ['on: 2027', ['1:5']],
    ['on: after 2026-11-28', ['1:5']],
    ['claims:\n  - {on: 2026-11-29, source: {url: "https://a.example/", retrieved: 2026-12}}', ['2:10', '2:69']],
    ['since: 2199-01-01\ndate: 2999-01-02\nwritten: 2026-11-29', ['1:8', '2:7', '3:10']],
  ])('is an error at its place: %s', (text, places) => {
    expect(placesOf(text)).toEqual(places);
  });

  test.each([
    'on: 2026-11-28',
    'on: 2026',
    'on: before 2026-11-29',
    'on: after 2026-11-27',
    'value: 2030-10-31',
    'on: soon',
  ])('is not found in %s', (text) => {
    expect(placesOf(text)).toEqual([]);
  });

  test('says what was found and the last day allowed', () => {
    const [found] = checkFuture(sourceOf('on: 2062-07-24'), '2026-11-28');
    expect(found?.message).toBe(
      'Found the date 2062-07-24, expected none after 2026-11-28; correct the year, month or day',
    );
  });

  test('of repository facts is one of the collection, not of a commit', () => {
    const facts = sourceOf('observed: 2031-01-01\nhead: {committed: 2031-01-01, authored: 2031-01-01}');
    expect(checkFactsFuture(facts, '2026-11-28').map(({ place }) => place.line)).toEqual([1]);
  });
});

test('the last day allowed is the given one, else the day after that of the clock', () => {
  const now = Date.now();
  expect(diskEffects('.', '.', '2020-02-03', () => {}).latestDay).toBe('2020-02-03');
  const { latestDay } = diskEffects('.', '.', null, () => {});
  const ahead = Date.parse(`${latestDay}T00:00:00Z`) - now;
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(86_400_000 + 60_000);
});
