import type { Benchmark } from '../../domain/benchmark.ts';
import { shareOf } from '../../validate/accounts.ts';

/** What one step measured, by the harness's own names; null is "not measured". */
export type Quantities = Readonly<Record<string, number | string | null>>;

/** The names of all quantities, so that a column that names another is a mistake. */
export const quantityNames = [
  ...['repeat', 'attempt', 'attemptedRate', 'durationS', 'requests', 'answered', 'achievedRate', 'answeredShare'],
  ...['latency', 'service', 'lag'].flatMap((name) =>
    ['Avg', 'P50', 'P90', 'P99', 'P999', 'Max'].map((one) => `${name}${one}Ms`),
  ),
  ...['serverErrors', 'errorsTimeout', 'errorsRefused', 'errorsReset', 'errorsWrong', 'errorsShort', 'errorsOther'],
  ...['generatorErrors', 'errorsDescriptors', 'errorsPorts', 'errorsLag', 'connectionRate'],
  ...['openMax', 'reopened', 'idleAsked', 'idleHeld', 'slow', 'slowAnswered', 'slowFailed'],
  ...['serverCpuS', 'generatorCpuS', 'foreignCpuS', 'cpuPerAnswerUs', 'throttledS', 'serverWaitS', 'generatorWaitS'],
  ...[
    'memoryStartKib',
    'memoryPeakKib',
    'memoryEndKib',
    'memoryPerConnectionKib',
    'accepted',
    'processes',
    'threads',
    'descriptors',
  ],
  ...['listenOverflows', 'wallS', 'spanS', 'ended', 'disturbed', 'rejected', 'measuredAt'],
];

/** Did the server hold this step, by the benchmark's own rule of saturation? Always where it has none. */
export function isHeld(
  quantities: Quantities,
  columns: ReadonlyMap<string, string>,
  { saturation, accounts }: Benchmark,
): boolean {
  const measured = new Map([...columns].map(([column, name]) => [column, quantities[name] ?? null]));
  const values = new Map([...measured, ...shareOf(measured, accounts)]);
  const numberAt = (measure: string): number | null => {
    const value = values.get(measure);
    return typeof value === 'number' ? value : null;
  };
  return (saturation?.tests ?? []).every(({ measure, relativeTo, atLeast }) => {
    const value = numberAt(measure);
    const bound = relativeTo === null ? 1 : numberAt(relativeTo);
    return value !== null && bound !== null && value >= atLeast * bound;
  });
}

/** A row of the CSV file: a cell a column, empty where nothing was measured. */
export function writeRow(quantities: Quantities, columns: ReadonlyMap<string, string>): string {
  return [...columns.values()].map((name) => writeCell(quantities[name] ?? null)).join(',');
}

function writeCell(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  // Plain decimal numbers only; a tenth of a microsecond is finer than anything that is measured here.
  return Number.isFinite(value) ? String(Number(value.toFixed(4))).replace(/^-0$/, '0') : '';
}
