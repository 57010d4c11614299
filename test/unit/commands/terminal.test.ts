import { expect, test } from 'vitest';
import { hasColors, printableLines } from '../../../scripts/commands/terminal.ts';

test.each([
  ['a terminal', true, {}, true],
  ['no terminal', false, {}, false],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR, which does not count', true, { NO_COLOR: '' }, true],
  ['no terminal with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['NO_COLOR before FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
])('colors on %s: %s', (_name, terminal, environment, expected) => {
  expect(hasColors(terminal, environment)).toBe(expected);
});

test('lines stay lines, and nothing else moves the cursor', () => {
  expect(printableLines('one\ntwo\u001b[2J\r')).toBe('one\ntwo\\u{1b}[2J\\u{d}');
});
