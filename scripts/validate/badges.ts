import type { Benchmark } from '../domain/benchmark.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Run } from '../domain/run.ts';
import type { SiteSettings } from '../domain/site.ts';
import type { Issue, Source } from '../domain/source.ts';
import { checkSettings } from './charts.ts';

interface Measured {
  readonly benchmark: Benchmark;
  readonly runs: readonly { readonly run: Run }[];
}

/** Checks that each badge says of which values of the other key columns it is. */
export function checkBadges(source: Source, { badges }: SiteSettings, measured: readonly Measured[]): readonly Issue[] {
  return badges.flatMap(({ benchmark: id, fix }, index) => {
    const of = measured.find(({ benchmark }) => benchmark.id === id);
    if (of === undefined) return [];
    const { benchmark } = of;
    const path = ['badges', index];
    const unknown = Object.keys(fix)
      .filter((column) => !benchmark.settings.includes(column))
      .map((column) =>
        issue(
          'id-unknown',
          source.placeOf([...path, 'fix', column], 'key'),
          unexpected('key beside axis and repeat', column, benchmark.settings),
        ),
      );
    const runs = of.runs.map(({ run }) => run);
    return [...unknown, ...checkSettings({ fix, facet: null, series: null }, path, { source, benchmark, runs })];
  });
}
