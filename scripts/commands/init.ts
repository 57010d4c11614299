import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../domain/errors.ts';
import { isId } from '../domain/ids.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { type Answers, toId } from '../scaffold/answers.ts';
import { scaffoldProject } from '../scaffold/project.ts';
import type { Context, ExitCode } from './context.ts';

/** What `init` is told; it asks for the rest on a terminal. */
export interface InitArguments {
  readonly folder: string;
  readonly title: string | undefined;
  readonly noun: string | undefined;
  readonly nounPlural: string | undefined;
  readonly frameworks: readonly string[] | undefined;
  readonly benchmark: string | undefined;
}

type Ask = (question: string, usual: string) => Promise<string>;

/** Writes a small complete comparison into an empty or new folder. */
export async function runInit(
  args: InitArguments,
  { cwd, version, terminal }: Pick<Context, 'cwd' | 'version' | 'terminal'>,
): Promise<ExitCode> {
  const folder = resolve(cwd, args.folder);
  requireEmpty(folder, args.folder);
  const answers = terminal.interactive
    ? await askOnTerminal((ask) => answer(args, folder, ask))
    : await answer(args, folder, (_, usual) => Promise.resolve(usual));
  const today = new Date().toISOString().slice(0, 10);
  const files = scaffoldProject({ ...answers, today, version });
  for (const [path, text] of Object.entries(files)) writeFileWhole(join(folder, path), text);
  const inside = relative(cwd, folder) || '.';
  const shown = inside.startsWith('..') ? folder : inside;
  terminal.print(`${Object.keys(files).length} files written to ${shown}`);
  terminal.say(`next: ${shown === '.' ? '' : `cd ${shown}, `}npm install, npm run build, npm run preview`);
  terminal.say('then edit frameworks/*.yaml and data/features.yaml; npm run check finds mistakes');
  return 0;
}

/** What package managers and git leave in a new folder does not count. */
const allowed = new Set(['.git', 'node_modules', 'package.json', 'package-lock.json', 'LICENSE', '.DS_Store']);

function requireEmpty(folder: string, named: string): void {
  if (!existsSync(folder)) return;
  const found = readdirSync(folder).filter((name) => !allowed.has(name));
  if (found.length === 0) return;
  const listed = found.slice(0, 5).join(', ');
  throw new UserError(`${named} is not empty (${listed}); name a new folder, as in \`proofsheet init my-comparison\``);
}

async function answer(args: InitArguments, folder: string, ask: Ask): Promise<Omit<Answers, 'today' | 'version'>> {
  const title = args.title ?? (await ask('Title of the comparison', titleOf(basename(folder))));
  const noun = args.noun ?? (await ask('What is compared, in one word', 'framework'));
  const nounPlural = args.nounPlural ?? (await ask('The same for several', `${noun}s`));
  const names =
    args.frameworks ?? (await ask(`The first two ${nounPlural}, separated by a comma`, 'First, Second')).split(',');
  const benchmark = args.benchmark ?? (await ask('Title of a benchmark, or none', 'none'));
  return {
    title,
    noun,
    nounPlural,
    frameworks: requireNames(names),
    benchmark: benchmark === 'none' || benchmark === '' ? null : (requireNames([benchmark])[0] ?? null),
  };
}

function titleOf(folder: string): string {
  const words = folder.replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Comparison' : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Names whose ids can be files, each once. */
function requireNames(names: readonly string[]): readonly string[] {
  const trimmed = names.map((name) => name.trim()).filter((name) => name !== '');
  const wrong = trimmed.find((name) => !isId(toId(name)));
  if (wrong !== undefined) throw new UserError(`\`${wrong}\` gives no id; use letters a to z or digits`);
  const ids = trimmed.map(toId);
  const twice = trimmed.find((_, index) => ids.indexOf(ids[index] ?? '') !== index);
  if (twice !== undefined) throw new UserError(`\`${twice}\` has the id of another one; use different names`);
  if (trimmed.length === 0) throw new UserError('there is no name; expected at least one');
  return trimmed;
}

async function askOnTerminal<T>(use: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await use(async (question, usual) => (await lines.question(`${question} (${usual}): `)).trim() || usual);
  } finally {
    lines.close();
  }
}
