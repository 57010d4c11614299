import type { Issue } from '../domain/source.ts';
import { formatIssues, type IssueFormat } from '../issues/format.ts';
import type { Context } from './context.ts';
import { pathFrom } from './place.ts';

/**
 * Prints issues in a format and returns what it printed; by default code frames on a terminal and a line an issue elsewhere.
 * Where people read them, a last line counts those that are acknowledged.
 */
export function printIssues(
  issues: readonly Issue[],
  context: Context,
  format?: IssueFormat,
  acknowledged: readonly Issue[] = [],
): string {
  const { root, cwd, version, effects, terminal } = context;
  const chosen = format ?? (terminal.color ? 'pretty' : 'text');
  const printing = { files: effects.files, color: terminal.color, version, pathOf: pathFrom(cwd, root) };
  const count = chosen === 'pretty' || chosen === 'text' ? acknowledged.length : 0;
  const text = [formatIssues(issues, chosen, printing), ...describeAcknowledged(count)].join('\n');
  if (text !== '') terminal.print(text);
  return text;
}

function describeAcknowledged(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${count} acknowledged ${count === 1 ? 'warning is' : 'warnings are'} not shown (data/acknowledged.yaml)`];
}
