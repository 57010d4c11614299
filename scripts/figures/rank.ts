import type { Measure } from '../domain/benchmark.ts';
import type { RunReport, SweepLevel, SweepReport } from '../domain/report.ts';

/** One series in a column of a table: where it was measured, and how far its repeats spread. */
interface Ranked {
  readonly series: string;
  readonly low: number;
  readonly high: number;
}

/**
 * `rank 12 of 13` of the series whose repeats overlap no other's at their step; the rest is missing. Nothing is ranked on a
 * busy machine, up to its own saturation, if it was disturbed, or if it was measured only once.
 */
export function ranksOf(
  { run, sweeps }: RunReport,
  measure: Measure,
  levelOf: (sweep: SweepReport) => SweepLevel | undefined,
): ReadonlyMap<string, string> {
  const { better } = measure;
  if (better === null || run.condition === 'busy') return new Map();
  const all = sweeps.flatMap((sweep) => [toRanked(sweep, levelOf(sweep), measure) ?? []].flat());
  const saturated = new Set(sweeps.filter((sweep) => isSaturated(sweep, levelOf(sweep))).map(({ series }) => series));
  const ranked = all.filter((one) => saturated.has(one.series) && all.every((other) => isDistinct(one, other)));
  return new Map(
    all.length < 2
      ? []
      : ranked.map((one) => {
          const ahead = all.filter((other) => (better === 'lower' ? other.high < one.low : other.low > one.high));
          return [one.series, `rank ${ahead.length + 1} of ${all.length}`];
        }),
  );
}

function toRanked({ series }: SweepReport, level: SweepLevel | undefined, { id }: Measure): Ranked | null {
  const spread = level?.spreads.get(id);
  if (level === undefined || spread === undefined || level.disturbed || spread.count < 2) return null;
  return { series, low: spread.min, high: spread.max };
}

/** Is a step above the saturation of its sweep? Of sweeps without one every step counts. */
function isSaturated({ saturation }: SweepReport, level: SweepLevel | undefined): boolean {
  if (saturation === null) return true;
  return level !== undefined && Number(level.axis) > (saturation.value ?? Number.NEGATIVE_INFINITY);
}

function isDistinct(one: Ranked, other: Ranked): boolean {
  return one === other || one.low > other.high || one.high < other.low;
}
