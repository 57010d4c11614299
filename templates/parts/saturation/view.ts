import { measureOf } from '../../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport } from '../../../scripts/domain/report.ts';
import { formatInterval, formatSaturation } from '../../../scripts/render/format.ts';

/** Sweeps by saturation, without ranks: the intervals say which can be told apart. */
export function viewSaturation(report: BenchmarkReport, { sweeps }: RunReport, base: string): readonly object[] {
  const axis = measureOf(report, report.benchmark.axis);
  return sweeps
    .flatMap((one) => (one.saturation === null ? [] : [{ ...one, saturation: one.saturation }]))
    .sort(
      (a, b) =>
        (b.saturation.value ?? 0) - (a.saturation.value ?? 0) ||
        (b.saturation.low ?? 0) - (a.saturation.low ?? 0) ||
        (a.sweep.label < b.sweep.label ? -1 : 1),
    )
    .map(({ sweep, saturation }) => ({
      label: sweep.label,
      href: sweep.framework === null ? '' : `${base}frameworks/${sweep.framework}/`,
      value: formatSaturation(saturation, axis),
      interval: formatInterval(saturation, axis),
      disturbed: saturation.disturbed,
      version: sweep.version ?? '',
      runtime: sweep.runtime ?? '',
      style: sweep.style ?? '',
      scenario: sweep.scenario ?? '',
      note: sweep.note ?? '',
    }));
}
