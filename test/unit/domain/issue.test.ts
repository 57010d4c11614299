import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hasErrors,
  issue,
  nearest,
  printable,
  printIssue,
  rules,
  sortIssues,
  unexpected,
} from '../../../scripts/domain/issue.ts';
import { root } from '../../support/project.ts';

const at = (file: string, line: number, column: number) => ({ file, line, column });

describe('issue', () => {
  test('takes its level from the rule', () => {
    expect(issue('claim-unproven', at('a', 1, 1), 'x').level).toBe('warning');
    expect(issue('yaml-syntax', at('a', 1, 1), 'x').level).toBe('error');
  });

  test('every rule is told to contributors, and no other', () => {
    const told = [...readFileSync(join(root, 'docs/rules.md'), 'utf8').matchAll(/^## ([a-z-]+)$/gm)].map(
      ([, rule]) => rule,
    );
    expect(told.toSorted()).toEqual(Object.keys(rules).sort());
  });

  test('warnings alone do not stop a build', () => {
    const warning = issue('claim-unproven', at('a', 1, 1), 'x');
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning, warning])).toBe(false);
    expect(hasErrors([warning, issue('csv-number', at('a', 1, 1), 'x')])).toBe(true);
  });

  test('every rule is a lower-case id that one can search for', () => {
    expect(Object.keys(rules).filter((rule) => !/^[a-z]+(-[a-z]+)+$/.test(rule))).toEqual([]);
  });
});

describe('nearest', () => {
  const names = ['epoll', 'kqueue', 'io-uring', 'tls', 'documentation'];
  test.each([
    ['one letter left out', 'epol', 'epoll'],
    ['two letters wrong', 'kqeueu', 'kqueue'],
    ['capitals', 'EPOLL', 'epoll'],
    ['short word, one edit', 'tl', 'tls'],
    ['short word, two edits', 'ts-', null],
    ['nothing near', 'websocket', null],
    ['empty', '', null],
  ])('%s', (_name, found, guess) => {
    expect(nearest(found, names)).toBe(guess);
  });

  test('of two as near takes the first by code point, whatever their order', () => {
    expect(nearest('bat', ['cat', 'bar'])).toBe('bar');
    expect(nearest('bat', ['bar', 'cat'])).toBe('bar');
  });
});

describe('unexpected', () => {
  test('has the wording of the design', () => {
    expect(unexpected('key', 'epol', ['epoll', 'wsgi'])).toBe(
      'Unknown key `epol`, expected one of epoll, wsgi; did you mean `epoll`?',
    );
  });

  test('lists at most twelve', () => {
    const many = Array.from({ length: 13 }, (_, index) => `choice-${index}`);
    expect(unexpected('word', 'else', many)).toContain('choice-11, …');
    expect(unexpected('word', 'else', many)).not.toContain('choice-12');
    expect(unexpected('word', 'else', many.slice(0, 12))).not.toContain('…');
  });
});

describe('sortIssues', () => {
  test('says once what two checks found alike', () => {
    const [one, other] = [issue('csv-number', at('a', 1, 1), 'x'), issue('csv-number', at('a', 1, 1), 'y')];
    expect(sortIssues([one, other, { ...one }])).toEqual([one, other]);
  });

  const found = fc.record({
    rule: fc.constantFrom('csv-number', 'csv-ragged', 'yaml-syntax'),
    file: fc.constantFrom('a.yaml', 'b.yaml', 'B.yaml'),
    line: fc.integer({ min: 1, max: 12 }),
    column: fc.integer({ min: 1, max: 12 }),
    message: fc.constantFrom('x', 'y'),
  });

  test('gives the same list for every order of the same issues', () => {
    fc.assert(
      fc.property(
        fc
          .array(found, { maxLength: 12 })
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const toIssues = (all: typeof list) =>
            all.map(({ rule, message, ...place }) => issue(rule as 'csv-number', place, message));
          expect(sortIssues(toIssues(shuffled))).toEqual(sortIssues(toIssues(list)));
        },
      ),
    );
  });

  test('sorts lines as numbers', () => {
    const sorted = sortIssues([10, 9, 100].map((line) => issue('csv-number', at('a', line, 1), 'x')));
    expect(sorted.map(({ place }) => place.line)).toEqual([9, 10, 100]);
  });
});

describe('printIssue', () => {
  test('is file:line:column level message [rule]', () => {
    expect(printIssue(issue('csv-number', at('data/a.csv', 3, 7), 'Found `x`'))).toBe(
      'data/a.csv:3:7 error Found `x` [csv-number]',
    );
  });

  test('stays on one line and moves no cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printed = printIssue(issue('csv-number', at(text, 1, 1), text));
        expect(printed).not.toMatch(/[\p{Cc}\u2028\u2029\ufeff]/u);
      }),
    );
  });

  test('spells out every character that turns the direction of writing', () => {
    const turning = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
      /\p{Bidi_Control}/u.test(one),
    );
    expect(turning.length).toBeGreaterThan(10);
    expect(turning.filter((one) => printable(one) === one).map((one) => one.codePointAt(0)?.toString(16))).toEqual([]);
  });
});
