import type { Benchmark } from '../domain/benchmark.ts';
import type { Look } from '../domain/chart.ts';
import type { Framework } from '../domain/framework.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import { allLooks, looksOf } from '../domain/series-style.ts';
import type { Issue, Source } from '../domain/source.ts';

interface Measured {
  readonly benchmark: Benchmark;
  readonly source: Source;
  readonly runs: readonly { readonly run: Run }[];
}

/** Series that readers could not tell apart: sweeps of one run without a look, or with one look. */
export function checkLooks(
  measured: readonly Measured[],
  frameworks: readonly { readonly framework: Framework; readonly source: Source }[],
): readonly Issue[] {
  const known = frameworks.map(({ framework }) => framework);
  return measured.flatMap(({ benchmark, source, runs }) => {
    const all = runs.map(({ run }) => run);
    const looks = looksOf(benchmark, all, known);
    return [
      ...checkMissing(all, looks, source, frameworks),
      ...all.flatMap((run) => checkShared(run, looks, source)),
      ...checkNames(benchmark, all, source),
    ];
  });
}

function checkMissing(
  runs: readonly Run[],
  looks: ReadonlyMap<string, Look>,
  benchmark: Source,
  frameworks: readonly { readonly framework: Framework; readonly source: Source }[],
): readonly Issue[] {
  const sweeps = runs.filter((run) => run.sweeps.length > 1).flatMap((run) => run.sweeps);
  const bare = [...new Map(sweeps.filter(({ id }) => !looks.has(id)).map((one) => [one.id, one])).values()];
  return bare.map(({ id, framework }) => {
    const source = frameworks.find((one) => one.framework.id === framework)?.source;
    return source === undefined
      ? issue(
          'look-missing',
          benchmark.placeOf(['looks'], 'key'),
          `Found no look of the sweep ${id}, expected one under looks`,
        )
      : issue('look-missing', source.placeOf([]), `Found no look, expected one, since ${id} is drawn in figures`);
  });
}

function checkShared(run: Run, looks: ReadonlyMap<string, Look>, source: Source): readonly Issue[] {
  const byLook = Map.groupBy(
    run.sweeps.filter(({ id }) => looks.has(id)),
    ({ id }) => words(looks.get(id)),
  );
  const free = allLooks.map(words).filter((look) => !byLook.has(look));
  return [...byLook]
    .filter(([, sweeps]) => sweeps.length > 1 && run.sweeps.length <= allLooks.length)
    .map(([look, sweeps]) => {
      const names = sweeps.map(({ id }) => id).join(' and ');
      const message = `Found the look ${look} for ${names} in the run ${run.id}, expected one of their own; free there: ${free.join(', ')}`;
      return issue('look-shared', source.placeOf(['looks'], 'key'), message);
    });
}

/** Sweeps that are named but in no run are mistyped. */
function checkNames({ looks, charts }: Benchmark, runs: readonly Run[], source: Source): readonly Issue[] {
  const sweeps = new Set(runs.flatMap((run) => run.sweeps.map(({ id }) => id)));
  const named = [
    ...[...looks.keys()].map((id) => [id, ['looks', id]] as const),
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

function words(look: Look | undefined): string {
  return `${look?.hue}/${look?.style}`;
}
