import { expect, test } from 'vitest';
import { languageOf, sumLanguages } from '../../../../scripts/enrich/git/languages.ts';

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

test.each([
  ['most first', { 'a.c': 1, 'b.py': 5, 'c.py': 2 }, { Python: 7, C: 1 }],
  ['the same by name', { 'a.rb': 1, 'b.py': 1 }, { Python: 1, Ruby: 1 }],
  ['headers of C', { 'a.h': 9, 'a.c': 2, 'b.cpp': 1 }, { C: 11, 'C++': 1 }],
  ['headers of C++', { 'a.h': 9, 'a.c': 1, 'b.cpp': 2 }, { 'C++': 11, C: 1 }],
  ['headers alone', { 'a.h': 9 }, { C: 9 }],
  ['empty files and other files', { 'a.py': 0, 'README.md': 9 }, {}],
])('bytes by language: %s', (_name, files, expected) => {
  const list = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
  expect(sumLanguages(list)).toEqual(Object.entries(expected));
});
