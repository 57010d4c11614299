import type { Catalog, Feature } from '../../scripts/domain/feature.ts';
import type { Edition, EditionDiff, EditionRow, Report, ShortlistResult } from '../../scripts/domain/report.ts';
import { formatCount } from '../../scripts/render/format.ts';
import { comparisonOf } from '../compare/comparisons.ts';
import { type CellView, viewCell } from '../parts/claim/view.ts';
import { shortlistQuery } from './filters.ts';

interface HeadView {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly href: string;
  readonly question: string;
}

/** A cell of the big table: as little as a row of a thousand can bear; what it needs on a narrow screen is in its attributes. */
interface MatrixCellView extends Pick<CellView, 'className' | 'href' | 'text' | 'marks' | 'git'> {
  readonly label: string;
  /** The group's label where the cell is the first of its group. */
  readonly group: string;
}

/** An edition as a table: heads in groups, rows in categories, a link to its proof in every cell. */
export function viewMatrix(edition: Edition, report: Report): object {
  const { base } = report.site;
  const grouped = edition.definition.features === null;
  const groups = grouped ? groupHeads(report.catalog, edition.features) : [];
  const rows = edition.rows.map((row) => viewRow(row, edition, groups, base));
  const columns = edition.features.length + 1;
  const categories = report.site.categories
    .map(({ id, label }) => ({ label, columns, rows: rows.filter(({ category }) => category === id) }))
    .filter((category) => category.rows.length > 0);
  const bodies = grouped ? categories : [{ label: '', columns, rows }];
  return {
    id: edition.definition.id,
    label: edition.definition.label,
    note: edition.definition.note ?? '',
    summary: `${formatCount(rows.length, 'framework')}, ${formatCount(edition.features.length, 'feature')}, as of ${edition.asOf}`,
    groups,
    heads: edition.features.map((feature) => viewHead(feature, base)),
    bodies,
    csvHref: `${base}api/v1/editions/${edition.definition.id}.csv`,
    jsonHref: `${base}api/v1/editions/${edition.definition.id}.json`,
    editions: viewEditions(report, edition),
  };
}

function viewRow(
  { framework, cells }: EditionRow,
  { definition }: Edition,
  groups: readonly GroupHead[],
  base: string,
) {
  const ownText = definition.source !== null;
  const firstOf = new Map(groups.map(({ first, label }) => [first, label]));
  return {
    id: framework.id,
    category: framework.category,
    name: framework.name,
    href: `${base}frameworks/${framework.id}/`,
    cells: cells.map((cell): MatrixCellView => {
      const { className, href, text, marks, git } = viewCell(cell, base, ownText);
      const { id, label } = cell.feature;
      return { className, href, text, marks, git, label, group: firstOf.get(id) ?? '' };
    }),
  };
}

/** Links to every edition's matrix, the shown one marked. */
function viewEditions(report: Report, current: Edition | null): readonly object[] {
  return report.editions.map((edition) => ({
    label: edition.definition.label,
    href: editionHref(report, edition),
    current: edition === current,
  }));
}

export function editionHref({ site, latest }: Report, edition: Edition): string {
  return edition === latest ? `${site.base}matrix/` : `${site.base}matrix/${edition.definition.id}/`;
}

interface GroupHead {
  readonly id: string;
  readonly label: string;
  readonly span: number;
  /** The feature that the group begins with. */
  readonly first: string;
}

function groupHeads({ groups }: Catalog, features: readonly Feature[]): readonly GroupHead[] {
  return groups.flatMap(({ id, label }) => {
    const own = features.filter(({ group }) => group === id);
    return own[0] === undefined ? [] : [{ id, label, span: own.length, first: own[0].id }];
  });
}

function viewHead({ id, label, short, question }: Feature, base: string): HeadView {
  return { id, label, short, question, href: `${base}features/#${id}` };
}

