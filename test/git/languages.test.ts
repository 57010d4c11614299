import { expect, test } from 'vitest';
import { languageOf } from '../../scripts/git/languages.ts';

test.each([
  ['src/a.py', 'Python'],
  ['A.PY', 'Python'],
  ['a.h', 'C'],
  ['a.test.ts', 'TypeScript'],
  ['lib.rs', 'Rust'],
  ['Makefile', null],
  ['README.md', null],
  ['.py', 'Python'],
  ['a.py/b', null],
  ['a.', null],
  ['', null],
  ['constructor', null],
  ['a.constructor', null],
  ['a.__proto__', null],
])('%s is %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
