import { distance } from 'fastest-levenshtein';
import type { Issue, Level, Place } from './source.ts';

/** The level of every rule. Each issue ends with the id of its rule, which one can search for. */
export const rules = {
  'file-missing': 'error',
  'file-size': 'error',
  'file-name': 'error',
  'file-unread': 'error',
  'text-encoding': 'error',
  'text-control': 'error',
  'yaml-syntax': 'error',
  'yaml-duplicate-key': 'error',
  'yaml-feature': 'error',
  'yaml-limit': 'error',
  'key-unknown': 'error',
  'key-missing': 'error',
  'value-type': 'error',
  'value-form': 'error',
  'choice-unknown': 'error',
  'id-unknown': 'error',
  'id-duplicate': 'error',
  'license-invalid': 'error',
  'date-future': 'error',
  'claim-order': 'error',
  'claim-duplicate': 'error',
  'claim-disputes': 'error',
  'claim-unproven': 'warning',
  'source-undated': 'warning',
  'csv-syntax': 'error',
  'csv-header': 'error',
  'csv-empty': 'error',
  'csv-ragged': 'error',
  'csv-number': 'error',
  'csv-duplicate': 'error',
  'csv-formula': 'error',
  'csv-limit': 'error',
  'run-sweep': 'error',
  'step-impossible': 'error',
  'step-unbalanced': 'warning',
  'step-unphysical': 'warning',
  'run-ceiling': 'error',
  'run-scale': 'warning',
  'column-kind': 'error',
  'setting-missing': 'error',
  'chart-empty': 'warning',
  'lead-missing': 'error',
  'program-changed': 'warning',
  'page-form': 'error',
  'directive-unknown': 'error',
  'json-syntax': 'error',
  'facts-stray': 'warning',
  'git-contradicts': 'warning',
  'acknowledged-stale': 'warning',
  'facts-differ': 'warning',
  'tags-unmatched': 'warning',
  'repository-host': 'warning',
  'run-lead': 'warning',
  'look-missing': 'warning',
  'look-shared': 'warning',
} as const satisfies Record<string, Level>;

type Rule = keyof typeof rules;

/** An issue under `rule` at `place`; the message says what was found, what was expected and how to fix it. */
export function issue(rule: Rule, place: Place, message: string): Issue {
  return { rule, level: rules[rule], place, message };
}

/** "Unknown key `titel`, expected one of …; did you mean `title`?" */
export function unexpected(what: string, found: string, expected: readonly string[]): string {
  if (expected.length === 0) return `Unknown ${what} \`${found}\`; none is defined here, so remove it`;
  const guess = nearest(found, expected);
  const listed = expected.length > 12 ? `${expected.slice(0, 12).join(', ')}, …` : expected.join(', ');
  const rest = guess === null ? '' : `; did you mean \`${guess}\`?`;
  return `Unknown ${what} \`${found}\`, expected one of ${listed}${rest}`;
}

/** The candidate nearest to `found` in edits (at most two, fewer for short words), or null. */
export function nearest(found: string, candidates: readonly string[]): string | null {
  const allowed = found.length <= 3 ? 1 : found.length <= 12 ? 2 : 3;
  const near = candidates
    .map((candidate) => ({ candidate, edits: editsBetween(found.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate ?? null;
}

/** Letters in another order count as one edit, since they are one slip of the fingers. */
function editsBetween(a: string, b: string): number {
  const sorted = (text: string): string => [...text].sort().join('');
  const edits = distance(a, b);
  return edits === 2 && sorted(a) === sorted(b) ? 1 : edits;
}

/** Issues without repeats, by file, line, column and rule: the order in which every build prints them. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const sorted = [...issues].sort(compareIssues);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareIssues(before, one) !== 0;
  });
}

function compareIssues(a: Issue, b: Issue): number {
  return (
    compare(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

/** Does any issue stop the build? */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ level }) => level === 'error');
}

/** `file:line:column level message [rule]`, always on one line. */
export function printIssue({ place, level, message, rule }: Issue): string {
  return printable(`${place.file}:${place.line}:${place.column} ${level} ${message} [${rule}]`);
}

/** Text that cannot move the cursor, start a new line or change its direction: control and bidi characters are escaped. */
export function printable(text: string): string {
  return text.replace(unprintable, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
