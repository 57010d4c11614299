import { describe, expect, test } from 'vitest';
import { describeProgram, type Verbs } from '../../../scripts/commands/program.ts';
import { limits } from '../../../scripts/domain/limits.ts';

/** What a command line asks for: the verb and what it is given. */
async function asked(...words: readonly string[]): Promise<readonly unknown[]> {
  let found: readonly unknown[] = [];
  const verbs = new Proxy({} as Verbs, {
    get:
      (_, verb) =>
      async (...given: readonly unknown[]) => {
        found = [verb, ...given];
      },
  });
  const program = describeProgram('1.2.3', verbs);
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeOut: () => {}, writeErr: () => {} });
  await program.parseAsync([...words], { from: 'user' });
  return [...found, program.opts()];
}

const enrich = {
  only: null,
  staleDays: null,
  dryRun: false,
  accepted: [],
  timeoutSeconds: limits.gitTimeoutSeconds,
  strict: false,
};

test.each([
  [['check'], ['check', { paths: [], format: undefined, fix: false, watch: false }, {}]],
  [
    ['check', 'a.yaml', 'b', '--format', 'json', '--fix', '--watch'],
    ['check', { paths: ['a.yaml', 'b'], format: 'json', fix: true, watch: true }, {}],
  ],
  [
    ['explain', 'id-unknown'],
    ['explain', 'id-unknown', {}],
  ],
  [
    ['build', '--root', '/a', '--out', 'b', '--quiet'],
    ['build', { out: 'b' }, { root: '/a', quiet: true }],
  ],
  [
    ['--root', '/a', 'build'],
    ['build', {}, { root: '/a' }],
  ],
  [
    ['preview', '--port', '8080'],
    ['preview', undefined, 8080, {}],
  ],
  [
    ['new', 'claim', 'a', 'b'],
    ['new', 'claim', 'a', 'b', {}],
  ],
  [['enrich'], ['enrich', enrich, {}]],
  [
    ['enrich', '--only', 'a,b'],
    ['enrich', { ...enrich, only: ['a', 'b'] }, {}],
  ],
  [
    ['enrich', '--stale=7d'],
    ['enrich', { ...enrich, staleDays: 7 }, {}],
  ],
  [
    ['enrich', '--stale', '0'],
    ['enrich', { ...enrich, staleDays: 0 }, {}],
  ],
  [
    ['enrich', '--dry-run', '--strict'],
    ['enrich', { ...enrich, dryRun: true, strict: true }, {}],
  ],
  [
    ['enrich', '--accept', 'a,b'],
    ['enrich', { ...enrich, accepted: ['a', 'b'] }, {}],
  ],
  [
    ['enrich', '--timeout', '300'],
    ['enrich', { ...enrich, timeoutSeconds: 300 }, {}],
  ],
])('%j', async (words, expected) => {
  expect(await asked(...words)).toEqual(expected);
});

describe('a mistake says what was expected', () => {
  test.each([
    [['chek'], 'Did you mean check?'],
    [['publish'], "unknown command 'publish'"],
    [['check', '--fromat', 'json'], 'Did you mean --format?'],
    [['check', '--format', 'xml'], 'Allowed choices are pretty, text, json, github, sarif'],
    [['build', '--base', 'a b'], 'Expected `/` or a path such as `/folder/`'],
    [['build', '--url', 'ftp://a'], 'Expected a host such as'],
    [['new', 'clam', 'a'], 'Allowed choices are framework, claim, run, source, feature, benchmark'],
    [['build', 'again'], 'too many arguments'],
    [['enrich', '--stale', '7w'], 'Expected a whole number of days from 0 to 36500, as in `7d`'],
    [['enrich', '--stale', '-1d'], '--stale'],
    [['enrich', '--stale', '99999d'], 'Expected a whole number of days'],
    [['enrich', '--timeout', '0'], 'Expected a whole number from 1 to 3600'],
    [['enrich', '--timeout', '1e3'], 'Expected a whole number from 1 to 3600'],
    [['preview', '--port', '65536'], 'Expected a whole number from 0 to 65535'],
    [['enrich', '--only'], 'argument missing'],
    [['enrich', '--only', ''], 'Expected ids separated by commas'],
    [['enrich', '--only', 'a,,b'], 'Expected ids separated by commas'],
    [['enrich', '--accept', ','], 'Expected ids separated by commas'],
  ])('%j', async (words, expected) => {
    await expect(asked(...words)).rejects.toThrow(expected);
  });
});

test('every command has a description, and its help an example', () => {
  const { commands } = describeProgram('1.2.3', {} as Verbs);
  for (const command of commands.filter((one) => one.name() !== 'bench')) {
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
    expect(command.description()).not.toBe('');
    expect(help).toContain(`Examples:\n  $ proofsheet ${command.name()}`);
  }
});
