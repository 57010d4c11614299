import { isScalar, parseDocument, Scalar, visit } from 'yaml';
import { guessLicense } from '../domain/licenses.ts';
import type { Issue } from '../domain/source.ts';

/** A text to put in place of the characters from `from` to `to`. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** May `check --fix` change this file? A published run is never edited, and nobody writes repository facts. */
export function isFixable(file: string): boolean {
  return /^(?:frameworks|data)\/.*\.yaml$/.test(file) && !file.includes('/runs/');
}

/**
 * A YAML file with its mechanical mistakes mended: quotes, the spelling of dates and licenses, spaces at line ends. All
 * else, comments included, stays as it is.
 */
export function fixText(text: string, issues: readonly Issue[]): string {
  const document = parseDocument(text, { uniqueKeys: false });
  // Behind a syntax error nothing is certain.
  if (document.errors.length > 0) return quoteColons(text, issues);
  const scalars: Scalar.Parsed[] = [];
  visit(document, { Scalar: (_key, node) => void scalars.push(node as Scalar.Parsed) });
  const edits = [...issues.flatMap((one) => editOf(one, text, scalars)), ...spacesAtLineEnds(text, scalars)];
  const fixed = applyEdits(text, edits);
  return parseDocument(fixed, { uniqueKeys: false }).errors.length > 0 ? text : fixed;
}

function editOf(issue: Issue, text: string, scalars: readonly Scalar.Parsed[]): readonly Edit[] {
  const offset = offsetOf(text, issue);
  const found = scalars.find(({ range }) => range[0] === offset);
  if (found === undefined || !isScalar(found)) return [];
  const written = text.slice(found.range[0], found.range[1]);
  const mended = mend(issue, found, written);
  return mended === null ? [] : [{ from: found.range[0], to: found.range[1], text: mended }];
}

/** What to write in place of a value; null if that is not mechanical. */
function mend({ rule, message }: Issue, { value, type }: Scalar.Parsed, written: string): string | null {
  const plain = type === Scalar.PLAIN;
  switch (rule) {
    case 'license-invalid':
      return typeof value === 'string' ? guessLicense(value) : null;
    case 'value-type':
      return plain && /; (?:put it in quotes|quote it)$/.test(message) ? `'${written}'` : null;
    case 'value-form':
      return message.includes('calendar day') || message.includes('expected a date') ? spellDate(String(value)) : null;
    default:
      return null;
  }
}

/** `2026/7/4` as `2026-07-04`; null for anything that is not year, month and day in this order. */
function spellDate(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  return match === null ? null : [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].join('-');
}

/** Puts a value with a second colon into quotes, the commonest mistake in prose. */
function quoteColons(text: string, issues: readonly Issue[]): string {
  const lines = text.split('\n');
  const wrong = issues.filter(({ message }) => message.startsWith('Found a second colon and space in one line'));
  for (const { place } of wrong) {
    const line = lines[place.line - 1] ?? '';
    const match = /^(\s*(?:- )?[\w-]+: +)([^'"[{|>&*!].*?)(\s+#.*)?(\r?)$/.exec(line);
    if (match === null) continue;
    const [, head = '', value = '', comment = '', end = ''] = match;
    lines[place.line - 1] = `${head}'${value.replaceAll("'", "''")}'${comment}${end}`;
  }
  return lines.join('\n');
}

/** Spaces at line ends, but not inside a value of several lines, where they may count. */
function spacesAtLineEnds(text: string, scalars: readonly Scalar.Parsed[]): readonly Edit[] {
  const long = scalars.filter(({ range }) => text.slice(range[0], range[1]).includes('\n'));
  return [...text.matchAll(/[ \t]+(?=\r?$)/gm)]
    .map(({ index, 0: spaces }) => ({ from: index, to: index + spaces.length, text: '' }))
    .filter(({ from }) => !long.some(({ range }) => from >= range[0] && from < range[2]));
}

function offsetOf(text: string, { place }: Issue): number {
  const before = text.split('\n').slice(0, place.line - 1);
  return before.reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
}

/** Applies edits from the last to the first; of two at one place the first counts. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...new Map(edits.toReversed().map((one) => [one.from, one])).values()].sort(
    (a, b) => b.from - a.from,
  );
  return sorted.reduce((all, { from, to, text: put }) => all.slice(0, from) + put + all.slice(to), text);
}
