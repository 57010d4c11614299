import type { Benchmark } from './benchmark.ts';
import type { SeriesStyle } from './chart.ts';
import type { Framework } from './framework.ts';
import type { Run } from './run.ts';

/** How the sweeps of some runs are drawn: as the benchmark says, or else as the framework's file does. */
export function seriesStylesOf(
  { seriesStyles }: Benchmark,
  runs: readonly Run[],
  frameworks: readonly Framework[],
): ReadonlyMap<string, SeriesStyle> {
  const byFramework = new Map(frameworks.map(({ id, seriesStyle }) => [id, seriesStyle]));
  const found = runs.flatMap(({ sweeps }) =>
    sweeps.flatMap(({ id, framework }): readonly [string, SeriesStyle][] => {
      const seriesStyle = seriesStyles.get(id) ?? (framework === null ? null : byFramework.get(framework)) ?? null;
      return seriesStyle === null ? [] : [[id, seriesStyle]];
    }),
  );
  return new Map(found);
}

/** All possible styles: those with the hue of baselines first, then those with the hues of frameworks. */
export const allSeriesStyles: readonly SeriesStyle[] = [0, 1, 2, 3, 4, 5, 6].flatMap((hue) =>
  [1, 2, 3, 4].map((style) => ({ hue, style })),
);
