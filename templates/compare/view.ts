import type { FigureView } from '../parts/figure/view.ts';
import { lineHtml } from '../parts/program/view.ts';
import type { ComparedFramework, QuestionGroup, RunSummary } from './client/model.ts';
import { type CodeView, compareFrameworks } from './client/view.ts';
import type { Prepared } from './comparisons.ts';

/** A page of frameworks side by side. */
export function viewFrameworkComparison(
  { title, note }: Prepared,
  comparedFrameworks: readonly ComparedFramework[],
  questions: readonly QuestionGroup[],
  runs: readonly RunSummary[],
  figures: readonly FigureView[],
  base: string,
): object {
  const { groups, code, ...text } = compareFrameworks(comparedFrameworks, questions, runs);
  return {
    ...text,
    title,
    note,
    comparedFrameworks: comparedFrameworks.map(({ name, href, summary, language }) => ({
      name,
      href,
      summary,
      language,
    })),
    groups,
    span: comparedFrameworks.length + 1,
    figures,
    code: code === null ? null : viewCode(code),
    customHref: `${base}compare/?f=${comparedFrameworks.map(({ id }) => id).join(',')}`,
    indexHref: `${base}compare/`,
  };
}

function viewCode({ rows, ...text }: CodeView): object {
  return {
    ...text,
    rows: rows.map(({ shared, lines }) => ({
      shared,
      cells: lines.map((line) => ({ absent: line === null, codeHtml: lineHtml(line ?? []) })),
    })),
  };
}
