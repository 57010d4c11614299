import type { Edition, Report } from '../../scripts/domain/report.ts';
import { formatQuantity } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import { measuredFilters, type Result, resultsOf } from './filter-index.ts';

/** A column of what was measured: its head, and a cell for each row of the edition. */
interface MeasuredColumn {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly cells: readonly MeasuredCell[];
}

/** A result and its share of the largest one, as a bar. */
export interface MeasuredCell {
  readonly text: string;
  readonly href: string;
  readonly label: string;
  readonly bar: string;
}

const shownColumns = 3;

/** The first results of lead runs that an edition's readers can filter by. */
export function measuredColumns(edition: Edition, report: Report, urls: Urls): readonly MeasuredColumn[] {
  return measuredFilters(edition, report)
    .slice(0, shownColumns)
    .map((measured) => {
      const { benchmark, filter, id } = measured;
      const href = urls.benchmark(benchmark.benchmark.id);
      const results = resultsOf(measured, edition);
      const most = Math.max(0, ...results.map((result) => result?.value ?? 0));
      return {
        id,
        label: filter.label,
        href,
        cells: results.map((result) => ({
          text: formatResult(result, filter.unit),
          href,
          label: filter.label,
          bar: result === null || most === 0 ? '0' : String(Math.round((100 * result.value) / most)),
        })),
      };
    });
}

function formatResult(result: Result | null, unit: string): string {
  if (result === null) return '';
  const text = formatQuantity(result.value, { unit });
  return result.open ? `≥ ${text}` : text;
}
