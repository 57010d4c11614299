import { changesId } from '../../domain/figure.ts';
import type { EditionDiff, Report } from '../../domain/report.ts';
import type { TextFile } from '../../domain/source.ts';
import type { Effects } from '../../platform/effects.ts';
import { drawEditionDiff } from '../edition-diff.ts';
import type { FigureView } from '../view.ts';
import type { Figure } from './figure.ts';

/** What became of the answers of each edition that has a day, as a figure; it follows the newest claims. */
export async function changeFigures(
  report: Report,
  templates: readonly TextFile[],
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<readonly { readonly figure: Figure; readonly view: FigureView }[]> {
  const found: { readonly figure: Figure; readonly view: FigureView }[] = [];
  for (const comparison of report.comparisons) {
    const view = await drawEditionDiff(comparison, templates, effects);
    found.push({ figure: toFigure(comparison, view, report), view });
  }
  return found;
}

function toFigure(
  { before, after }: EditionDiff,
  view: FigureView & { readonly spec: object },
  { site }: Report,
): Figure {
  return {
    id: changesId(before.definition.id),
    pin: null,
    shows: null,
    title: view.title,
    question: view.question,
    alt: view.description,
    svg: view.svg,
    better: '',
    provenance: {
      run: `${before.definition.label} and ${after.definition.label.toLowerCase()}`,
      date: `${before.asOf} to ${after.asOf}`,
      testbed: '',
      warning: '',
      status: 'Newest claims',
      newer: false,
      source: site.title,
      license: site.license,
    },
    table: {
      caption: `${view.title}: ${view.note}`,
      rowLabel: view.rowHead,
      columns: view.head,
      rows: view.rows.map(({ label, data }) => ({ id: '', label, cells: data })),
    },
    numbers: {
      header: ['before', 'after', 'feature', 'answer', 'frameworks'],
      rows: view.rows.flatMap(({ label, data }) =>
        data.map(({ value }, index) => [before.asOf, after.asOf, label, view.columns[index] ?? '', Number(value)]),
      ),
    },
    series: [],
    columns: [],
    spec: view.spec,
    tabular: false,
  };
}
