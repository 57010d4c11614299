import type { BenchmarkFilter } from '../../../scripts/domain/benchmark.ts';
import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport, SaturationResult, SweepReport } from '../../../scripts/domain/report.ts';
import { type Rank, ranksOfSaturation } from '../../../scripts/merge/ranking.ts';
import { formatCount, formatInterval, formatSaturation, formatSpread } from '../../../scripts/render/format.ts';
import type { Urls } from '../../../scripts/render/urls.ts';

/** Where every program of a run saturates, and what else readers compare it by. */
export interface SaturationView {
  readonly saturationLabel: string;
  readonly saturationText: string;
  /** The columns of other measures, by the benchmark's filters. */
  readonly saturationColumns: readonly string[];
  /** A group for each class of programs; a single one without a name where there are none. */
  readonly saturation: readonly SaturationGroup[];
  readonly saturationNotes: readonly { readonly label: string; readonly note: string }[];
}

interface SaturationGroup {
  readonly name: string;
  /** `26 programs, 1,900/s to ≥ 12,800/s`. */
  readonly range: string;
  readonly open: boolean;
  readonly rows: readonly SaturationRow[];
}

interface SaturationRow extends SaturationResultView {
  readonly rank: string;
  readonly values: readonly { readonly text: string; readonly sort: string }[];
  readonly version: string;
  readonly runtime: string;
}

/** Where one program saturates, in words. */
interface SaturationResultView {
  readonly label: string;
  /** The framework's page; empty for a baseline. */
  readonly href: string;
  readonly value: string;
  /** The number to sort by. */
  readonly sort: string;
  readonly interval: string;
  readonly disturbed: boolean;
}

/** The programs of a run by class, with their ranks and versions. */
export function viewSaturation(report: BenchmarkReport, run: RunReport, urls: Urls): SaturationView {
  const { saturation, filters } = report.benchmark;
  const ranks = ranksOfSaturation(run);
  const columns = filters.filter(({ at }) => at !== null);
  const all = bySaturation(run);
  const scenarios = new Set(all.map(({ sweep }) => sweep.sweep.scenario));
  const groups = Map.groupBy(all, ({ sweep: { sweep } }) =>
    [sweep.class, scenarios.size > 1 ? sweep.scenario : null].filter((part) => part !== null).join(', '),
  );
  return {
    saturationLabel: saturation?.label ?? '',
    saturationText: saturation?.text ?? '',
    saturationColumns: columns.map(({ label }) => label),
    saturation: [...groups].map(([name, saturated], index) => ({
      name: name === '' ? 'All programs' : name,
      range: formatRange(saturated, report),
      open: index === 0,
      rows: saturated.map((one) => ({
        ...viewResult(one, report, urls),
        rank: formatRank(ranks.get(one.sweep.series)),
        values: columns.map((filter) => viewValue(one.sweep, filter, report)),
        version: one.sweep.sweep.version ?? '',
        runtime: one.sweep.sweep.runtime ?? '',
      })),
    })),
    saturationNotes: all.flatMap(({ sweep: { label, sweep } }) =>
      sweep.note === null ? [] : [{ label, note: sweep.note }],
    ),
  };
}

function formatRange(saturated: readonly Saturated[], report: BenchmarkReport): string {
  const axis = measureOf(report, report.benchmark.axis);
  const [first, last] = [saturated[0], saturated.at(-1)];
  const text = (one: Saturated | undefined): string =>
    one === undefined ? '' : formatSaturation(one.saturation, axis);
  return `${formatCount(saturated.length, 'program')}, ${first === last ? text(first) : `${text(last)} to ${text(first)}`}`;
}

/** `3–5 of 22`; empty for what is not ranked. */
export function formatRank(rank: Rank | undefined): string {
  if (rank === undefined || rank.of < 2) return '';
  return `${rank.best === rank.worst ? rank.best : `${rank.best}–${rank.worst}`} of ${rank.of}`;
}

interface Saturated {
  readonly sweep: SweepReport;
  readonly saturation: SaturationResult;
}

/** From the highest to the lowest; the intervals say which can be told apart. */
function bySaturation({ sweeps }: RunReport): readonly Saturated[] {
  return sweeps
    .flatMap((sweep) => (sweep.saturation === null ? [] : [{ sweep, saturation: sweep.saturation }]))
    .sort(
      (a, b) =>
        (b.saturation.value ?? 0) - (a.saturation.value ?? 0) ||
        (b.saturation.low ?? 0) - (a.saturation.low ?? 0) ||
        (a.sweep.label < b.sweep.label ? -1 : 1),
    );
}

function viewResult({ sweep, saturation }: Saturated, report: BenchmarkReport, urls: Urls): SaturationResultView {
  const axis = measureOf(report, report.benchmark.axis);
  const { framework } = sweep.sweep;
  return {
    label: sweep.label,
    href: framework === null ? '' : urls.framework(framework),
    value: formatSaturation(saturation, axis),
    sort: String(saturation.value ?? 0),
    interval: formatInterval(saturation, axis),
    disturbed: saturation.disturbed,
  };
}

/** A measure at the step of its filter; empty where it was not measured. */
function viewValue(
  { levels }: SweepReport,
  { at }: BenchmarkFilter,
  report: BenchmarkReport,
): { readonly text: string; readonly sort: string } {
  const spread = levels.find(({ axis }) => axis === at?.axis)?.spreads.get(at?.measure ?? '');
  if (spread === undefined || at === null) return { text: '', sort: '' };
  return { text: formatSpread(spread, measureOf(report, at.measure)), sort: String(spread.median) };
}
