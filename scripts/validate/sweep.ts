import type { Benchmark, Measure } from '../domain/benchmark.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Step, Sweep, SweepDescription } from '../domain/run.ts';
import type { Cell, Issue, Table } from '../domain/source.ts';
import type { Checked } from './shape.ts';

/** Reads one CSV file as a sweep: known columns, strict numbers, no repeated step, nothing physically impossible. */
export function readSweep(table: Table, description: SweepDescription, benchmark: Benchmark): Checked<Sweep> {
  const header = checkHeader(table, benchmark);
  if (header.length > 0) return { value: null, issues: header };
  const measures = table.header.map(({ text }) => benchmark.measures.find(({ id }) => id === text) as Measure);
  const rows = table.rows.map((row) => readRow(row, measures));
  const issues = [
    ...rows.flatMap((row) => row.issues),
    ...checkNamed(table, benchmark),
    ...checkKeys(table, benchmark),
  ];
  const steps = rows.flatMap(({ values }) => toStep(values, benchmark));
  return {
    value: { ...description, columns: measures.map(({ id }) => id), steps, file: table.file },
    issues,
  };
}

function checkHeader({ header }: Table, benchmark: Benchmark): readonly Issue[] {
  const known = benchmark.measures.map(({ id }) => id);
  const names = header.map(({ text }) => text);
  const unknown = header
    .filter(({ text }) => !known.includes(text))
    .map(({ text, place }) => issue('csv-header', place, unexpected('column', text, known)));
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
  readonly issues: readonly Issue[];
}

function readRow(row: readonly Cell[], measures: readonly Measure[]): ReadRow {
  const cells = row.map((cell, index) => readCell(cell, measures[index] as Measure));
  const values = new Map(measures.map(({ id }, index) => [id, cells[index]?.value ?? null]));
  return { values, issues: cells.flatMap((cell) => cell.issues) };
}

const strictNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;

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

function readNumber(text: string, place: Cell['place'], { id, unit }: Measure): Checked<number> {
  if (!strictNumber.test(text)) {
    return {
      value: null,
      issues: [
        issue(
          'csv-number',
          place,
          `Found \`${text}\` in ${id}, expected a plain decimal number, or an empty cell for not measured`,
        ),
      ],
    };
  }
  const value = Number(text) + 0;
  const impossible = value < 0 ? '0 or more' : unit === 'share' && value > 1 ? 'a share from 0 to 1' : null;
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
  return strictNumber.test(text) ? String(Number(text)) : text;
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

/** A row as a step; none if it has no value on the axis. */
function toStep(values: ReadRow['values'], benchmark: Benchmark): readonly Step[] {
  const axis = values.get(benchmark.axis);
  if (typeof axis !== 'number') return [];
  const flagged = (column: string | null): boolean => column !== null && values.get(column) === 1;
  const repeat = benchmark.repeat === null ? null : values.get(benchmark.repeat);
  const state = flagged(benchmark.rejected) ? 'rejected' : flagged(benchmark.disturbed) ? 'disturbed' : 'clean';
  return [{ axis, repeat: String(repeat ?? '1'), state, values }];
}
