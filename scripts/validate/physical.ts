import * as v from 'valibot';
import type { Benchmark, PhysicalColumns } from '../domain/benchmark.ts';
import { columnId, mapping } from './shape.ts';

/** The shape of `physical`: the columns that hold quantities which bound each other. */
export const physicalSchema = mapping({
  attemptedRate: v.optional(columnId()),
  achievedRate: v.optional(columnId()),
  mean: v.optional(columnId()),
  percentiles: v.optional(v.record(v.pipe(v.string(), v.regex(/^p\d{1,2}(\.\d+)?$/)), columnId())),
  longest: v.optional(columnId()),
  openPeak: v.optional(columnId()),
  cpu: v.optional(columnId()),
  wall: v.optional(columnId()),
});

export function readPhysical(input: v.InferOutput<typeof physicalSchema> | undefined): PhysicalColumns | null {
  if (input === undefined) return null;
  const percentiles = Object.entries(input.percentiles ?? {})
    .map(([name, column]) => ({ name, share: Number(name.slice(1)) / 100, column }))
    .toSorted((a, b) => a.share - b.share);
  const { attemptedRate = null, achievedRate = null, mean = null, longest = null } = input;
  const { openPeak = null, cpu = null, wall = null } = input;
  return { attemptedRate, achievedRate, mean, percentiles, longest, openPeak, cpu, wall };
}

type Values = Pick<ReadonlyMap<string, number | string | null>, 'get'>;
type Roles = Pick<Benchmark, 'physical' | 'accounts' | 'lag' | 'measures'>;

/** A quantity as the file names it and, for times, in seconds. */
interface Quantity {
  readonly text: string;
  readonly value: number;
}

/**
 * What in a step no measurement can give, or null: percentiles that fall, a mean above what the percentiles allow, more
 * achieved than attempted, a response longer than the step, more time spent in responses than connections were open, more
 * processor time than the server's share of the cores. A quantity that was not measured bounds nothing.
 */
export function physicalFault(values: Values, roles: Roles, share: number | null): string | null {
  const { physical } = roles;
  if (physical === null) return null;
  const read = (column: string | null): Quantity | null => quantityOf(column, values, roles);
  return (
    orderFault(read, physical) ??
    meanFault(read, physical) ??
    rateFault(read, physical) ??
    lengthFault(read, physical) ??
    openFault(read, physical, roles) ??
    cpuFault(read, physical, share)
  );
}

type Read = (column: string | null) => Quantity | null;

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
const seconds: Readonly<Record<string, number>> = { ns: 1e-9, µs: 1e-6, μs: 1e-6, us: 1e-6, ms: 1e-3, s: 1, min: 60 };

/** Tools print three or four digits. */
const rounding = 1.001;
/** Windows of rates, processor time and steps do not end at the same instant. */
const slack = 1.05;
/** For lag that was not measured. */
const openSlack = 3;
/** The least step of the processor clocks of a process, twice. */
const clockSeconds = 0.02;

function quantityOf(column: string | null, values: Values, { measures }: Roles): Quantity | null {
  const value = column === null ? null : values.get(column);
  const measure = measures.find(({ id }) => id === column);
  if (typeof value !== 'number' || measure === undefined) return null;
  const unit = measure.unit === '' ? '' : measure.unit.startsWith('/') ? measure.unit : ` ${measure.unit}`;
  const text = `${measure.id} ${digits.format(value)}${unit}`;
  return { text, value: value * (seconds[measure.unit] ?? 1) };
}

/** A higher percentile is never below a lower one, and none above the longest. */
function orderFault(read: Read, { percentiles, longest }: PhysicalColumns): string | null {
  const rising = [...percentiles.map(({ column }) => read(column)), read(longest)].flatMap((one) => one ?? []);
  const at = rising.findIndex(({ value }, index) => value * rounding < (rising[index - 1]?.value ?? 0));
  return at === -1 ? null : `${rising[at - 1]?.text} is above ${rising[at]?.text}`;
}

/**
 * The mean is largest if each value is as large as the next percentile: m ≤ Σ (qᵢ − qᵢ₋₁) pᵢ + (1 − qₙ) max. Without the
 * longest value the highest percentile stands for it.
 */
function meanFault(read: Read, { mean, percentiles, longest }: PhysicalColumns): string | null {
  const average = read(mean);
  const known = percentiles.flatMap(({ share, name, column }) => {
    const found = read(column);
    return found === null ? [] : [{ ...found, share, name }];
  });
  const last = read(longest) ?? known.at(-1) ?? null;
  if (average === null || last === null) return null;
  const below = known.reduce(
    (sum, { value, share }, index) => sum + (share - (known[index - 1]?.share ?? 0)) * value,
    0,
  );
  const most = below + (1 - (known.at(-1)?.share ?? 0)) * last.value;
  if (average.value <= most * rounding) return null;
  const bounds = [...known.map(({ text }) => text), ...(read(longest) === null ? [] : [last.text])].join(', ');
  return `the mean ${average.text} is above what ${bounds} allow`;
}

function rateFault(read: Read, { attemptedRate, achievedRate }: PhysicalColumns): string | null {
  const attempted = read(attemptedRate);
  const achieved = read(achievedRate);
  if (attempted === null || achieved === null || achieved.value <= attempted.value * slack) return null;
  return `more achieved (${achieved.text}) than attempted (${attempted.text})`;
}

function lengthFault(read: Read, { longest, mean, wall }: PhysicalColumns): string | null {
  const time = read(longest) ?? read(mean);
  const whole = read(wall);
  if (time === null || whole === null || time.value <= whole.value * slack + clockSeconds) return null;
  return `a response (${time.text}) is longer than the step (${whole.text}); is it in the unit of the column?`;
}

/**
 * Answers × mean response time ≤ peak of open connections × time of the step, from Little's law. A response counts from when
 * it was due: what the generator was late by is no time of an open connection.
 */
function openFault(read: Read, { mean, openPeak, wall }: PhysicalColumns, { accounts, lag }: Roles): string | null {
  const [average, open, whole] = [read(mean), read(openPeak), read(wall)];
  const answers = read(accounts?.answered ?? null);
  const late = read(lag?.measure ?? null)?.value ?? 0;
  if (average === null || open === null || whole === null || answers === null) return null;
  if (answers.value * (average.value - late) <= open.value * whole.value * openSlack) return null;
  const held = digits.format(Number(((answers.value * average.value) / whole.value).toPrecision(3)));
  return `${answers.text} at the mean ${average.text} keep ${held} connections open, but ${open.text}; is the time in the unit of the column?`;
}

function cpuFault(read: Read, { cpu, wall }: PhysicalColumns, share: number | null): string | null {
  const used = read(cpu);
  const whole = read(wall);
  if (used === null || whole === null || share === null) return null;
  if (used.value <= share * whole.value * slack + clockSeconds) return null;
  return `${used.text} is more than the server's share, ${digits.format(share)} cores over ${whole.text}`;
}
