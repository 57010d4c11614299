import { type AxisValue, axisOrder } from './axis.ts';
import type { Benchmark } from './benchmark.ts';
import type { Run, Step, Sweep } from './run.ts';
import { nameSeries, type Setting, settingValueOf } from './setting.ts';

/** The steps of a sweep under one setting. */
export interface SweepPart {
  readonly sweep: Sweep;
  readonly setting: Setting;
  readonly series: string;
  readonly label: string;
  readonly steps: readonly Step[];
}

/** The sweeps of a run, each told apart by the values of the other key columns; the names hold those of which the run has several. */
export function splitSweeps(run: Run, benchmark: Benchmark): readonly SweepPart[] {
  const several = benchmark.settings.filter((column) => settingValues([run], benchmark, column).length > 1);
  return run.sweeps.flatMap((sweep) => {
    const groups = [...Map.groupBy(sweep.steps, ({ setting }) => JSON.stringify(setting)).values()];
    const parts = groups.map((steps) => ({ steps, setting: settingOf(steps[0]?.setting ?? [], benchmark) }));
    const named = parts.map(({ steps, setting }) => {
      const shown = setting.filter(({ column }) => several.includes(column));
      return { sweep, setting, ...nameSeries(sweep, shown), steps };
    });
    return named.length === 0 ? [{ sweep, setting: [], ...nameSeries(sweep, []), steps: [] }] : sortParts(named);
  });
}

/** The values that a key column has in some runs: numbers by size, texts in the order of the files. */
export function settingValues(runs: readonly Run[], { settings }: Benchmark, column: string): readonly AxisValue[] {
  const index = settings.indexOf(column);
  const found = runs.flatMap(({ sweeps }) =>
    sweeps.flatMap(({ steps }) => steps.flatMap((step) => step.setting[index] ?? [])),
  );
  return [...new Set(found)].sort(axisOrder([...new Set(found)].map(String)));
}

function settingOf(values: readonly AxisValue[], { settings, measures }: Benchmark): Setting {
  return settings.flatMap((column, index) => {
    const measure = measures.find(({ id }) => id === column);
    const value = values[index];
    return measure === undefined || value === undefined ? [] : [settingValueOf(measure, value)];
  });
}

/** By the numbers of their settings; texts stay in the order of the file. */
function sortParts(parts: readonly SweepPart[]): readonly SweepPart[] {
  return [...parts].sort((a, b) => {
    const pairs = a.setting.map(({ value }, index) => [value, b.setting[index]?.value] as const);
    const [one, other] = pairs.find(([left, right]) => left !== right) ?? [];
    return typeof one === 'number' && typeof other === 'number' ? one - other : 0;
  });
}
