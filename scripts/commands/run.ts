import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { UserError } from '../domain/errors.ts';
import { diskEffects } from '../platform/effects.ts';
import { describeSystemError } from '../platform/system-error.ts';
import type { Context, ExitCode } from './context.ts';
import { findRoot, findShared } from './place.ts';
import { type CommonOptions, describeProgram, type Verbs } from './program.ts';
import { openTerminal, printableLines } from './terminal.ts';

/** Runs the command line `words` and returns its exit code. */
export async function run(words: readonly string[], cwd: string): Promise<number> {
  try {
    // The harness has options of its own.
    if (words[0] === 'bench') return await startBench(words.slice(1));
    return await runProgram(words, cwd);
  } catch (error) {
    return report(error);
  }
}

async function runProgram(words: readonly string[], cwd: string): Promise<ExitCode> {
  const shared = findShared(import.meta.dirname);
  const { version } = JSON.parse(readFileSync(join(shared, 'package.json'), 'utf8')) as { version: string };
  let code: ExitCode = 0;
  const end = (result: ExitCode): void => {
    code = result;
  };
  const open = (): Context => openContext(program.opts<CommonOptions>(), { cwd, shared, version });
  const start = (): Start => ({ cwd, version, terminal: openTerminal(program.opts<CommonOptions>().quiet ?? false) });
  const program = withExits(describeProgram(version, verbsOf(open, start, end)));
  await program.parseAsync([...words], { from: 'user' });
  return code;
}

/** What a command has where there is no project yet. */
type Start = Pick<Context, 'cwd' | 'version' | 'terminal'>;

/** Modules load when their verb runs: `--help` needs none of them. */
function verbsOf(open: () => Context, start: () => Start, end: (code: ExitCode) => void): Verbs {
  const site = (context: Context, out = join(context.root, 'dist')): string => resolve(context.cwd, out);
  return {
    check: async (args) => {
      const { runCheck } = await import('./check.ts');
      end(await runCheck(open(), args));
    },
    explain: async (rule) => {
      const { runExplain } = await import('./explain.ts');
      end(runExplain(rule, openTerminal(false).print));
    },
    init: async (args) => {
      const { runInit } = await import('./init.ts');
      end(await runInit(args, start()));
    },
    new: async (...given) => {
      const { runNew } = await import('./new.ts');
      end(runNew(open(), ...given));
    },
    build: async ({ out, ...at }) => {
      const { runBuild } = await import('./build.ts');
      const context = open();
      end(await runBuild(context, site(context, out), at));
    },
    preview: async (out, port) => {
      const { runPreview } = await import('./preview.ts');
      const context = open();
      end(await runPreview(context, site(context, out), port));
    },
    enrich: async (args) => {
      const { runEnrich } = await import('./enrich.ts');
      end(await runEnrich(open(), args));
    },
    publishedUrls: async () => {
      const { runPublishedUrls } = await import('./published-urls.ts');
      end(await runPublishedUrls(open()));
    },
    bench: async () => {},
  };
}

async function startBench(words: readonly string[]): Promise<number> {
  const terminal = openTerminal(false);
  const { benchUsage } = await import('../bench/options.ts');
  if (words.includes('--help') || words.includes('-h')) {
    terminal.print(benchUsage);
    return 0;
  }
  const { runBench } = await import('../bench/bench.ts');
  return runBench(words, terminal.say);
}

function openContext(
  { root: named, quiet = false }: CommonOptions,
  { cwd, shared, version }: Pick<Context, 'cwd' | 'shared' | 'version'>,
): Context {
  const root = findRoot(named, cwd);
  const epoch = readEpoch(process.env['SOURCE_DATE_EPOCH']);
  const today = epoch === null ? null : new Date(epoch * 1000).toISOString().slice(0, 10);
  const terminal = openTerminal(quiet);
  return { root, cwd, shared, version, epoch, terminal, effects: diskEffects(root, shared, today, terminal.progress) };
}

/** Errors of the command line are thrown instead of ending the process. */
function withExits(program: Command): Command {
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ outputError: (text, write) => write(printableLines(text)) });
  return program;
}

function report(error: unknown): ExitCode {
  // It has printed what is wrong, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const terminal = openTerminal(false);
  const message = error instanceof UserError ? error.message : describeSystemError(error);
  if (message !== null) terminal.error(`proofsheet: ${printableLines(message)}`);
  else terminal.error(inspect(error));
  return 2;
}

/** `SOURCE_DATE_EPOCH`; null if it is not set. */
function readEpoch(epoch: string | undefined): number | null {
  if (epoch === undefined || epoch === '') return null;
  if (!/^\d{1,11}$/.test(epoch))
    throw new UserError(`SOURCE_DATE_EPOCH is \`${epoch}\`, expected a number of seconds since 1970`);
  return Number(epoch);
}
