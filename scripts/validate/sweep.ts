import type { AxisValue } from '../domain/axis.ts';
import type { Benchmark, Measure } from '../domain/benchmark.ts';
import { type Columns, Row } from '../domain/columns.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Step, Sweep, SweepDescription } from '../domain/run.ts';
import type { Issue, Place, Table } from '../domain/source.ts';
import { balanceOf, lagFault, shareOf } from './accounts.ts';
import { readNumberText } from './number.ts';
import { physicalFault } from './physical.ts';
import type { Checked } from './shape.ts';

/**
 * Reads one CSV file as a sweep: known columns, strict numbers, no repeated step, nothing physically impossible. `share` is
 * how many cores the server had.
 */
export function readSweep(
  table: Table,
  description: SweepDescription,
  benchmark: Benchmark,
  share: number | null,
): Checked<Sweep> {
  // The file cannot be read, and its own issue says why.
  if (table.header.length === 0) return { value: null, issues: [] };
  const header = checkHeader(table, benchmark);
  if (header.length > 0) return { value: null, issues: header };
  const measures = table.header.map(({ text }) => benchmark.measures.find(({ id }) => id === text) as Measure);
  const columns = measures.map((measure, column) => readColumn(table, column, measure));
  const found = toSteps(table, columns, { benchmark, share });
  const steps = found.map((one) => one?.step ?? null);
  const issues = [
    ...columns.flatMap((column) => column.issues),
    ...checkNamed(table, benchmark),
    ...checkKeys(table, columns, benchmark),
    ...checkCategories(table, benchmark),
    ...found.flatMap((one, row) => checkNumbers(one, table, row)),
  ];
  const shown = columnsOf(measures, steps, benchmark);
  const taken = steps.filter((step) => step !== null);
  return { value: { ...description, columns: shown, steps: taken, file: table.file }, issues };
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

/** A column of numbers, in which `NaN` stands for none, or of texts. */
interface Column {
  readonly name: string;
  readonly cells: Float64Array | readonly (string | null)[];
  readonly issues: readonly Issue[];
}

function readColumn(table: Table, column: number, measure: Measure): Column {
  const issues: Issue[] = [];
  const read = (row: number): number | string | null => {
    const text = table.textAt(row, column);
    const found = readCell(text, measure);
    if (found.fault !== null) issues.push(issue(found.fault.rule, table.placeAt(row, column), found.fault.message));
    return found.value;
  };
  const { id: name } = measure;
  if (measure.kind === 'text') {
    const texts = Array.from({ length: table.rowCount }, (_, row) => read(row) as string | null);
    return { name, cells: texts, issues };
  }
  const cells = new Float64Array(table.rowCount);
  for (let row = 0; row < cells.length; row += 1) cells[row] = Number(read(row) ?? Number.NaN);
  return { name, cells, issues };
}

function cellOf({ cells }: Column, row: number): number | string | null {
  const cell = cells[row] ?? null;
  return typeof cell === 'number' && Number.isNaN(cell) ? null : cell;
}

interface ReadCell {
  readonly value: number | string | null;
  readonly fault: { readonly rule: 'csv-number' | 'csv-formula' | 'step-impossible'; readonly message: string } | null;
}

const empty: ReadCell = { value: null, fault: null };

/** Empty means not measured; it never becomes a number. */
function readCell(text: string, measure: Measure): ReadCell {
  if (text === '') return empty;
  switch (measure.kind) {
    case 'text':
      return readText(text);
    case 'flag':
      return text === '0' || text === '1'
        ? { value: Number(text), fault: null }
        : { value: null, fault: { rule: 'csv-number', message: `Found \`${text}\`, expected 0 or 1` } };
    case 'number':
      return readNumber(text, measure);
    default:
      return measure.kind satisfies never;
  }
}

/** Others may open the file in a spreadsheet straight from the repository, so it must contain no formula. */
function readText(text: string): ReadCell {
  if (!/^\s*[=+\-@＝＋－＠]/.test(text)) return { value: text, fault: null };
  const message = `A spreadsheet would run \`${text}\` as a formula; let the text begin with a letter or digit`;
  return { value: null, fault: { rule: 'csv-formula', message } };
}

function readNumber(text: string, { id, unit, signed, min, max }: Measure): ReadCell {
  const read = readNumberText(text);
  if ('fault' in read)
    return { value: null, fault: { rule: 'csv-number', message: `\`${text}\` in ${id} is refused: ${read.fault}` } };
  const { value } = read;
  const impossible =
    value < 0 && !signed
      ? '0 or more (for a change, add `signed: true` to the measure; for not measured, leave the cell empty)'
      : unit === 'share' && Math.abs(value) > 1
        ? 'a share from 0 to 1'
        : boundBroken(value, min, max);
  if (impossible === null) return { value, fault: null };
  return { value, fault: { rule: 'step-impossible', message: `Found ${text} in ${id}, expected ${impossible}` } };
}

function boundBroken(value: number, min: number | null, max: number | null): string | null {
  if (min !== null && value < min) return `${min} or more (\`min\` of the measure)`;
  if (max !== null && value > max) return `${max} or less (\`max\` of the measure)`;
  return null;
}

function checkKeys(table: Table, columns: readonly Column[], benchmark: Benchmark): readonly Issue[] {
  const indexes = benchmark.key.map((name) => columns.findIndex((column) => column.name === name));
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const key = indexes.map((index) => keyPart(table, columns, index, row)).join(' / ');
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row);
      continue;
    }
    const at = Math.max(0, indexes[0] ?? 0);
    const message = `The step ${benchmark.key.join(' / ')} = ${key} is already on line ${table.placeAt(before, at).line}; remove one of them`;
    issues.push(issue('csv-duplicate', table.placeAt(row, at), message));
  }
  return issues;
}

