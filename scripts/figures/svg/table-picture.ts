import type { Feature } from '../../domain/feature.ts';
import type { EditionRow, MatrixCell } from '../../domain/report.ts';
import { formatValue, stateOf } from '../../render/format.ts';
import { escapeHtml } from '../../render/html.ts';
import type { Drawing } from './drawing.ts';
import { roundToTenth } from './path.ts';
import { slack, textWidth } from './text-width.ts';

const row = 22;
const narrow = 30;
const widest = 130;
const keyWidth = 80;

/** A table of claims with the classes of a chart: discs for support, words for the rest, no color that means anything. */
export function drawTable(features: readonly Feature[], rows: readonly EditionRow[]): Drawing {
  const names = Math.ceil(Math.max(0, ...rows.map(({ framework }) => textWidth(framework.name, 13, 600))) * slack) + 12;
  const widths = features.map((feature, index) => columnWidth(feature, rows, index));
  const lefts = widths.map((_, index) => names + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const top = Math.ceil(Math.max(0, ...features.map(({ label }) => textWidth(label, 12, 400))) * slack * 0.71) + 20;
  const slanted = 60;
  const key = keyOf(rows);
  const table = names + widths.reduce((sum, one) => sum + one, 0);
  const width = Math.max(table + slanted, key.length * keyWidth + 40);
  const height = top + rows.length * row + 34;
  const heads = features.map(({ label }, index) => {
    const x = (lefts[index] ?? 0) + narrow / 2;
    return `<text transform="translate(${x} ${top - 8}) rotate(-45)" font-size="12">${escapeHtml(label)}</text>`;
  });
  const lines = rows.map(({ framework, cells }, index) => {
    const y = top + index * row + row * 0.68;
    const drawn = cells.map((cell, column) => drawCell(cell, lefts[column] ?? 0, widths[column] ?? 0, y));
    return `<g data-s="${escapeHtml(framework.id)}"><text class="n" x="0" y="${roundToTenth(y)}">${escapeHtml(framework.name)}</text>${drawn.join('')}</g>`;
  });
  const grid = rows.map((_, index) => `M0,${top + index * row}h${table}`).join('');
  const body = `<path class="g" d="${grid}"/>${heads.join('')}${lines.join('')}${drawKey(key, height - 8)}`;
  return { width, height, plot: null, body, label: '' };
}

const signs = { full: 'yes', partial: 'partly', none: 'no', unknown: 'unknown', inapplicable: 'not applicable' };

/** The signs that occur, and what they mean. */
function keyOf(rows: readonly EditionRow[]): readonly (readonly [string, string])[] {
  const states = new Set(
    rows.flatMap(({ cells }) => cells.map(({ claim, feature }) => stateOf(claim?.value ?? null, feature))),
  );
  return Object.entries(signs).filter(([sign]) => states.has(sign));
}

function drawKey(key: readonly (readonly [string, string])[], y: number): string {
  const drawn = key.map(([sign, text], index) => {
    const left = index * keyWidth;
    return `${drawSign(sign, left + 8, y)}<text class="u" x="${left + 20}" y="${y}" font-size="12">${text}</text>`;
  });
  return drawn.join('');
}

function columnWidth(feature: Feature, rows: readonly EditionRow[], index: number): number {
  if (feature.kind === 'support') return narrow;
  const text = rows.map(({ cells }) => textWidth(textOf(cells[index]), 12, 400) * slack + 14);
  return Math.ceil(Math.min(widest, Math.max(narrow, ...text)));
}

function textOf(cell: MatrixCell | undefined): string {
  if (cell === undefined) return '';
  const value = cell.claim?.value ?? null;
  return stateOf(value, cell.feature) === 'text' ? formatValue(value, cell.feature) : '';
}

function drawCell(cell: MatrixCell, left: number, width: number, y: number): string {
  const state = stateOf(cell.claim?.value ?? null, cell.feature);
  if (state !== 'text') return drawSign(state, left + narrow / 2, y);
  return `<text x="${left + 7}" y="${roundToTenth(y)}" font-size="12">${escapeHtml(cut(textOf(cell), width - 10))}</text>`;
}

function drawSign(state: string, x: number, y: number): string {
  const middle = roundToTenth(y - 4.5);
  switch (state) {
    case 'full':
      return `<circle cx="${x}" cy="${middle}" r="5"/>`;
    case 'partial':
      return `<circle class="a" cx="${x}" cy="${middle}" r="5"/><path d="M${x},${roundToTenth(middle - 5)}a5,5 0 0 0 0,10z"/>`;
    case 'none':
      return `<circle class="a" cx="${x}" cy="${middle}" r="5"/>`;
    default:
      return `<text class="u" x="${x}" y="${roundToTenth(y)}" text-anchor="middle">${state === 'inapplicable' ? '–' : '?'}</text>`;
  }
}

/** Words as far as they fit; the whole of them is in the table. */
function cut(text: string, width: number): string {
  if (textWidth(text, 12, 400) * slack <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, 12, 400) * slack > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
