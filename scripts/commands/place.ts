import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../domain/errors.ts';

const marks = ['data/site.yaml', 'frameworks'];

/**
 * The folder of the project: the one that is named, or the nearest one at or above `from` that holds one. Throws a
 * `UserError` with what to do if there is none.
 */
export function findRoot(named: string | undefined, from: string): string {
  if (named !== undefined) return requireProject(resolve(from, named), named);
  for (let folder = from; ; folder = dirname(folder)) {
    if (holdsProject(folder)) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new UserError(
    `there is no comparison in ${from} or above it (a folder with data/site.yaml)\n` +
      'go to its folder, name it with `--root <folder>`, or start one with `proofsheet init`',
  );
}

function requireProject(folder: string, named: string): string {
  if (!existsSync(folder)) throw new UserError(`there is no folder ${named}`);
  if (!statSync(folder).isDirectory()) throw new UserError(`${named} is a file, expected the folder of a comparison`);
  if (holdsProject(folder)) return folder;
  throw new UserError(
    `${named} holds no comparison: it has neither data/site.yaml nor frameworks/\nstart one with \`proofsheet init ${named}\``,
  );
}

/** Either mark will do: where only one is there, `check` says what is missing. */
function holdsProject(folder: string): boolean {
  return marks.some((mark) => existsSync(join(folder, mark)));
}

/** The path of a project's file as seen from where the user stands, with `/` on every system. */
export function pathFrom(cwd: string, root: string): (file: string) => string {
  return (file) => relative(cwd, join(root, file)).replaceAll('\\', '/');
}

/** The generator's own folder: the nearest one above a module that holds its templates and `package.json`. */
export function findShared(module: string): string {
  let folder = module;
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'site/styles'))))
    folder = dirname(folder);
  return folder;
}
