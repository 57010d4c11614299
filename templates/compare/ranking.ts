import type { AxisValue } from '../../scripts/domain/axis.ts';
import type { Measure } from '../../scripts/domain/benchmark.ts';
import { measureOf } from '../../scripts/domain/measure.ts';
import type { BenchmarkReport, RunReport, SaturationResult, Spread, SweepReport } from '../../scripts/domain/report.ts';
import { formatSetting } from '../../scripts/domain/setting.ts';
import {
  formatAxis,
  formatInterval,
  formatQuantity,
  formatSaturation,
  formatSpread,
} from '../../scripts/render/format.ts';
import type { Relation } from './client/model.ts';

/** What was measured of a sweep in one respect, with the interval that its repeats leave open. */
export interface Reading {
  readonly sweep: SweepReport;
  /** Value and interval in words: `≥ 20,000/s (16,000 or more)`; empty where nothing was measured. */
  readonly text: string;
  readonly interval: Interval | null;
  /** Disturbed: shown, never ranked. */
  readonly disturbed: boolean;
}

interface Interval {
  readonly low: number;
  /** Infinite where nothing bounds it. */
  readonly high: number;
  /** The true value may be just below `high` but not `high` itself. */
  readonly open: boolean;
  /** One measurement has no spread, so its interval says nothing. */
  readonly count: number;
}

/** One respect in which the sweeps of a run can be set side by side. */
interface ComparedMeasure {
  readonly label: string;
  readonly measure: Measure;
  /** Of the sweeps of one setting alone. */
  readonly readings: readonly Reading[];
}

/** How one reading stands to another, and by how much at least and at most. */
interface Ranking {
  readonly relation: Relation;
  /** `0.1–0.2 ms`, `8,000/s or more`, or why nothing is said. */
  readonly text: string;
}

/**
 * What can be set side by side in a run, under each of its settings: saturation, and the measures of its charts at one common
 * step, the highest that every sweep still answered, or at every common category. The steps are the run's own, so that no
 * number moves with the choice of frameworks.
 */
export function comparableMeasures(benchmark: BenchmarkReport, run: RunReport): readonly ComparedMeasure[] {
  const settings = [...Map.groupBy(run.sweeps, ({ setting }) => formatSetting(setting))];
  return settings.flatMap(([text, sweeps]) =>
    comparedUnder(benchmark, { ...run, sweeps }).map(({ label, measure, read }) => ({
      label: settings.length === 1 ? label : `${label} (${text})`,
      measure,
      readings: sweeps.map(read),
    })),
  );
}

/** What is compared among the sweeps of one setting, and how it is read of one. */
interface ComparedKind extends Pick<ComparedMeasure, 'label' | 'measure'> {
  readonly read: (sweep: SweepReport) => Reading;
}

function comparedUnder(benchmark: BenchmarkReport, run: RunReport): readonly ComparedKind[] {
  const { benchmark: definition } = benchmark;
  const axis = measureOf(benchmark, definition.axis);
  const tested = definition.saturation?.tests.map(({ measure }) => measure) ?? [];
  const charted = [...new Set(definition.charts.map(({ measure }) => measure))].filter(
    (id) => !tested.includes(id) && !run.run.withheld.includes(id),
  );
  const measures = definition.measures.filter(({ id, better }) => better !== null && charted.includes(id));
  const atStep = (step: AxisValue): readonly ComparedKind[] =>
    measures.map((measure) => ({
      label: `${measure.label} at ${formatAxis(step, axis)}`,
      measure,
      read: (sweep) => readStep(sweep, measure, step),
    }));
  return [
    ...(definition.saturation === null
      ? []
      : [
          {
            label: definition.saturation.label,
            measure: { ...axis, better: 'higher' as const },
            read: (sweep: SweepReport) => readSaturation(sweep, axis),
          },
        ]),
    ...commonSteps(run).flatMap(atStep),
  ];
}

/** How `one` stands to `other`: told apart only where their intervals do not touch. */
export function compareReadings(one: Reading, other: Reading, { run }: RunReport, measure: Measure): Ranking {
  const [a, b] = [one.interval, other.interval];
  if (a === null || b === null) return { relation: 'unranked', text: 'not measured' };
  if (run.condition === 'busy') return { relation: 'unranked', text: 'measured on a busy machine' };
  if (one.disturbed || other.disturbed) return { relation: 'unranked', text: 'a step was disturbed' };
  if (one.sweep.sweep.scenario !== other.sweep.sweep.scenario)
    return { relation: 'unranked', text: 'measured in different scenarios' };
  if (one.sweep.sweep.class !== other.sweep.sweep.class)
    return { relation: 'unranked', text: 'programs of different classes' };
  if (a.count < 2 || b.count < 2) return { relation: 'unranked', text: 'measured once, so the spread is not known' };
  if (clears(a, b)) return { relation: 'higher', text: between(a.low - b.high, a.high - b.low, measure) };
  if (clears(b, a)) return { relation: 'lower', text: between(b.low - a.high, b.high - a.low, measure) };
  return { relation: 'tied', text: '' };
}

/** The highest step at or below which every sweep that answered anything is not yet saturated; of categories all common ones. */
function commonSteps({ sweeps }: RunReport): readonly AxisValue[] {
  const saturations = sweeps.flatMap(({ saturation }) => saturation?.value ?? []);
  if (saturations.length > 0) return [Math.min(...saturations)];
  const [first, ...others] = sweeps.map(({ levels }) => levels.map(({ axis }) => axis));
  const common = first?.filter((axis) => others.every((levels) => levels.includes(axis))) ?? [];
  return common.filter((axis, index) => typeof axis === 'string' || index === common.length - 1);
}

function readSaturation(sweep: SweepReport, axis: Measure): Reading {
  const { saturation } = sweep;
  if (saturation === null) return { sweep, text: '', interval: null, disturbed: false };
  const repeats = Math.max(
    ...sweep.levels.flatMap(({ spreads }) => [...spreads.values()].map(({ count }) => count)),
    0,
  );
  return {
    sweep,
    text: `${formatSaturation(saturation, axis)} (${formatInterval(saturation, axis)})`,
    interval: { ...saturationInterval(saturation), open: true, count: repeats },
    disturbed: saturation.disturbed,
  };
}

function saturationInterval({ low, below }: SaturationResult): Pick<Interval, 'low' | 'high'> {
  return { low: low ?? 0, high: below ?? Number.POSITIVE_INFINITY };
}

function readStep(sweep: SweepReport, measure: Measure, step: AxisValue): Reading {
  const level = sweep.levels.find(({ axis }) => axis === step);
  const spread: Spread | undefined = level?.spreads.get(measure.id);
  return {
    sweep,
    text: formatSpread(spread, measure),
    interval: spread === undefined ? null : { low: spread.min, high: spread.max, open: false, count: spread.count },
    disturbed: level?.disturbed ?? false,
  };
}

function clears(a: Interval, b: Interval): boolean {
  return b.open ? a.low >= b.high : a.low > b.high;
}

/** By how much at least and at most; nothing where neither is known. */
function between(least: number, most: number, measure: Measure): string {
  if (!Number.isFinite(most)) return least === 0 ? '' : `${formatQuantity(least, measure)} or more`;
  if (least === 0) return `up to ${formatQuantity(most, measure)}`;
  const from = formatQuantity(least, { ...measure, unit: measure.unit === 'share' ? 'share' : '' });
  return least === most ? formatQuantity(most, measure) : `${from} to ${formatQuantity(most, measure)}`;
}
