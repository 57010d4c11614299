import { describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import { fixText, isFixable } from '../../../scripts/fix/fix.ts';
import { inMemory, readFixture } from '../../support/project.ts';

const file = 'frameworks/twig.yaml';

/** A framework's file after `check --fix`, with its issues before. */
function fixed(text: string): string {
  const { issues } = check(inMemory({ ...readFixture('json-parsers'), [file]: text }));
  return fixText(
    text,
    issues.filter(({ place }) => place.file === file),
  );
}

const head = 'category: tree\nlook: {hue: 1, style: 1}\n';

describe('fix', () => {
  test('mends quotes, dates, licenses and spaces at line ends, and keeps comments and all else', () => {
    const text = `# the first parser \nname: 3.10   # as it is called\nlanguage: C\n${head}claims:
  comments: unknown
  license:
    - {value: Apache 2.0, on: 2026/1/3, source: {source: handbook}}   # read twice\t
`;
    expect(fixed(text)).toBe(`# the first parser\nname: '3.10'   # as it is called\nlanguage: C\n${head}claims:
  comments: unknown
  license:
    - {value: Apache-2.0, on: 2026-01-03, source: {source: handbook}}   # read twice
`);
  });

  test('puts a value with a second colon into quotes', () => {
    const text = `name: Twig\nlanguage: C\n${head}claims:
  comments:
    - value: full
      on: 2026-01-02
      note: Beware: it's one kind only.  # says the handbook
      source: handbook
`;
    expect(fixed(text)).toContain("      note: 'Beware: it''s one kind only.'  # says the handbook\n");
  });

  test('leaves spaces in a value of several lines', () => {
    const text = `name: Twig\nlanguage: C\n${head}claims:
  comments:
    - value: full
      on: 2026-01-02
      note: |
        one  
        two
      source: handbook
`;
    expect(fixed(text)).toBe(text);
  });

  test('guesses no date, license or key that could be another', () => {
    const text = `nam: Twig\nlanguage: C\n${head}claims:
  license:
    - {value: proprietary, on: 3/1/2026, source: handbook}
`;
    expect(fixed(text)).toBe(text);
  });

  test.each([
    ['frameworks/a.yaml', true],
    ['data/site.yaml', true],
    ['data/parse/runs/2026-01-10-laptop/run.yaml', false],
    ['data/repositories/a.json', false],
    ['site/pages/about.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isFixable(path)).toBe(expected);
  });
});
