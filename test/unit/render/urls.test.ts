import { describe, expect, test } from 'vitest';
import type { EditionDefinition } from '../../../scripts/domain/site.ts';
import { urlsBelow } from '../../../scripts/render/urls.ts';

const editionOf = (id: string, on: string | null): EditionDefinition => ({
  ...{ id, label: id, note: null, on, frameworks: null, features: null, source: null },
});

describe('the urls of a site', () => {
  const editions = [editionOf('then', '2020-01-01'), editionOf('now', null)];
  const urls = urlsBelow('/sub/', { editions });

  test('are below its root', () => {
    expect(urls.home).toBe('/sub/');
    expect(urls.claims('one', 'license')).toBe('/sub/frameworks/one/#license');
    expect(urls.run('load', 'first')).toBe('/sub/benchmarks/load/first/');
    expect(urlsBelow('https://site.example/', { editions }).figure('rate@first')).toBe(
      'https://site.example/figures/rate@first/',
    );
    expect(urlsBelow('', { editions }).framework('one')).toBe('frameworks/one/');
  });

  test('give the short one to the latest edition: that without a day, else the last', () => {
    expect([urls.edition('then'), urls.edition('now')]).toEqual(['/sub/matrix/then/', '/sub/matrix/']);
    const dated = urlsBelow('/', { editions: [editionOf('a', '2020-01-01'), editionOf('b', '2021-01-01')] });
    expect([dated.edition('a'), dated.edition('b')]).toEqual(['/matrix/a/', '/matrix/']);
  });
});
