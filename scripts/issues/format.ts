import { hasErrors, printable, printIssue } from '../domain/issue.ts';
import { limits } from '../domain/limits.ts';
import type { Files, Issue } from '../domain/source.ts';
import { countIssues, formatPretty } from './pretty.ts';
import { ruleUrl } from './rules.ts';
import { formatSarif } from './sarif.ts';

/** The forms in which issues are printed. */
export const issueFormats = ['pretty', 'text', 'json', 'github', 'sarif'] as const;
export type IssueFormat = (typeof issueFormats)[number];

/** What printing needs beside the issues. */
interface Printing {
  /** The inputs, for code frames. */
  readonly files: Files;
  readonly color: boolean;
  /** The version of the generator. */
  readonly version: string;
  /** The path of a file as the user sees it, relative to where the user stands. */
  readonly pathOf: (file: string) => string;
}

/** Issues as text in a format, with a last line that counts them where people read it. */
export function formatIssues(issues: readonly Issue[], format: IssueFormat, printing: Printing): string {
  const relative = issues.map((one) => ({ ...one, place: { ...one.place, file: printing.pathOf(one.place.file) } }));
  switch (format) {
    case 'pretty':
      return [formatPretty(issues.slice(0, limits.printedIssues), printing), ...more(issues)].join('\n');
    case 'text':
      return [...relative.slice(0, limits.printedIssues).map(printIssue), ...more(issues), countIssues(issues)].join(
        '\n',
      );
    case 'json':
      return formatJson(relative);
    case 'github':
      return [
        ...relative.slice(0, limits.printedIssues).map(formatAnnotation),
        ...more(issues),
        countIssues(issues),
      ].join('\n');
    case 'sarif':
      return formatSarif(relative, printing.version);
    default:
      return format satisfies never;
  }
}

function more(issues: readonly Issue[]): readonly string[] {
  return issues.length > limits.printedIssues ? [`and ${issues.length - limits.printedIssues} more`] : [];
}

function formatJson(issues: readonly Issue[]): string {
  const listed = issues.map(({ place, level, rule, message }) => ({
    ...place,
    level,
    rule,
    message,
    url: ruleUrl(rule),
  }));
  return JSON.stringify({ ok: !hasErrors(issues), issues: listed }, null, 1);
}

/** A workflow command of GitHub, which puts the issue into the changed file. */
function formatAnnotation({ place, level, rule, message }: Issue): string {
  const properties = { file: place.file, line: place.line, col: place.column, title: rule };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${listed.join(',')}::${escapeData(printable(message))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
