import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { check } from '../build.ts';
import { UserError } from '../domain/errors.ts';
import { hasErrors } from '../domain/issue.ts';
import type { Issue } from '../domain/source.ts';
import type { IssueFormat } from '../issues/format.ts';
import type { Context, ExitCode } from './context.ts';
import { printIssues } from './print-issues.ts';

/** How `check` is run. */
export interface CheckArguments {
  /** Only the issues of these files and folders; all if there are none. */
  readonly paths: readonly string[];
  readonly format: IssueFormat | undefined;
}

/** Checks every input and prints all issues; 1 if any of them is an error. */
export function runCheck(context: Context, { paths, format }: CheckArguments): ExitCode {
  const wanted = paths.map((path) => inProject(path, context));
  const { issues } = check(context.effects);
  const shown = issues.filter((one) => isBelow(one, wanted));
  printIssues(shown, context, format);
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

function isBelow({ place }: Issue, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  return wanted.some((path) => path === '' || (path.endsWith('/') ? place.file.startsWith(path) : place.file === path));
}
