import { describe, expect, test } from 'vitest';
import { checkDirectives, readDirectives } from '../../../scripts/validate/directives.ts';
import { brief } from '../../support/samples.ts';

const known = {
  figures: ['knocks-rate', 'matrix-today', 'part'],
  frameworks: ['one', 'two'],
  features: ['doors'],
  benchmarks: ['knocks'],
  pages: ['about'],
  editions: ['today'],
  runs: new Map([['knocks/first', ['one', 'two-fast']]]),
  measures: ['rate'],
  parts: ['part'],
};
const page = (text: string): { file: string; text: string } => ({ file: 'site/pages/a.md', text });

describe('directives of a page', () => {
  test('are read with the place of each attribute', () => {
    const [found] = readDirectives(page('# A\n\n::figure{id=knocks-rate frameworks="one,two"}\n'));
    expect(found?.name).toBe('figure');
    expect(found?.place).toEqual({ file: 'site/pages/a.md', line: 3, column: 1 });
    expect(found?.attributes.get('frameworks')).toEqual({
      value: 'one,two',
      place: { file: 'site/pages/a.md', line: 3, column: 25 },
    });
  });

  test.each([
    ['fenced code', '```\n::figure{id=none}\n```'],
    ['code in a line', 'write `::figure{id=none}` or `:value{x=1}`'],
    ['a colon in a sentence', 'note:this and 10:30 and a::b'],
    ['an address', 'http://localhost:8080/a:b{c}'],
  ])('are not found in %s', (_, text) => {
    expect(readDirectives(page(text))).toEqual([]);
  });

  test('several in one sentence are each read', () => {
    const text = 'From :value{run=knocks/first program=one} to :value{run=knocks/first program=two-fast}.';
    expect(readDirectives(page(text)).map(({ place }) => place.column)).toEqual([6, 46]);
    expect(checkDirectives(page(text), known)).toEqual([]);
  });

  test.each([
    ['::figure{id=knocks-rate run=first}', []],
    ['::matrix{edition=today frameworks=one,two features=doors}', []],
    ['::saturation{run=knocks/first}', []],
    [':value{run=knocks/first program=one measure=rate at=5}', []],
    ['::figur{id=knocks-rate}', ['directive-unknown@1:1']],
    ['::figure', ['key-missing@1:1']],
    ['::figure{id=knocks-rat}', ['id-unknown@1:10']],
    ['::figure{id=knocks-rate frameworks=one,thre}', ['id-unknown@1:25']],
    ['::figure{id=part}', []],
    ['::figure{id=part frameworks=one}', ['key-unknown@1:18']],
    ['::constructor{id=part}', ['directive-unknown@1:1']],
    ['::figure{id=knocks-rate color=red}', ['key-unknown@1:25']],
    ['::matrix{features=window edition=yesterday}', ['id-unknown@1:10', 'id-unknown@1:26']],
    [':value{run=knocks/second program=one}', ['id-unknown@1:8', 'id-unknown@1:26']],
    [':value{run=knocks/first program=one measure=rate at=high}', ['value-form@1:50']],
  ])('%s', (text, expected) => {
    expect(brief(checkDirectives(page(text), known))).toEqual(expected);
  });

  test('guess at what was meant', () => {
    const [issue] = checkDirectives(page('::figure{id=knocks-rat}'), known);
    expect(issue?.message).toContain('did you mean `knocks-rate`?');
  });
});
