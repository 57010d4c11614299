import { codeFrameColumns } from '@babel/code-frame';
import { printable } from '../domain/issue.ts';
import type { Files, Issue, Place } from '../domain/source.ts';
import { explanations, type RuleId, ruleUrl } from './rules.ts';

interface Printing {
  readonly files: Files;
  readonly color: boolean;
  readonly pathOf: (file: string) => string;
}

/** Issues by file, each with the lines around its place and a caret, and at the end what the broken rules mean. */
export function formatPretty(issues: readonly Issue[], printing: Printing): string {
  if (issues.length === 0) return countIssues(issues, printing.color);
  const groups = [...Map.groupBy(issues, ({ place }) => place.file)];
  const files = groups.map(([file, list]) => formatFile(file, list, printing));
  return [...files, formatRules(issues, printing.color), countIssues(issues, printing.color)].join('\n\n');
}

function formatFile(file: string, issues: readonly Issue[], printing: Printing): string {
  const lines = readLines(file, printing.files);
  const heading = paint(printable(printing.pathOf(file)), 'bold', printing.color);
  return [heading, ...issues.map((one) => formatOne(one, lines, printing.color))].join('\n');
}

function formatOne({ place, level, message, rule }: Issue, lines: readonly string[], color: boolean): string {
  const at = `${place.line}:${place.column}`;
  const label = paint(level, level === 'error' ? 'red' : 'yellow', color);
  const head = `  ${at} ${label} ${printable(message)} ${link(`[${rule}]`, ruleUrl(rule), color)}`;
  const frame = frameOf(place, lines, color);
  return frame === '' ? head : `${head}\n${frame.replace(/^/gm, '    ')}`;
}

const longestLine = 200;

/** The line of the place, with the two above and the one below; long lines are cut around the caret. */
function frameOf({ line, column }: Place, lines: readonly string[], color: boolean): string {
  const found = lines[line - 1];
  if (found === undefined || (lines.length === 1 && found === '')) return '';
  const cut = Math.max(0, column - longestLine / 2);
  const shown = lines.map((text) => printable(text.slice(cut, cut + longestLine).replaceAll('\t', ' ')));
  // What is made visible takes more room, so the caret moves with it.
  const at = printable(found.slice(cut, column - 1).replaceAll('\t', ' ')).length + 1;
  const options = { highlightCode: false, forceColor: false, linesAbove: 2, linesBelow: 1 };
  const frame = codeFrameColumns(shown.join('\n'), { start: { line, column: at } }, options);
  return color ? frame.replace(/^.*\^$/m, (caret) => caret.replace('^', paint('^', 'red', true))) : frame;
}

function readLines(file: string, files: Files): readonly string[] {
  try {
    return new TextDecoder().decode(files.read(file)).split(/\r?\n/);
  } catch {
    return [];
  }
}

function formatRules(issues: readonly Issue[], color: boolean): string {
  const broken = [...new Set(issues.map(({ rule }) => rule))].sort();
  const lines = broken.map((rule) => {
    const meaning = explanations[rule as RuleId]?.meaning ?? '';
    return `  ${paint(rule, 'bold', color)}: ${meaning}\n    ${ruleUrl(rule)}`;
  });
  return ['Rules (`proofsheet explain <rule>` says more):', ...lines].join('\n');
}

/** "1 error, 2 warnings" */
export function countIssues(issues: readonly Issue[], color = false): string {
  const errors = issues.filter(({ level }) => level === 'error').length;
  const warnings = issues.length - errors;
  const of = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const counts = [
    paint(of(errors, 'error'), errors > 0 ? 'red' : 'green', color),
    paint(of(warnings, 'warning'), warnings > 0 ? 'yellow' : 'green', color),
  ];
  return counts.join(', ');
}

const codes = { bold: 1, red: 31, green: 32, yellow: 33 } as const;

function paint(text: string, style: keyof typeof codes, color: boolean): string {
  return color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;
}

/** A link that terminals open; plain text elsewhere. */
function link(text: string, url: string, color: boolean): string {
  return color ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text;
}