/** `500` and `500.0` are the same step. */
function keyPart(table: Table, columns: readonly Column[], index: number, row: number): string {
  const column = columns[index];
  const cell = column === undefined ? null : cellOf(column, row);
  if (typeof cell === 'number') return String(cell);
  const text = column === undefined ? '' : table.textAt(row, index);
  const read = readNumberText(text);
  return 'value' in read ? String(read.value) : text;
}

/** Checks that the columns that identify a step have a value in every row. */
function checkNamed(table: Table, benchmark: Benchmark): readonly Issue[] {
  const names = [...new Set([...benchmark.key, benchmark.axis])];
  return issuesOfCells(table, names, (text, place, name) =>
    text === ''
      ? issue('csv-number', place(), `The cell in ${name} is empty, but this column identifies the step; add the value`)
      : null,
  );
}

/** Finds values of a text axis that the benchmark does not list. */
function checkCategories(table: Table, { axis, categories }: Benchmark): readonly Issue[] {
  if (categories === null || categories.length === 0) return [];
  return issuesOfCells(table, [axis], (text, place) =>
    text === '' || categories.includes(text)
      ? null
      : issue('choice-unknown', place(), unexpected('category', text, categories)),
  );
}

/** The issues of the cells of some columns, row by row. */
function issuesOfCells(
  table: Table,
  names: readonly string[],
  check: (text: string, place: () => Place, name: string) => Issue | null,
): readonly Issue[] {
  const indexes = names
    .map((name) => table.header.findIndex(({ text }) => text === name))
    .filter((index) => index >= 0);
  const issues: Issue[] = [];
  for (let row = 0; row < table.rowCount; row += 1)
    for (const column of indexes) {
      const name = table.header[column]?.text ?? '';
      const found = check(table.textAt(row, column), () => table.placeAt(row, column), name);
      if (found !== null) issues.push(found);
    }
  return issues;
}

/** Tells of a step whose own numbers contradict each other. */
function checkNumbers(found: ReadStep | null, table: Table, row: number): readonly Issue[] {
  if (found === null || found.rule === null) return [];
  const message = `The step is rejected: ${found.step.reason}; correct the numbers in a new run`;
  return [issue(found.rule, table.placeAt(row, 0), message)];
}

/** A step, and the rule that its own numbers break. */
interface ReadStep {
  readonly step: Step;
  readonly rule: 'step-unbalanced' | 'step-unphysical' | null;
}

/** What a step is judged by; `share` is how many cores the server had. */
interface Judge {
  readonly benchmark: Benchmark;
  readonly share: number | null;
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

/** Every row as a step; null if it has no value in a column of the key, which is an issue of its own. */
function toSteps(table: Table, columns: readonly Column[], judge: Judge): readonly (ReadStep | null)[] {
  const read = rowsOf(columns);
  const all = rowsOf([...columns, ...sharesOf(read, table.rowCount, judge.benchmark)]);
  const written: Columns<string> = { names: read.names, at: (column, row) => table.textAt(row, column) };
  return Array.from({ length: table.rowCount }, (_, row) => toStep(new Row(all, row), new Row(written, row), judge));
}

type Cells = Columns<number | string | null>;

function rowsOf(columns: readonly Column[]): Cells {
  const names = new Map(columns.map(({ name }, column) => [name, column]));
  return { names, at: (column, row) => (columns[column] === undefined ? null : cellOf(columns[column], row)) };
}

/** The column of shares that are computed from others; none where the benchmark has none. */
function sharesOf(read: Cells, rowCount: number, { accounts }: Benchmark): readonly Column[] {
  if (accounts?.share == null) return [];
  const shares = Array.from({ length: rowCount }, (_, row) => shareOf(new Row(read, row), accounts)[0]?.[1] ?? null);
  return [{ name: accounts.share, cells: Float64Array.from(shares, (share) => share ?? Number.NaN), issues: [] }];
}

const noSetting: readonly AxisValue[] = [];

function toStep(values: Step['values'], written: Step['written'], judge: Judge): ReadStep | null {
  const { benchmark } = judge;
  const { settings, repeat: column } = benchmark;
  const axis = values.get(benchmark.axis) ?? null;
  const setting = settings.length === 0 ? noSetting : settings.flatMap((name) => values.get(name) ?? []);
  if (axis === null || setting.length < settings.length) return null;
  const repeat = column === null ? null : values.get(column);
  const { rule, ...state } = stateOf(values, judge);
  return { step: { axis, setting, repeat: String(repeat ?? '1'), ...state, values, written }, rule };
}

/** What the flags of the file say of a step, or else its own numbers. */
function stateOf(
  values: Step['values'],
  { benchmark, share }: Judge,
): Pick<Step, 'state' | 'reason'> & Pick<ReadStep, 'rule'> {
  const flagged = (column: string | null): boolean => column !== null && values.get(column) === 1;
  const unbalanced = balanceOf(values, benchmark);
  const unphysical = physicalFault(values, benchmark, share);
  const late = lagFault(values, benchmark);
  if (flagged(benchmark.rejected)) return { state: 'rejected', reason: null, rule: null };
  if (unbalanced !== null) return { state: 'rejected', reason: unbalanced, rule: 'step-unbalanced' };
  if (unphysical !== null) return { state: 'rejected', reason: unphysical, rule: 'step-unphysical' };
  if (flagged(benchmark.disturbed)) return { state: 'disturbed', reason: null, rule: null };
  return { state: late === null ? 'clean' : 'disturbed', reason: late, rule: null };
}
