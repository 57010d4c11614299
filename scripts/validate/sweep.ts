import type { AxisValue } from '../domain/axis.ts';
import type { Benchmark, Measure } from '../domain/benchmark.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Step, Sweep, SweepDescription } from '../domain/run.ts';
import type { Cell, Issue, Place, Table } from '../domain/source.ts';
import { balanceOf, lagFault, shareOf } from './accounts.ts';
import { readNumberText } from './number.ts';
import type { Checked } from './shape.ts';

/** Reads one CSV file as a sweep: known columns, strict numbers, no repeated step, nothing physically impossible. */
export function readSweep(table: Table, description: SweepDescription, benchmark: Benchmark): Checked<Sweep> {
  // The file cannot be read, and its own issue says why.
  if (table.header.length === 0) return { value: null, issues: [] };
  const header = checkHeader(table, benchmark);
  if (header.length > 0) return { value: null, issues: header };
  const measures = table.header.map(({ text }) => benchmark.measures.find(({ id }) => id === text) as Measure);
  const rows = table.rows.map((row) => readRow(row, measures));
  const steps = rows.map((row) => toStep(row, benchmark));
  const issues = [
    ...rows.flatMap((row) => row.issues),
    ...checkNamed(table, benchmark),
    ...checkKeys(table, benchmark),
    ...checkCategories(table, benchmark),
    ...steps.flatMap((step, index) => checkBalance(step, table.rows[index]?.[0]?.place)),
  ];
  const columns = columnsOf(measures, steps, benchmark);
  return { value: { ...description, columns, steps: steps.flatMap((step) => step ?? []), file: table.file }, issues };
}

function checkHeader({ header }: Table, benchmark: Benchmark): readonly Issue[] {
  const computed = benchmark.accounts?.share ?? null;
  const known = benchmark.measures.map(({ id }) => id).filter((id) => id !== computed);
  const names = header.map(({ text }) => text);
  const unknown = header
    .filter(({ text }) => !known.includes(text))
    .map(({ text, place }) =>
      issue(
        'csv-header',
        place,
        text === computed
          ? `The column \`${text}\` is computed from others (see \`accounts\` of the benchmark); remove it`
          : unexpected('column', text, known),
      ),
    );
  const twice = header
    .filter(({ text }, index) => names.indexOf(text) !== index)
    .map(({ text, place }) => issue('csv-header', place, `The column \`${text}\` occurs twice; remove one`));
  const at = header[0]?.place;
  // Without a column of repeats every step was taken once.
  const missing = [...new Set([...benchmark.key, benchmark.axis])]
    .filter((name) => name !== benchmark.repeat)
    .filter((name) => !names.includes(name))
    .flatMap((name) =>
      at === undefined ? [] : [issue('csv-header', at, `The column \`${name}\` is missing in the header; add it`)],
    );
  return [...unknown, ...twice, ...missing];
}