/** What became of every cell of an older edition. */
export function viewEditionDiff({ before, after, rows }: EditionDiff, report: Report): object {
  const { base } = report.site;
  const ownText = before.definition.source !== null;
  const all = rows.flatMap(({ changes }) => changes);
  const count = (kind: string): number => all.filter((change) => change.kind === kind).length;
  return {
    title: `${before.definition.label} and ${after.definition.label.toLowerCase()}`,
    anchor: before.definition.id,
    beforeLabel: before.definition.label,
    afterLabel: after.definition.label,
    beforeHref: editionHref(report, before),
    summary: `${formatCount(all.length, 'cell')}: ${formatCount(count('changed'), 'has', 'have')} another answer now, ${count('same')} the same, ${count('repeated')} not answered anew.`,
    frameworks: rows.map(({ framework, changes }) => ({
      name: framework.name,
      href: `${base}frameworks/${framework.id}/`,
      unchanged: changes
        .filter(({ kind }) => kind === 'same')
        .map(({ before: { feature } }) => feature.label)
        .join(', '),
      repeated: changes
        .filter(({ kind }) => kind === 'repeated')
        .map(({ before: { feature } }) => feature.label)
        .join(', '),
      changes: changes
        .filter(({ kind }) => kind === 'changed')
        .map((change) => ({
          label: change.before.feature.label,
          before: viewCell(change.before, base, ownText),
          after: viewCell(change.after, base),
        })),
    })),
  };
}

/** A shortlist in every edition: what meets the rule, and where the source's own list says otherwise. */
export function viewShortlist(results: readonly ShortlistResult[], report: Report): object {
  const { shortlist } = results[0] as ShortlistResult;
  const { base } = report.site;
  const features = new Map(report.catalog.features.map((feature) => [feature.id, feature]));
  const query = shortlistQuery(shortlist, report);
  const rule = shortlist.conditions.map(
    ({ feature, atLeast }) =>
      `${features.get(feature)?.label ?? feature}: ${atLeast === 'full' ? 'yes' : 'at least partly'}`,
  );
  return {
    id: shortlist.id,
    label: shortlist.label,
    note: shortlist.note ?? '',
    rule: rule.join(' · '),
    filterHref: query === null ? '' : `${base}matrix/?${query}`,
    compareHref: comparisonOf(shortlist.id, report),
    editions: results
      .filter(({ entries }) => entries.some(({ cells }) => cells.length > 0))
      .map((result) => viewResult(result, report, base)),
  };
}

function viewResult(
  { edition, entries, disagreements, shortlist }: ShortlistResult,
  report: Report,
  base: string,
): object {
  const meeting = entries.filter(({ meets }) => meets);
  const complete = shortlist.conditions.every(({ feature }) => edition.features.some(({ id }) => id === feature));
  return {
    label: edition.definition.label,
    href: editionHref(report, edition),
    complete,
    summary: complete
      ? `${meeting.length} of ${entries.length}`
      : 'This edition does not ask every question of the rule.',
    frameworks: (complete ? meeting : []).map(({ framework, cells }) => ({
      name: framework.name,
      href: `${base}frameworks/${framework.id}/`,
      cells: cells.map(({ cell }) => ({ label: cell.feature.label, ...viewCell(cell, base) })),
    })),
    disagreements: disagreements.map(({ row, listed }) => ({
      name: row.framework.name,
      href: `${base}frameworks/${row.framework.id}/`,
      verdict: listed
        ? 'listed by the source, though its own table does not meet the rule'
        : 'not listed by the source, though its own table meets the rule',
      cells: row.cells
        .filter(({ meets }) => listed !== meets)
        .map(({ cell }) => ({ label: cell.feature.label, ...viewCell(cell, base, true) })),
    })),
    source:
      shortlist.listed === null || shortlist.listed.edition !== edition.definition.id
        ? ''
        : (report.sources.get(shortlist.listed.source)?.title ?? ''),
    listed:
      shortlist.listed === null || shortlist.listed.edition !== edition.definition.id
        ? []
        : shortlist.listed.frameworks.map((id) => report.frameworks.find((one) => one.id === id)?.name ?? id),
  };
}
