import type { Catalog, Feature } from '../../scripts/domain/feature.ts';
import type { Edition, EditionRow } from '../../scripts/domain/report.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import type { Site } from '../layout/site.ts';
import { type CellView, viewCell } from '../parts/cell/view.ts';
import { type FilterFile, type FiltersView, viewFilters } from './filters.ts';
import { type MeasuredCell, measuredColumns } from './measured.ts';

/** An edition as a table: heads in groups, rows in categories. */
export interface MatrixView {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly summary: string;
  readonly groups: readonly GroupView[];
  readonly measured: readonly { readonly label: string; readonly href: string; readonly id: string }[];
  /** How many columns were measured. */
  readonly measuredSpan: string;
  readonly heads: readonly HeadView[];
  readonly bodies: readonly BodyView[];
  readonly csvHref: string;
  readonly jsonHref: string;
  readonly compareHref: string;
  readonly editions: readonly EditionLink[];
  readonly filters: FiltersView;
}

interface GroupView {
  readonly id: string;
  readonly label: string;
  readonly span: number;
}

interface HeadView {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly question: string;
  /** Hidden until a reader asks for it. */
  readonly folded: boolean;
}

interface BodyView {
  /** Empty where rows are in no categories. */
  readonly label: string;
  readonly columns: number;
  readonly rows: readonly RowView[];
}

interface RowView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly measured: readonly MeasuredCell[];
  readonly cells: readonly MatrixCellView[];
}

/** A cell of the big table: as little as a row of a thousand can bear; what it needs on a narrow screen is in its attributes. */
interface MatrixCellView extends Pick<CellView, 'className' | 'href' | 'text' | 'marks' | 'git'> {
  readonly label: string;
  /** The group's label where the cell is the first of its group. */
  readonly group: string;
}

interface EditionLink {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

/** An edition as a table, a link to its proof in every cell, with its filters. */
export function viewMatrix(edition: Edition, index: FilterFile, site: Site): MatrixView {
  const { report, urls } = site;
  const { definition, features, asOf } = edition;
  const grouped = definition.features === null;
  const firsts = grouped ? groupStarts(report.catalog, features) : [];
  const labels = new Map(firsts.map(({ first, label }) => [first, label]));
  const measured = measuredColumns(edition, report, urls);
  const rows = edition.rows.map((row, at) => ({
    ...viewRow(row, edition, labels, urls),
    measured: measured.flatMap(({ cells }) => cells[at] ?? []),
  }));
  const columns = features.length + measured.length + 1;
  const categories = report.site.categories
    .map(({ id, label }) => ({
      label,
      columns,
      rows: rows.filter((_, at) => edition.rows[at]?.framework.category === id),
    }))
    .filter((category) => category.rows.length > 0);
  return {
    id: definition.id,
    label: definition.label,
    note: definition.note ?? '',
    summary: `${formatCount(rows.length, 'framework')}, ${formatCount(features.length, 'feature')}, as of ${asOf}`,
    measured: measured.map(({ id, label, href }) => ({ id, label, href })),
    measuredSpan: String(measured.length),
    groups: firsts.map(({ id, label, span }) => ({ id, label, span })),
    heads: features.map(({ id, label, question, folded }) => ({
      ...{ id, label, question, folded: folded && grouped },
      href: urls.feature(id),
    })),
    bodies: grouped ? categories : [{ label: '', columns, rows }],
    csvHref: urls.apiFile(`editions/${definition.id}.csv`),
    jsonHref: urls.apiFile(`editions/${definition.id}.json`),
    compareHref: urls.compare,
    editions: report.editions.map((one) => ({
      label: one.definition.label,
      href: urls.edition(one.definition.id),
      current: one === edition,
    })),
    filters: viewFilters(edition, index, site),
  };
}

function viewRow(
  { framework, cells }: EditionRow,
  { definition }: Edition,
  labels: ReadonlyMap<string, string>,
  urls: Urls,
): Omit<RowView, 'measured'> {
  const ownText = definition.source !== null;
  return {
    id: framework.id,
    name: framework.name,
    href: urls.framework(framework.id),
    cells: cells.map((cell) => {
      const { className, href, text, marks, git } = viewCell(cell, urls, ownText);
      const { id, label } = cell.feature;
      return { className, href, text, marks, git, label, group: labels.get(id) ?? '' };
    }),
  };
}

interface GroupStart extends GroupView {
  /** The feature that the group begins with. */
  readonly first: string;
}

function groupStarts({ groups }: Catalog, features: readonly Feature[]): readonly GroupStart[] {
  return groups.flatMap(({ id, label }) => {
    const own = features.filter(({ group }) => group === id);
    return own[0] === undefined ? [] : [{ id, label, span: own.length, first: own[0].id }];
  });
}
