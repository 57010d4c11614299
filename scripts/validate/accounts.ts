import * as v from 'valibot';
import type { Accounts, Benchmark } from '../domain/benchmark.ts';
import { columnId, mapping } from './shape.ts';

/** The shape of `accounts`: the columns that say what became of every attempt. */
export const accountsSchema = mapping({
  attempted: columnId(),
  answered: columnId(),
  serverErrors: v.array(columnId()),
  generatorErrors: v.array(columnId()),
  share: v.optional(columnId()),
});

/** The shape of `lag`: how far the generator may fall behind its plan. */
export const lagSchema = mapping({
  measure: columnId(),
  most: v.pipe(v.number(), v.minValue(0, 'Found a negative limit, expected 0 or more')),
});

export function readAccounts(input: v.InferOutput<typeof accountsSchema> | undefined): Accounts | null {
  return input === undefined ? null : { ...input, share: input.share ?? null };
}

type Values = ReadonlyMap<string, number | string | null>;

const digits = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/**
 * What does not add up in a step: attempted = answered + server errors + generator errors. Null if it does, or if a number
 * was not measured and the others leave room for it.
 */
export function balanceOf(values: Values, { accounts }: Pick<Benchmark, 'accounts'>): string | null {
  if (accounts === null) return null;
  const attempted = sumOf(values, [accounts.attempted]);
  const parts = [[accounts.answered], accounts.serverErrors, accounts.generatorErrors];
  const [answered, server, generator] = parts.map((columns) => sumOf(values, columns));
  const known = [answered, server, generator].flatMap((sum) => sum ?? []);
  if (attempted === null || known.length === 0) return null;
  const total = known.reduce((sum, one) => sum + one, 0);
  const rounding = 1e-9 * Math.max(attempted, total);
  const complete = known.length === parts.length;
  const adds = complete ? Math.abs(attempted - total) <= rounding : total <= attempted + rounding;
  if (adds) return null;
  const named = [
    answered === null || answered === undefined ? '' : `${digits.format(answered)} answered`,
    server === null || server === undefined ? '' : `${digits.format(server)} errors of the server`,
    generator === null || generator === undefined ? '' : `${digits.format(generator)} of the load generator`,
  ].filter((text) => text !== '');
  return `${digits.format(attempted)} attempted, but ${named.join(' + ')} = ${digits.format(total)}`;
}

/** The share answered of what the generator could attempt, under the measure it is called; nothing where a number is missing. */
export function shareOf(values: Values, accounts: Accounts | null): readonly (readonly [string, number | null])[] {
  if (accounts === null || accounts.share === null) return [];
  const attempted = sumOf(values, [accounts.attempted]);
  const answered = sumOf(values, [accounts.answered]);
  const lost = sumOf(values, accounts.generatorErrors);
  if (attempted === null || answered === null || lost === null || attempted <= lost) return [[accounts.share, null]];
  return [[accounts.share, Number((answered / (attempted - lost)).toPrecision(12))]];
}

/** How far the generator fell behind its plan, where that is more than the benchmark allows. */
export function lagFault(values: Values, { lag, measures }: Pick<Benchmark, 'lag' | 'measures'>): string | null {
  if (lag === null) return null;
  const behind = values.get(lag.measure);
  if (typeof behind !== 'number' || behind <= lag.most) return null;
  const unit = measures.find(({ id }) => id === lag.measure)?.unit ?? '';
  const text = (value: number): string => `${digits.format(value)}${unit === '' ? '' : ` ${unit}`}`;
  return `the load generator was ${text(behind)} behind its plan, more than ${text(lag.most)}`;
}

/** Null where one of the columns was not measured. */
function sumOf(values: Values, columns: readonly string[]): number | null {
  const found = columns.map((column) => values.get(column));
  return found.every((value) => typeof value === 'number') ? found.reduce((sum, one) => sum + one, 0) : null;
}
