import type { MatrixCell, ShortlistResult, ShortlistRow } from '../../scripts/domain/report.ts';
import type { Shortlist } from '../../scripts/domain/site.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import { comparisonOf } from '../compare/comparisons.ts';
import type { Site } from '../layout/site.ts';
import { shortlistQuery } from '../matrix/filters.ts';
import { type CellView, viewCell } from '../parts/cell/view.ts';

/** Every shortlist in every edition. */
export interface ShortlistsView {
  readonly shortlists: readonly ShortlistView[];
}

interface ShortlistView {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly rule: string;
  /** The rule as a filter of the matrix; empty where it is none. */
  readonly filterHref: string;
  /** The page on which its members stand side by side; empty where there is none. */
  readonly compareHref: string;
  readonly editions: readonly ResultView[];
}

interface ResultView {
  readonly label: string;
  readonly href: string;
  readonly summary: string;
  readonly frameworks: readonly MemberView[];
  readonly disagreements: readonly DisagreementView[];
  /** The title of the source that has a list of its own; empty where there is none. */
  readonly source: string;
  readonly listed: readonly string[];
}

interface MemberView {
  readonly name: string;
  readonly href: string;
  readonly cells: readonly LabeledCell[];
}

interface DisagreementView extends MemberView {
  readonly verdict: string;
}

interface LabeledCell extends CellView {
  readonly label: string;
}

/** What meets each rule, and where a source's own list says otherwise. */
export function viewShortlists(site: Site): ShortlistsView {
  const results = Map.groupBy(site.report.shortlists, ({ shortlist }) => shortlist.id).values();
  return { shortlists: [...results].flatMap((one) => viewShortlist(one, site)) };
}

function viewShortlist(results: readonly ShortlistResult[], site: Site): readonly ShortlistView[] {
  const { report, urls } = site;
  const shortlist = results[0]?.shortlist;
  if (shortlist === undefined) return [];
  const features = new Map(report.catalog.features.map((feature) => [feature.id, feature]));
  const query = shortlistQuery(shortlist, report);
  const rule = shortlist.conditions.map(
    ({ feature, atLeast, still }) =>
      `${features.get(feature)?.label ?? feature}: ${still ? 'still ' : ''}${atLeast === 'full' ? 'yes' : 'at least partly'}`,
  );
  return [
    {
      id: shortlist.id,
      label: shortlist.question,
      note: shortlist.note ?? '',
      rule: rule.join(' · '),
      filterHref: query === null ? '' : urls.filtered(query),
      compareHref: comparisonOf(shortlist.id, site),
      editions: results
        .filter(({ entries }) => entries.some(({ cells }) => cells.length > 0))
        .toReversed()
        .map((result) => viewResult(result, site)),
    },
  ];
}

function viewResult({ edition, entries, disagreements, shortlist }: ShortlistResult, site: Site): ResultView {
  const { report, urls } = site;
  const { definition, features } = edition;
  const meeting = entries.filter(({ meets }) => meets);
  const complete = shortlist.conditions.every(({ feature }) => features.some(({ id }) => id === feature));
  const list = shortlist.listed?.edition === definition.id ? shortlist.listed : null;
  return {
    label: definition.label,
    href: urls.edition(definition.id),
    summary: complete
      ? `${meeting.length} of ${entries.length}${describeAges(meeting, shortlist)}`
      : 'This edition does not ask every question of the rule.',
    frameworks: (complete ? meeting : []).map(({ framework, cells }) => ({
      name: framework.name,
      href: urls.framework(framework.id),
      cells: cells.map(({ cell, basedOn }, at) => {
        const labeled = viewLabeled(cell, urls, false);
        const day = shortlist.conditions[at]?.still === true && basedOn !== null ? ` as of ${basedOn}` : '';
        return { ...labeled, label: `${labeled.label}${day}` };
      }),
    })),
    disagreements: disagreements.map(({ row, listed }) => ({
      name: row.framework.name,
      href: urls.framework(row.framework.id),
      verdict: listed
        ? 'listed by the source, though its own table does not meet the rule'
        : 'not listed by the source, though its own table meets the rule',
      cells: row.cells.filter(({ meets }) => listed !== meets).map(({ cell }) => viewLabeled(cell, urls, true)),
    })),
    source: list === null ? '' : (report.sources.get(list.source)?.title ?? ''),
    listed: (list?.frameworks ?? []).map((id) => report.frameworks.find((one) => one.id === id)?.name ?? id),
  };
}

/** `, as of 2026 (29), 2025 (2)`: how old the answers are that must still hold, by the oldest of each framework. */
function describeAges(meeting: readonly ShortlistRow[], { conditions }: Shortlist): string {
  const years = meeting.flatMap(({ cells }) => {
    const days = cells.flatMap(({ basedOn }, at) => (conditions[at]?.still === true ? [basedOn ?? ''] : []));
    const oldest = days.sort()[0];
    return oldest === undefined ? [] : [oldest === '' ? 'no date' : oldest.slice(0, 4)];
  });
  const counts = [...Map.groupBy(years, (year) => year)].sort(([a], [b]) => (a < b ? 1 : -1));
  return counts.length === 0 ? '' : `, as of ${counts.map(([year, own]) => `${year} (${own.length})`).join(', ')}`;
}

function viewLabeled(cell: MatrixCell, urls: Urls, ownText: boolean): LabeledCell {
  return { label: cell.feature.label, ...viewCell(cell, urls, ownText) };
}
