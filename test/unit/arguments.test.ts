import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments, usage } from '../../scripts/arguments.ts';
import { UserError } from '../../scripts/domain/errors.ts';
import { limits } from '../../scripts/domain/limits.ts';

test('a command alone has defaults', () => {
  expect(readArguments(['enrich'])).toEqual({
    command: 'enrich',
    root: resolve('.'),
    out: resolve('dist'),
    port: 4173,
    only: null,
    staleDays: null,
    dryRun: false,
    accepted: [],
    timeoutSeconds: limits.gitTimeoutSeconds,
    strict: false,
  });
});

test.each([
  [['--only', 'tornado,gevent'], { only: ['tornado', 'gevent'] }],
  [['--stale', '7d'], { staleDays: 7 }],
  [['--stale=7'], { staleDays: 7 }],
  [['--stale', '0d'], { staleDays: 0 }],
  [['--dry-run', '--strict'], { dryRun: true, strict: true }],
  [['--accept', 'a,b'], { accepted: ['a', 'b'] }],
  [['--timeout', '300'], { timeoutSeconds: 300 }],
  [['--root', '/a', '--out', 'b'], { root: '/a', out: '/a/b' }],
  [['--port', '8080'], { port: 8080 }],
])('%j', (label, expected) => {
  expect(readArguments(['enrich', ...label])).toMatchObject(expected);
});

test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['help'], 'help'],
  [['check', '--help'], 'help'],
  [['--version'], 'version'],
  [[], null],
])('%j is the command %s', (words, command) => {
  expect(readArguments(words).command).toBe(command);
});

describe('a mistake is a user error that says what was expected', () => {
  test.each([
    [['enrich', '--stale', '7w'], '--stale is `7w`, expected a whole number of days from 0 to 36500, as in `7d`'],
    [['enrich', '--stale', 'd'], '--stale is `d`'],
    [['enrich', '--stale', '-1d'], '--stale'],
    [['enrich', '--stale', '99999d'], '--stale is `99999d`'],
    [['enrich', '--timeout', '0'], '--timeout is `0`, expected a whole number from 1 to 3600'],
    [['enrich', '--timeout', '1e3'], '--timeout is `1e3`'],
    [['preview', '--port', '65536'], '--port is `65536`'],
    [['build', '--onyl', 'a'], '--onyl'],
    [['build', 'again'], 'unexpected `again` after `build`'],
    [['chek'], 'unknown command `chek`; did you mean `check`?'],
    [['publish'], '`--help` lists the commands'],
    [['enrich', '--only'], '--only'],
    [['enrich', '--dry-run=yes'], '--dry-run'],
    [['enrich', '--only', ''], '--only is empty, expected ids separated by commas'],
    [['enrich', '--only', 'a,,b'], '--only is `a,,b`, expected ids separated by commas'],
    [['enrich', '--accept', ','], '--accept is `,`, expected ids separated by commas'],
  ])('%j', (label, expected) => {
    expect(() => readArguments(label)).toThrow(UserError);
    expect(() => readArguments(label)).toThrow(expected);
  });
});

test('the usage names every flag', () => {
  for (const flag of ['root', 'out', 'port', 'only', 'stale', 'dry-run', 'accept', 'timeout', 'strict'])
    expect(usage).toContain(`--${flag}`);
});
