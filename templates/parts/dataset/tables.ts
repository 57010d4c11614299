import type { Measure } from '../../../scripts/domain/benchmark.ts';
import type { Claim } from '../../../scripts/domain/claim.ts';
import { writeDate } from '../../../scripts/domain/dates.ts';
import type { BenchmarkReport, Edition, Report, RunReport } from '../../../scripts/domain/report.ts';
import type { Run, Step } from '../../../scripts/domain/run.ts';
import { formatDate } from '../../../scripts/render/format.ts';
import { type CsvCell, toCsv } from '../../../scripts/render/html.ts';
import { viewSource } from '../../../scripts/render/source.ts';

/** A column: its name, what it holds, and in which unit. */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'boolean';
  readonly title: string;
  readonly description: string;
  /** Empty for a number without one. */
  readonly unit: string;
}

/** A table of the API: a CSV file with columns that are described. */
export interface ApiTable {
  /** Below the site's base. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly TableField[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** Every table of the API. */
export function apiTables(report: Report): readonly ApiTable[] {
  return [
    claimsTable(report),
    ...report.editions.map(editionTable),
    ...report.benchmarks.flatMap((benchmark) =>
      benchmark.runs.filter(({ sweeps }) => sweeps.length > 0).map((run) => runTable(benchmark, run)),
    ),
  ];
}

/** A table as the text of its CSV file. */
export function tableCsv({ fields, rows }: ApiTable): string {
  return toCsv(
    fields.map(({ name }) => name),
    rows,
  );
}

function text(name: string, title: string, description = ''): TableField {
  return { name, type: 'string', title, description, unit: '' };
}

const claimFields = [
  text('framework', 'Framework', 'The id of a framework.'),
  text('feature', 'Feature', 'The id of a feature of the catalog.'),
  text(
    'value',
    'Value',
    'Support (full, partial, none), unknown, inapplicable, or a word; several are joined by “; ”.',
  ),
  text('said', 'Quotation', 'A quotation from the source.'),
  text('on', 'Date', 'A day, month or year, or “after” or “before” a day; empty for a claim without a date.'),
  text('by', 'Attributed to', 'Who said it, if not the author of the source.'),
  text('note', 'Note'),
  text('disputes', 'Disputes', 'The date of the claim that this one calls wrong.'),
  text('proofs', 'Sources', 'URLs of the sources, separated by spaces.'),
];

function claimsTable({ frameworks, sources }: Report): ApiTable {
  const rows = frameworks.flatMap((framework) =>
    [...framework.claims].flatMap(([feature, claims]) =>
      claims.map((claim) => [
        framework.id,
        feature,
        valueCell(claim.value),
        claim.said,
        claim.on === null ? null : writeDate(claim.on),
        claim.by,
        claim.note,
        claim.disputes === null ? null : writeDate(claim.disputes),
        claim.sources.map((source) => viewSource(source, sources).href).join(' '),
      ]),
    ),
  );
  const description = 'Every claim with its date and sources, one per row.';
  return { path: 'api/v1/claims.csv', name: 'claims', title: 'All claims', description, fields: claimFields, rows };
}

/** A number as it is: text that begins with a sign would be taken for a formula. */
function valueCell(value: Claim['value']): string | number {
  return typeof value === 'number' ? value : [value].flat().join('; ');
}

/** One row a framework; every feature gives two columns: the value and its date. */
function editionTable({ definition, asOf, features, rows }: Edition): ApiTable {
  return {
    path: `api/v1/editions/${definition.id}.csv`,
    name: `edition-${definition.id}`,
    title: `Matrix: ${definition.label}`,
    description: `The feature matrix as of ${asOf}: one row per framework, two columns per feature.`,
    fields: [
      text('framework', 'Framework', 'The id of a framework.'),
      ...features.flatMap(({ id, label, question }) => [
        text(id, label, question),
        text(`${id}_on`, `${label}, date`, 'The date of the claim shown.'),
      ]),
    ],
    rows: rows.map(({ framework, cells }) => [
      framework.id,
      ...cells.flatMap(({ claim }) =>
        claim === null ? [null, null] : [valueCell(claim.value), claim.on === null ? null : formatDate(claim.on)],
      ),
    ]),
  };
}

/** The measures that a run has columns for and may publish. */
export function publishedMeasures({ benchmark }: BenchmarkReport, { run }: RunReport): readonly Measure[] {
  return benchmark.measures.filter(
    ({ id }) => !run.withheld.includes(id) && run.sweeps.some(({ columns }) => columns.includes(id)),
  );
}

function runTable(report: BenchmarkReport, run: RunReport): ApiTable {
  const { benchmark } = report;
  const measures = publishedMeasures(report, run);
  const judged = benchmark.accounts !== null || benchmark.lag !== null;
  return {
    path: runCsvPath(report, run.run),
    name: `run-${benchmark.id}-${run.run.id}`,
    title: `${benchmark.title}: ${run.run.title}`,
    description: `Every step of the run of ${formatDate(run.run.date)}, one row per step and repeat; empty means not measured.`,
    fields: [
      text('sweep', 'Program', 'The id of the program measured.'),
      ...measures.map(measureField),
      ...(judged ? judgedFields : []),
    ],
    rows: run.run.sweeps.flatMap(({ id: sweep, steps }) =>
      steps.map((step) => [
        sweep,
        ...measures.map(({ id }) => stepCell(step, id)),
        ...(judged ? [step.state, step.reason] : []),
      ]),
    ),
  };
}

const judgedFields = [
  text(
    'step_state',
    'State',
    'clean, disturbed, or rejected: by the flags of the file, or by the numbers of the step.',
  ),
  text('step_reason', 'Reason', 'Why the numbers of the step say so.'),
];

/** A number as its file has it, a computed one as it is. */
function stepCell({ values, written }: Step, id: string): CsvCell {
  const value = values.get(id) ?? null;
  const text = written.get(id);
  return typeof value === 'number' && text !== undefined ? { written: text } : value;
}

/** Where every step of a run is, below the site's base. */
export function runCsvPath({ benchmark }: BenchmarkReport, { id }: Run): string {
  return `api/v1/benchmarks/${benchmark.id}/${id}.csv`;
}

const types = { number: 'number', text: 'string', flag: 'boolean' } as const;

function measureField({ id, label, unit, kind, help }: Measure): TableField {
  return { name: id, type: types[kind], title: label, description: help ?? '', unit };
}
