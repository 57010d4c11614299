import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from './domain/errors.ts';
import { limits } from './domain/limits.ts';

export const usage = `Usage: proofsheet <command> [options]

  check     validate every input and print every issue
  build     check, merge, render and write the site
  preview   serve the built site on loopback
  addresses add the addresses of the built site to data/addresses.txt
  enrich    read the frameworks' repositories and write what they say to data/repositories/

  --root <folder>        the project (default: this folder)
  --out <folder>         the site (default: dist inside the project)
  --port <number>        preview's port (default: 4173)

  enrich only:
  --only <ids>           these frameworks, separated by commas
  --stale <days>d        leave out what was observed within so many days
  --dry-run              ask and read, write nothing
  --accept <ids>         take the rewritten or shrunken history of these
  --timeout <seconds>   how long one repository may take (default: 28)
  --strict               exit 1 where any repository could not be read`;

/** A command line, read and bounded. */
export interface Arguments {
  readonly command: string;
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

/** The words behind the program's name to arguments; throws a `UserError` on anything it does not know. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const root = resolve(values.root);
  if (positionals.length > 1)
    throw new UserError(`unexpected \`${positionals[1]}\` behind \`${positionals[0]}\`\n\n${usage}`);
  return {
    command: positionals[0] ?? '',
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

const options = {
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
    throw new UserError(`${(error as Error).message}\n\n${usage}`);
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
