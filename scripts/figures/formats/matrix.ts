import { writeDate } from '../../domain/dates.ts';
import type { Feature } from '../../domain/feature.ts';
import { type FigurePart, matrixId } from '../../domain/figure.ts';
import type { Edition, EditionRow, MatrixCell, Report } from '../../domain/report.ts';
import { formatCount, formatValue, glyphOf, stateOf } from '../../render/format.ts';
import { viewSource } from '../../render/source.ts';
import type { Figure } from './figure.ts';
import { drawTable } from './table-picture.ts';

/** What of an edition a figure shows: all of it, or chosen frameworks and features under a name of their own. */
interface MatrixPart {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly edition: Edition;
  /** Null for all. */
  readonly frameworks: readonly string[] | null;
  readonly features: readonly string[] | null;
}

/** The matrix of every edition as a figure. */
export function matrixFigures(report: Report): readonly Figure[] {
  return report.editions.map((edition) =>
    matrixFigure(
      {
        id: matrixId(edition.definition.id),
        title: `Feature matrix: ${edition.definition.label}`,
        question,
        edition,
        frameworks: null,
        features: null,
      },
      report,
    ),
  );
}

/** A part of an edition's matrix; null where the part is of another kind of figure. */
export function matrixPart({ figure, ...part }: FigurePart, report: Report): Figure | null {
  const edition = report.editions.find(({ definition }) => matrixId(definition.id) === figure);
  if (edition === undefined) return null;
  return matrixFigure({ ...part, question: part.question ?? question, edition }, report);
}

// A larger picture is legible nowhere, and takes megabytes.
const mostDrawnRows = 100;

const question = 'Which framework can what, and who says so?';

/** An edition, or a part of it, as a figure: a table in words, the same drawn with glyphs, and its claims as rows. */
export function matrixFigure(part: MatrixPart, report: Report): Figure {
  const { id, title, edition } = part;
  const features = chosen(edition.features, part.features, (feature) => feature.id);
  const rows = chosen(edition.rows, part.frameworks, ({ framework }) => framework.id).map((row) => ({
    ...row,
    cells: chosen(row.cells, part.features, ({ feature }) => feature.id),
  }));
  const latest = edition === report.latest;
  return {
    id,
    pin: null,
    shows: null,
    title,
    question: part.question,
    alt: describe(rows, features, edition),
    svg: rows.length > mostDrawnRows ? '' : drawTable(features, rows),
    better: '',
    provenance: {
      run: edition.definition.label,
      date: edition.asOf,
      testbed: '',
      warning: '',
      status: latest ? 'Newest claims' : 'Edition',
      newer: false,
      source: report.site.title,
      license: report.site.license,
    },
    table: {
      caption: `${title}, as of ${edition.asOf}`,
      rowLabel: 'Framework',
      columns: features.map(({ label }) => ({ text: label, value: '' })),
      rows: rows.map(({ framework, cells }) => ({
        id: framework.id,
        label: framework.name,
        cells: cells.map((cell) => ({ text: formatCell(cell), value: '' })),
      })),
    },
    numbers: {
      header: ['edition', 'as_of', 'framework', 'feature', 'value', 'said', 'on', 'proof'],
      rows: rows.flatMap(({ cells }) => cells.map((cell) => claimRow(cell, edition, report))),
    },
    series: rows.map(({ framework }) => ({ id: framework.id, label: framework.name })),
    columns: features.map((feature) => ({ id: feature.id, label: feature.label })),
    spec: null,
    tabular: true,
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
): readonly (string | null)[] {
  const [source] = claim?.sources ?? [];
  return [
    ...[edition.definition.id, edition.asOf, framework.id, feature.id],
    claim === null ? null : [claim.value].flat().join('; '),
    claim?.said ?? null,
    claim === null || claim.on === null ? null : writeDate(claim.on),
    source === undefined ? null : viewSource(source, report.sources).href,
  ];
}
