import type { Site } from '../layout/site.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { lineHtml } from '../parts/program/view.ts';
import type { Compared, ComparedAnswer, ComparedFramework } from './client/model.ts';
import { type CodeView, type ComparisonText, compareFrameworks, type ResultView } from './client/view.ts';
import type { Prepared } from './comparisons.ts';

/** Some frameworks side by side. */
export interface ComparisonView extends Pick<ComparisonText, 'counts' | 'short' | 'ranking' | 'unmeasured'> {
  readonly title: string;
  readonly note: string;
  readonly comparedFrameworks: readonly Pick<ComparedFramework, 'name' | 'href' | 'summary' | 'language'>[];
  readonly groups: readonly GroupView[];
  /** How many columns a group's heading is wide. */
  readonly span: number;
  readonly results: readonly Omit<ResultView, 'id' | 'comparedMeasures'>[];
  readonly figures: readonly FigureView[];
  readonly code: AlignedView | null;
  readonly customHref: string;
  readonly indexHref: string;
}

interface GroupView {
  readonly label: string;
  readonly rows: readonly AnswersView[];
}

interface AnswersView {
  readonly kind: string;
  readonly label: string;
  readonly href: string;
  readonly cells: readonly Omit<ComparedAnswer, 'key'>[];
}

/** Programs line by line. */
interface AlignedView extends Omit<CodeView, 'rows'> {
  readonly rows: readonly {
    readonly shared: boolean;
    readonly cells: readonly { readonly absent: boolean; readonly codeHtml: string }[];
  }[];
}

/** A page of frameworks side by side. */
export function viewComparison(prepared: Prepared, compared: Compared, site: Site): ComparisonView {
  const ids = prepared.frameworks.map(({ id }) => id);
  const columns = ids.flatMap((id) => compared.frameworks.find((one) => one.id === id) ?? []);
  const { groups, code, results, ...text } = compareFrameworks(columns, compared.questions, compared.runs);
  return {
    ...text,
    title: prepared.title,
    note: prepared.note,
    comparedFrameworks: columns.map(({ name, href, summary, language }) => ({ name, href, summary, language })),
    groups: groups.map(({ label, rows }) => ({
      label,
      rows: rows.map((row) => ({ ...row, cells: row.cells.map(({ key: _, ...cell }) => cell) })),
    })),
    span: columns.length + 1,
    results: results.map(({ id: _, comparedMeasures: __, ...result }) => result),
    figures: site.figures.onPage(site.paths.comparison(prepared.name)).map((figure) => viewFigure(figure, site.urls)),
    code: code === null ? null : viewCode(code),
    customHref: site.urls.chosen(ids),
    indexHref: site.urls.compare,
  };
}

function viewCode({ rows, ...text }: CodeView): AlignedView {
  return {
    ...text,
    rows: rows.map(({ shared, lines }) => ({
      shared,
      cells: lines.map((line) => ({ absent: line === null, codeHtml: lineHtml(line ?? []) })),
    })),
  };
}
