import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { check } from '../build.ts';
import { UserError } from '../domain/errors.ts';
import { hasErrors } from '../domain/issue.ts';
import type { Issue } from '../domain/source.ts';
import type { IssueFormat } from '../issues/format.ts';
import type { Context, ExitCode } from './context.ts';
import { fixFiles } from './fix.ts';
import { printIssues } from './print-issues.ts';
import { watchProject } from './watch.ts';

/** How `check` is run. */
export interface CheckArguments {
  /** Only the issues of these files and folders; all if there are none. */
  readonly paths: readonly string[];
  readonly format: IssueFormat | undefined;
  /** Mend first what is mechanical. */
  readonly fix: boolean;
  /** Check again after every change, until interrupted. */
  readonly watch: boolean;
}

/** Checks every input and prints all issues; 1 if any of them is an error. */
export async function runCheck(context: Context, args: CheckArguments): Promise<ExitCode> {
  const wanted = args.paths.map((path) => inProject(path, context));
  const once = (): ExitCode => checkOnce(context, wanted, args);
  const code = once();
  if (!args.watch) return code;
  await watchProject(context.root, () => {
    // A new screen, as in a terminal's own `clear`.
    if (context.terminal.interactive) context.terminal.print('\u001b[2J\u001b[H');
    once();
  });
  return 0;
}

function checkOnce(context: Context, wanted: readonly string[], { fix, format }: CheckArguments): ExitCode {
  if (fix) {
    const files = fixFiles(context, (file) => isBelow(file, wanted));
    context.terminal.say(
      files === 0 ? 'nothing was mended' : `${files} ${files === 1 ? 'file was' : 'files were'} mended`,
    );
  }
  const { issues, acknowledged } = check(context.effects);
  const below = (all: readonly Issue[]): readonly Issue[] => all.filter(({ place }) => isBelow(place.file, wanted));
  const shown = below(issues);
  printIssues(shown, context, format, below(acknowledged));
  return hasErrors(shown) ? 1 : 0;
}

/** A path relative to the project, with `/`; throws a `UserError` if there is nothing or it is outside. */
function inProject(path: string, { cwd, root }: Context): string {
  const absolute = resolve(cwd, path);
  const inside = relative(root, absolute).replaceAll('\\', '/');
  if (inside.startsWith('..')) throw new UserError(`${path} is not in the comparison in ${root}`);
  if (!existsSync(absolute)) throw new UserError(`there is no file or folder ${path}`);
  return statSync(absolute).isDirectory() && inside !== '' ? `${inside}/` : inside;
}

function isBelow(file: string, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((path) => path === '' || (path.endsWith('/') ? file.startsWith(path) : file === path));
}
