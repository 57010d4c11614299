import type { RunReport, SaturationResult, SweepReport } from '../domain/report.ts';

/** The ranks that a program may have among its like: 3 to 5 of 22 where its interval meets those of two others. */
export interface Rank {
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/**
 * The ranks of the saturations of a run, by series. Only programs of one class, scenario and setting are ranked against each
 * other, baselines with nobody, and two programs are told apart only where their intervals do not meet. Empty for a busy run,
 * and without those that were measured only once.
 */
export function ranksOfSaturation({ run, sweeps }: RunReport): ReadonlyMap<string, Rank> {
  if (run.condition === 'busy') return new Map();
  const ranked = sweeps.flatMap((sweep) =>
    sweep.sweep.framework === null || sweep.saturation === null || !isRepeated(sweep)
      ? []
      : [{ sweep, group: groupOf(sweep), saturation: sweep.saturation }],
  );
  return new Map(
    ranked.map(({ sweep, group, saturation }) => {
      const others = ranked.filter((one) => one.group === group && one.sweep !== sweep);
      const ahead = others.filter((other) => isAbove(other.saturation, saturation)).length;
      const behind = others.filter((other) => isAbove(saturation, other.saturation)).length;
      return [sweep.series, { best: ahead + 1, worst: others.length + 1 - behind, of: others.length + 1 }];
    }),
  );
}

function isRepeated({ sweep }: SweepReport): boolean {
  return new Set(sweep.steps.map(({ repeat }) => repeat)).size > 1;
}

function groupOf({ sweep, setting }: SweepReport): string {
  return JSON.stringify([sweep.class, sweep.scenario, setting]);
}

/** Does the weakest repeat of one hold a step that the best of the other does not? */
function isAbove(one: SaturationResult, other: SaturationResult): boolean {
  return one.low !== null && other.below !== null && one.low >= other.below;
}
