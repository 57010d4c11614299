import { writeDate } from '../domain/dates.ts';
import type { Feature } from '../domain/feature.ts';
import type { Edition, EditionRow, MatrixCell, Report } from '../domain/report.ts';
import { formatCount, formatValue, glyphOf, stateOf } from '../render/format.ts';
import { viewSource } from '../render/source.ts';
import type { FigureData, FigureTable, FigureText } from './figure.ts';
import type { PlannedMatrix } from './planned.ts';
import { claimProvenance } from './provenance.ts';
import { drawTable } from './svg/table-picture.ts';

// A larger picture is legible nowhere, and takes megabytes.
const mostDrawnRows = 100;

/** An edition, or a part of it: a table in words, the same drawn with glyphs, and its claims as rows. */
export function matrixData(planned: PlannedMatrix, report: Report): FigureData {
  const { id, title, question, edition } = planned;
  const features = chosen(edition.features, planned.features, (feature) => feature.id);
  const rows = chosen(edition.rows, planned.frameworks, ({ framework }) => framework.id).map((row) => ({
    ...row,
    cells: chosen(row.cells, planned.features, ({ feature }) => feature.id),
  }));
  const status = edition === report.latest ? 'Newest claims' : 'Edition';
  const text: FigureText = {
    id,
    pin: null,
    shows: null,
    benchmark: null,
    anchor: id,
    title,
    heading: title,
    question,
    takeaway: '',
    subtitle: '',
    alt: describe(rows, features, edition),
    caption: '',
    provenance: claimProvenance(edition.definition.label, edition.asOf, status, report.site),
    table: { ...tableOf(rows, features), caption: `${title}, as of ${edition.asOf}` },
    numbers: {
      header: ['edition', 'as_of', 'framework', 'feature', 'value', 'said', 'on', 'proof'],
      rows: rows.flatMap(({ cells }) => cells.map((cell) => claimRow(cell, edition, report))),
    },
    series: rows.map(({ framework }) => ({ id: framework.id, label: framework.name })),
    columns: features.map((feature) => ({ id: feature.id, label: feature.label })),
    tabular: true,
  };
  return { text, chart: null, drawing: rows.length > mostDrawnRows ? null : drawTable(features, rows) };
}

function tableOf(rows: readonly EditionRow[], features: readonly Feature[]): Omit<FigureTable, 'caption'> {
  return {
    rowLabel: 'Framework',
    columns: features.map(({ label }) => ({ text: label, value: '' })),
    rows: rows.map(({ framework, cells }) => ({
      id: framework.id,
      label: framework.name,
      cells: cells.map((cell) => ({ text: formatCell(cell), value: '', rank: '' })),
    })),
  };
}

/** In the order of the choice, so that an author decides it; in their own order where nothing was chosen. */
function chosen<T>(all: readonly T[], ids: readonly string[] | null, idOf: (one: T) => string): readonly T[] {
  return ids === null ? all : ids.flatMap((id) => all.filter((one) => idOf(one) === id));
}

function formatCell({ claim, feature }: MatrixCell): string {
  const value = claim?.value ?? null;
  const glyph = glyphOf(value, feature);
  return `${glyph}${glyph === '' ? '' : ' '}${formatValue(value, feature)}`;
}

function describe(rows: readonly EditionRow[], features: readonly Feature[], { asOf }: Edition): string {
  const states = rows.flatMap(({ cells }) => cells.map(({ claim, feature }) => stateOf(claim?.value ?? null, feature)));
  const text = (['full', 'partial', 'none', 'text', 'unknown', 'inapplicable'] as const)
    .map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${formatState[state]}`);
  return `${formatCount(rows.length, 'framework')} by ${formatCount(features.length, 'feature')} as of ${asOf}: ${text.join(', ')}.`;
}

const formatState = {
  full: 'yes',
  partial: 'partly',
  none: 'no',
  text: 'in words',
  unknown: 'unknown',
  inapplicable: 'not applicable',
} as const;

function claimRow(
  { framework, feature, claim }: MatrixCell,
  edition: Edition,
  report: Report,
): readonly (string | number | null)[] {
  const [source] = claim?.sources ?? [];
  return [
    ...[edition.definition.id, edition.asOf, framework.id, feature.id],
    typeof claim?.value === 'number' ? claim.value : claim === null ? null : [claim.value].flat().join('; '),
    claim?.said ?? null,
    claim === null || claim.on === null ? null : writeDate(claim.on),
    source === undefined ? null : viewSource(source, report.sources).href,
  ];
}
