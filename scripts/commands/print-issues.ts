import type { Issue } from '../domain/source.ts';
import { formatIssues, type IssueFormat } from '../issues/format.ts';
import type { Context } from './context.ts';
import { pathFrom } from './place.ts';

/** Prints issues in a format and returns what it printed; by default code frames on a terminal and a line an issue elsewhere. */
export function printIssues(issues: readonly Issue[], context: Context, format?: IssueFormat): string {
  const { root, cwd, version, effects, terminal } = context;
  const chosen = format ?? (terminal.color ? 'pretty' : 'text');
  const printing = { files: effects.files, color: terminal.color, version, pathOf: pathFrom(cwd, root) };
  const text = formatIssues(issues, chosen, printing);
  if (text !== '') terminal.print(text);
  return text;
}
