import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport, SaturationResult } from '../../../scripts/domain/report.ts';
import type { Sweep } from '../../../scripts/domain/run.ts';
import { formatInterval, formatSaturation } from '../../../scripts/render/format.ts';
import type { Urls } from '../../../scripts/render/urls.ts';

/** Where every program of a run saturates. */
export interface SaturationView {
  readonly saturationLabel: string;
  readonly saturationText: string;
  readonly saturation: readonly SaturationRow[];
}

interface SaturationRow extends SaturationResultView {
  readonly version: string;
  readonly runtime: string;
  readonly scenario: string;
  readonly note: string;
}

/** Where one program saturates, in words. */
export interface SaturationResultView {
  readonly label: string;
  /** The framework's page; empty for a baseline. */
  readonly href: string;
  readonly value: string;
  readonly interval: string;
  readonly disturbed: boolean;
}

/** The programs of a run with their versions. */
export function viewSaturation(report: BenchmarkReport, run: RunReport, urls: Urls): SaturationView {
  const { saturation } = report.benchmark;
  return {
    saturationLabel: saturation?.label ?? '',
    saturationText: saturation?.text ?? '',
    saturation: bySaturation(run).map((one) => ({
      ...viewResult(one, report, urls),
      version: one.sweep.version ?? '',
      runtime: one.sweep.runtime ?? '',
      scenario: one.sweep.scenario ?? '',
      note: one.sweep.note ?? '',
    })),
  };
}

/** The programs of a run in short. */
export function viewSaturations(report: BenchmarkReport, run: RunReport, urls: Urls): readonly SaturationResultView[] {
  return bySaturation(run).map((one) => viewResult(one, report, urls));
}

interface Saturated {
  readonly label: string;
  readonly sweep: Sweep;
  readonly saturation: SaturationResult;
}

/** Without ranks: the intervals say which can be told apart. */
function bySaturation({ sweeps }: RunReport): readonly Saturated[] {
  return sweeps
    .flatMap(({ label, sweep, saturation }) => (saturation === null ? [] : [{ label, sweep, saturation }]))
    .sort(
      (a, b) =>
        (b.saturation.value ?? 0) - (a.saturation.value ?? 0) ||
        (b.saturation.low ?? 0) - (a.saturation.low ?? 0) ||
        (a.label < b.label ? -1 : 1),
    );
}

function viewResult(
  { label, sweep, saturation }: Saturated,
  report: BenchmarkReport,
  urls: Urls,
): SaturationResultView {
  const axis = measureOf(report, report.benchmark.axis);
  return {
    label,
    href: sweep.framework === null ? '' : urls.framework(sweep.framework),
    value: formatSaturation(saturation, axis),
    interval: formatInterval(saturation, axis),
    disturbed: saturation.disturbed,
  };
}
