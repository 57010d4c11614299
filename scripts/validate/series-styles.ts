import type { Benchmark } from '../domain/benchmark.ts';
import type { SeriesStyle } from '../domain/chart.ts';
import type { Framework } from '../domain/framework.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import { allSeriesStyles, seriesStylesOf } from '../domain/series-style.ts';
import type { Issue, Source } from '../domain/source.ts';

interface Measured {
  readonly benchmark: Benchmark;
  readonly source: Source;
  readonly runs: readonly { readonly run: Run }[];
}

/** Finds series that readers cannot tell apart: sweeps of one run without a `look`, or with the same one. */
export function checkSeriesStyles(
  measured: readonly Measured[],
  frameworks: readonly { readonly framework: Framework; readonly source: Source }[],
): readonly Issue[] {
  const known = frameworks.map(({ framework }) => framework);
  return measured.flatMap(({ benchmark, source, runs }) => {
    const all = runs.map(({ run }) => run);
    const seriesStyles = seriesStylesOf(benchmark, all, known);
    return [
      ...checkMissing(all, seriesStyles, source, frameworks),
      ...all.flatMap((run) => checkShared(run, seriesStyles, source)),
      ...checkNames(benchmark, all, source),
    ];
  });
}

function checkMissing(
  runs: readonly Run[],
  seriesStyles: ReadonlyMap<string, SeriesStyle>,
  benchmark: Source,
  frameworks: readonly { readonly framework: Framework; readonly source: Source }[],
): readonly Issue[] {
  const sweeps = runs.filter((run) => run.sweeps.length > 1).flatMap((run) => run.sweeps);
  const bare = [...new Map(sweeps.filter(({ id }) => !seriesStyles.has(id)).map((one) => [one.id, one])).values()];
  const used = new Set([...seriesStyles.values()].map(text));
  const free = allSeriesStyles.filter((one) => one.hue > 0 && !used.has(text(one)));
  return bare.map(({ id, framework }, index) => {
    const { hue, style } = free[index] ?? { hue: 1, style: 1 };
    const example = `{hue: ${hue}, style: ${style}}`;
    const source = frameworks.find((one) => one.framework.id === framework)?.source;
    return source === undefined
      ? issue(
          'look-missing',
          benchmark.placeOf(['looks'], 'key'),
          `The sweep ${id} has no look and would be gray in figures; add \`${id}: ${example}\` under \`looks\``,
        )
      : issue(
          'look-missing',
          source.placeOf([]),
          `${id} has no look and would be gray in figures; add \`look: ${example}\``,
        );
  });
}

function checkShared(run: Run, seriesStyles: ReadonlyMap<string, SeriesStyle>, source: Source): readonly Issue[] {
  const byStyle = Map.groupBy(
    run.sweeps.filter(({ id }) => seriesStyles.has(id)),
    ({ id }) => text(seriesStyles.get(id)),
  );
  const free = allSeriesStyles.map(text).filter((seriesStyle) => !byStyle.has(seriesStyle));
  return [...byStyle]
    .filter(([, sweeps]) => sweeps.length > 1 && run.sweeps.length <= allSeriesStyles.length)
    .map(([seriesStyle, sweeps]) => {
      const names = sweeps.map(({ id }) => id).join(' and ');
      const message = `${names} share the look ${seriesStyle} in the run ${run.id}; give each its own (hue/style), such as ${free.slice(0, 6).join(', ')}`;
      return issue('look-shared', source.placeOf(['looks'], 'key'), message);
    });
}

/** Finds sweeps that are named but are in no run. */
function checkNames({ seriesStyles, charts }: Benchmark, runs: readonly Run[], source: Source): readonly Issue[] {
  const sweeps = new Set(runs.flatMap((run) => run.sweeps.map(({ id }) => id)));
  const named = [
    ...[...seriesStyles.keys()].map((id) => [id, ['looks', id]] as const),
    ...charts.flatMap(({ emphasis }, chart) =>
      emphasis.map((id, at) => [id, ['charts', chart, 'emphasis', at]] as const),
    ),
  ];
  return named
    .filter(([id]) => !sweeps.has(id))
    .map(([id, path]) =>
      issue(
        'id-unknown',
        source.placeOf(path, path[0] === 'looks' ? 'key' : 'value'),
        unexpected('sweep', id, [...sweeps]),
      ),
    );
}

function text(seriesStyle: SeriesStyle | undefined): string {
  return `${seriesStyle?.hue}/${seriesStyle?.style}`;
}