interface ReadRow {
  readonly values: ReadonlyMap<string, number | string | null>;
  readonly written: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

function readRow(row: readonly Cell[], measures: readonly Measure[]): ReadRow {
  const cells = row.map((cell, index) => readCell(cell, measures[index] as Measure));
  const values = new Map(measures.map(({ id }, index) => [id, cells[index]?.value ?? null]));
  const written = new Map(measures.map(({ id }, index) => [id, row[index]?.text ?? '']));
  return { values, written, issues: cells.flatMap((cell) => cell.issues) };
}

/** Empty means not measured; it never becomes a number. */
function readCell({ text, place }: Cell, measure: Measure): Checked<number | string> {
  if (text === '') return { value: null, issues: [] };
  switch (measure.kind) {
    case 'text':
      return readText(text, place);
    case 'flag':
      return text === '0' || text === '1'
        ? { value: Number(text), issues: [] }
        : { value: null, issues: [issue('csv-number', place, `Found \`${text}\`, expected 0 or 1`)] };
    case 'number':
      return readNumber(text, place, measure);
    default:
      return measure.kind satisfies never;
  }
}

/** Others may open the file in a spreadsheet straight from the repository, so it must contain no formula. */
function readText(text: string, place: Cell['place']): Checked<number | string> {
  if (!/^\s*[=+\-@＝＋－＠]/.test(text)) return { value: text, issues: [] };
  const message = `A spreadsheet would run \`${text}\` as a formula; let the text begin with a letter or digit`;
  return { value: null, issues: [issue('csv-formula', place, message)] };
}

function readNumber(text: string, place: Cell['place'], { id, unit, signed }: Measure): Checked<number> {
  const read = readNumberText(text);
  if ('fault' in read)
    return { value: null, issues: [issue('csv-number', place, `\`${text}\` in ${id} is refused: ${read.fault}`)] };
  const { value } = read;
  const impossible =
    value < 0 && !signed
      ? '0 or more (for a change, add `signed: true` to the measure; for not measured, leave the cell empty)'
      : unit === 'share' && Math.abs(value) > 1
        ? 'a share from 0 to 1'
        : null;
  if (impossible === null) return { value, issues: [] };
  return {
    value,
    issues: [issue('step-impossible', place, `Found ${text} in ${id}, expected ${impossible}`)],
  };
}

function checkKeys(table: Table, benchmark: Benchmark): readonly Issue[] {
  const indexes = benchmark.key.map((name) => table.header.findIndex(({ text }) => text === name));
  const seen = new Map<string, number>();
  return table.rows.flatMap((row) => {
    const cells = indexes.map((index) => row[index]);
    const key = cells.map((cell) => normal(cell?.text ?? '')).join(' / ');
    const before = seen.get(key);
    const place = row[indexes[0] ?? 0]?.place ?? { file: table.file, line: 1, column: 1 };
    if (before === undefined) {
      seen.set(key, place.line);
      return [];
    }
    return [
      issue(
        'csv-duplicate',
        place,
        `The step ${benchmark.key.join(' / ')} = ${key} is already on line ${before}; remove one of them`,
      ),
    ];
  });
}

/** `500` and `500.0` are the same step. */
function normal(text: string): string {
  const read = readNumberText(text);
  return 'value' in read ? String(read.value) : text;
}

/** Checks that the columns that identify a step have a value in every row. */
function checkNamed(table: Table, benchmark: Benchmark): readonly Issue[] {
  const names = [...new Set([...benchmark.key, benchmark.axis])];
  const indexes = names.map((name) => table.header.findIndex(({ text }) => text === name));
  return table.rows.flatMap((row) =>
    indexes.flatMap((index) => {
      const cell = row[index];
      if (cell === undefined || cell.text !== '') return [];
      return [
        issue(
          'csv-number',
          cell.place,
          `The cell in ${table.header[index]?.text} is empty, but this column identifies the step; add the value`,
        ),
      ];
    }),
  );
}

/** Finds values of a text axis that the benchmark does not list. */
function checkCategories(table: Table, { axis, categories }: Benchmark): readonly Issue[] {
  if (categories === null || categories.length === 0) return [];
  const index = table.header.findIndex(({ text }) => text === axis);
  return table.rows.flatMap((row) => {
    const cell = row[index];
    return cell === undefined || cell.text === '' || categories.includes(cell.text)
      ? []
      : [issue('choice-unknown', cell.place, unexpected('category', cell.text, categories))];
  });
}

/** Tells of a step whose own numbers contradict each other. */
function checkBalance(step: Step | null, place: Place | undefined): readonly Issue[] {
  if (step === null || place === undefined || step.state !== 'rejected' || step.reason === null) return [];
  return [issue('step-unbalanced', place, `The step is rejected: ${step.reason}; correct the numbers in a new run`)];
}

/** The columns of the file, and the share computed from them where any step has one. */
function columnsOf(
  measures: readonly Measure[],
  steps: readonly (Step | null)[],
  { accounts }: Benchmark,
): readonly string[] {
  const columns = measures.map(({ id }) => id);
  const share = accounts?.share ?? null;
  const computed = share !== null && steps.some((step) => typeof step?.values.get(share) === 'number');
  return computed ? [...columns, share] : columns;
}

/** A row as a step; null if it has no value in a column of the key, which is an issue of its own. */
function toStep({ values: read, written }: ReadRow, benchmark: Benchmark): Step | null {
  const axis = read.get(benchmark.axis) ?? null;
  const setting = benchmark.settings.flatMap((column): readonly AxisValue[] => [read.get(column) ?? []].flat());
  if (axis === null || setting.length < benchmark.settings.length) return null;
  const repeat = benchmark.repeat === null ? null : read.get(benchmark.repeat);
  const values = new Map([...read, ...shareOf(read, benchmark.accounts)]);
  return { axis, setting, repeat: String(repeat ?? '1'), ...stateOf(values, benchmark), values, written };
}

/** What the flags of the file say of a step, or else its own numbers. */
function stateOf(values: ReadRow['values'], benchmark: Benchmark): Pick<Step, 'state' | 'reason'> {
  const flagged = (column: string | null): boolean => column !== null && values.get(column) === 1;
  const unbalanced = balanceOf(values, benchmark);
  const late = lagFault(values, benchmark);
  if (flagged(benchmark.rejected)) return { state: 'rejected', reason: null };
  if (unbalanced !== null) return { state: 'rejected', reason: unbalanced };
  if (flagged(benchmark.disturbed)) return { state: 'disturbed', reason: null };
  return late === null ? { state: 'clean', reason: null } : { state: 'disturbed', reason: late };
}
