import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './domain/errors.ts';
import { nearest } from './domain/issue.ts';
import { limits } from './domain/limits.ts';

const commands = ['check', 'build', 'preview', 'addresses', 'enrich', 'help', 'version'] as const;
type Command = (typeof commands)[number];

/** The text of `--help`. */
export const usage = `Usage: proofsheet <command> [options]

Commands:
  check      check every input and print all issues
  build      check the inputs and write the site
  preview    serve the built site on this machine
  addresses  add the built site's URLs to data/addresses.txt
  enrich     read the repositories and write what git says to data/repositories/
  bench      install, check and measure the programs of a benchmark; see bench --help
  help       print this text (also --help, -h)
  version    print the version (also --version)

Options:
  --root <folder>      the project (default: the current folder)
  --out <folder>       the site (default: dist in the project)
  --port <number>      the port of preview (default: 4173)

Options of enrich:
  --only <ids>         read only these ids, separated by commas
  --stale <days>       skip what was observed within this many days, such as 7d
  --dry-run            read, but write nothing
  --accept <ids>       accept the rewritten or shortened history of these ids
  --timeout <seconds>  the time limit for one repository (default: ${limits.gitTimeoutSeconds})
  --strict             exit with 1 if any repository could not be read

Exit codes: 0 success, 1 issues in the inputs, 2 wrong usage or a crash.`;

/** A command line, parsed and checked. */
export interface Arguments {
  /** Null if none was given. */
  readonly command: Command | null;
  readonly root: string;
  readonly out: string;
  readonly port: number;
  readonly only: readonly string[] | null;
  readonly staleDays: number | null;
  readonly dryRun: boolean;
  readonly accepted: readonly string[];
  readonly timeoutSeconds: number;
  readonly strict: boolean;
}

/** Parses the arguments after the program's name; throws a `UserError` if there is one that it does not know. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const root = resolve(values.root);
  if (positionals.length > 1)
    throw new UserError(`unexpected \`${positionals[1]}\` after \`${positionals[0]}\`; ${hint}`);
  return {
    command: values.help ? 'help' : values.version ? 'version' : readCommand(positionals[0]),
    root,
    out: resolve(root, values.out ?? 'dist'),
    port: integer('--port', values.port, 0, 65_535),
    only: values.only === undefined ? null : ids('--only', values.only),
    staleDays: values.stale === undefined ? null : days('--stale', values.stale),
    dryRun: values['dry-run'],
    accepted: values.accept === undefined ? [] : ids('--accept', values.accept),
    timeoutSeconds: integer('--timeout', values.timeout, 1, 3600),
    strict: values.strict,
  };
}

const hint = '`--help` lists the commands and options';

function readCommand(word: string | undefined): Command | null {
  if (word === undefined) return null;
  const command = commands.find((one) => one === word);
  if (command !== undefined) return command;
  const guess = nearest(word, commands);
  throw new UserError(`unknown command \`${word}\`; ${guess === null ? hint : `did you mean \`${guess}\`?`}`);
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  root: { type: 'string', default: '.' },
  out: { type: 'string' },
  port: { type: 'string', default: '4173' },
  only: { type: 'string' },
  stale: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  accept: { type: 'string' },
  timeout: { type: 'string', default: String(limits.gitTimeoutSeconds) },
  strict: { type: 'boolean', default: false },
} as const;

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: typeof options }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // Node goes on to explain how to pass a positional argument that begins with a hyphen, which no command takes.
    const [message = ''] = (error as Error).message.split('. To specify');
    throw new UserError(`${message}; ${hint}`);
  }
}

function ids(name: string, text: string): readonly string[] {
  const list = text.split(',');
  if (!list.includes('')) return list;
  const found = text === '' ? 'empty' : `\`${text}\``;
  throw new UserError(`${name} is ${found}, expected ids separated by commas`);
}

const mostDays = 36_500;

/** `7d` or `7`. */
function days(name: string, text: string): number {
  const match = /^(\d{1,5})d?$/.exec(text);
  const count = Number(match?.[1] ?? Number.NaN);
  if (count <= mostDays) return count;
  throw new UserError(`${name} is \`${text}\`, expected a whole number of days from 0 to ${mostDays}, as in \`7d\``);
}

function integer(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  throw new UserError(`${name} is \`${text}\`, expected a whole number from ${least} to ${most}`);
}
