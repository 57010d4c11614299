import type { ChartDefinition } from '../domain/chart.ts';
import type { BenchmarkReport, RunReport } from '../domain/report.ts';
import { nameSeries, type SettingValue } from '../domain/setting.ts';

type Shown = Pick<ChartDefinition, 'fix' | 'series'> & Partial<Pick<ChartDefinition, 'class'>>;

/** A run reduced to the class and the settings that a chart shows; its series are named by those that the chart tells apart. */
export function ofChart(whole: RunReport, { fix, series, class: only = null }: Shown): RunReport {
  const run = only === null ? whole : { ...whole, sweeps: whole.sweeps.filter(({ sweep }) => sweep.class === only) };
  if (run.sweeps.every(({ setting }) => setting.length === 0)) return run;
  const isShown = ({ column, value }: SettingValue): boolean => fix[column] === undefined || fix[column] === value;
  const shown = run.sweeps.filter(({ setting }) => setting.every(isShown));
  const sweeps = shown.map((one) => {
    const told = one.setting.filter(({ column }) => series.includes(column));
    return { ...one, ...nameSeries(one.sweep, told) };
  });
  return { ...run, sweeps };
}

/** What everything in a chart has in common beside its series: ` Payload: 16 KiB.`; empty if there is nothing to say. */
export function describeFixed(
  { benchmark, measures }: BenchmarkReport,
  { sweeps }: RunReport,
  { series }: Pick<ChartDefinition, 'series'>,
): string {
  const fixed = benchmark.settings.filter((column) => !series.includes(column));
  const parts = fixed.flatMap((column) => {
    const values = sweeps.flatMap(({ setting }) => setting.find((one) => one.column === column) ?? []);
    const measure = measures.get(column);
    const [first] = values;
    if (first === undefined || measure === undefined) return [];
    return [`${measure.label}: ${typeof first.value === 'number' && measure.unit === '' ? first.value : first.text}`];
  });
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`;
}
