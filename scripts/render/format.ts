import type { AxisValue } from '../domain/axis.ts';
import type { Measure } from '../domain/benchmark.ts';
import type { Claim, ClaimDate, ClaimValue } from '../domain/claim.ts';
import { writeDate } from '../domain/dates.ts';
import type { Feature } from '../domain/feature.ts';
import type { SaturationResult, Spread } from '../domain/report.ts';
import type { Run } from '../domain/run.ts';

const supportLabels: ReadonlyMap<string, { readonly word: string; readonly glyph: string }> = new Map([
  ['full', { word: 'Yes', glyph: '●' }],
  ['partial', { word: 'Partly', glyph: '◐' }],
  ['none', { word: 'No', glyph: '○' }],
  ['unknown', { word: 'Unknown', glyph: '?' }],
  ['inapplicable', { word: 'Not applicable', glyph: '–' }],
]);

/** The glyph beside a value, so that color is never the only sign; empty for values that are words. */
export function glyphOf(value: ClaimValue | null, feature: Feature): string {
  const state = stateOf(value, feature);
  return supportLabels.get(state)?.glyph ?? '';
}

/** `full`, `partial`, `none`, `unknown`, `inapplicable`, or `text` for values that are words. */
export function stateOf(value: ClaimValue | null, feature: Feature): string {
  if (value === null) return 'unknown';
  if (value === 'unknown' || value === 'inapplicable') return value;
  return feature.kind === 'support' && typeof value === 'string' ? value : 'text';
}

/** A value as text: `Yes`, `Callback, Generator`, `BSD-3-Clause`. */
export function formatValue(value: ClaimValue | null, feature: Feature): string {
  if (value === null) return 'Unknown';
  if (typeof value === 'number') return withUnit(stated.format(value), feature.unit);
  if (typeof value !== 'string') return value.map((one) => choiceLabel(one, feature)).join(', ');
  const known = supportLabels.get(value);
  if (known !== undefined && (feature.kind === 'support' || value === 'unknown' || value === 'inapplicable'))
    return known.word;
  return choiceLabel(value, feature);
}

/** A claim's value, with the version or the quotation if they contain it. */
export function formatClaim({ value, said }: Claim, feature: Feature): string {
  const text = formatValue(value, feature);
  return feature.kind === 'date' && said !== null && value !== 'unknown' ? `${said} (${text})` : text;
}

// All the digits that somebody stated.
const stated = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 17 });

function choiceLabel(id: string, { choices }: Feature): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

/** `2009-12-22`, `after 2009-12-22`, or `undated`. */
export function formatDate(date: ClaimDate | null): string {
  return date === null ? 'undated' : writeDate(date);
}

/** What a reader must know before the numbers of a run; empty where nothing disturbed it. */
export function conditionWarning(condition: Run['condition']): string {
  return condition === 'busy' ? 'Taken on a busy machine: shown, never ranked.' : '';
}

const integer = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

// Truncated instead of rounded: less than all must never read as all.
const share = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, roundingMode: 'trunc' });

/** A share of 0 to 1 as `67 %`, truncated, with a narrow no-break space. */
export function formatShare(value: number): string {
  return `${Math.trunc(value * 100)}\u202f%`;
}

/** A number with its unit: `19,798/s`, `0.24 ms`, `99.9 %`. */
export function formatQuantity(value: number, { unit }: Pick<Measure, 'unit'>): string {
  if (unit === 'share') return formatPercent(value, 2);
  return withUnit(Math.abs(value) >= 100 ? integer.format(value) : decimal.format(value), unit);
}

/** A value of the axis with its unit, or the name of a category. */
export function formatAxis(value: AxisValue, measure: Measure): string {
  return typeof value === 'string' ? value : formatQuantity(value, measure);
}

/** One end of a spread, or a value inside it, with no more digits than its width supports. */
export function formatWithin(value: number, { low, high }: Interval, measure: Measure): string {
  const half = (high - low) / 2;
  if (half <= 0) return formatQuantity(value, measure);
  if (measure.unit === 'share') return formatPercent(value, Math.min(2, Math.max(0, decimalsOf(half * 100))));
  if (value === 0) return withUnit('0', measure.unit);
  // No fewer than two digits, since of a wide spread a small value would be 0, and no more than without a spread.
  const own = decimalsOf(Math.abs(value));
  const decimals = Math.min(Math.abs(value) >= 100 ? 0 : 2 + own, Math.max(1 + own, decimalsOf(half)));
  const unit = 10 ** -decimals;
  const rounded = decimals < 0 ? Math.round(value / unit) * unit : value;
  const text = rounding(Math.max(0, decimals)).format(rounded + 0);
  return withUnit(text, measure.unit);
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The decimal place of the first digit of a number: 2 of 0.03, 0 of 3, -1 of 30. */
function decimalsOf(value: number): number {
  return -Math.floor(Math.log10(value));
}

function formatPercent(value: number, decimals: number): string {
  if (value > 0 && value < 0.0001) return '<\u202f0.01\u202f%';
  // Without the rest of a product of doubles: 0.57 × 100 is 56.99999999999999.
  const percent = Number((value * 100).toPrecision(12));
  return `${(decimals === 2 ? share : shares(decimals)).format(percent)}\u202f%`;
}

// A formatter takes a hundred times as long to make as to use.
const rounding = kept((decimals) => new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals }));
const shares = kept(
  (decimals) => new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals, roundingMode: 'trunc' }),
);

function kept(make: (decimals: number) => Intl.NumberFormat): (decimals: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (decimals) => {
    const one = made.get(decimals) ?? make(decimals);
    made.set(decimals, one);
    return one;
  };
}

function withUnit(text: string, unit: string): string {
  return unit === '' ? text : unit.startsWith('/') ? `${text}${unit}` : `${text} ${unit}`;
}

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** A number as stated in a source, with all its digits and its unit. */
export function formatStated(value: AxisValue, { unit }: Measure): string {
  return typeof value === 'string' ? value : withUnit(exact.format(value), unit);
}

/** `about `, `at least `, or empty text for an exact value. */
export function qualified(qualifier: string): string {
  return qualifier === 'exactly' ? '' : `${qualifier} `;
}

/** A median with its range, or empty text if nothing was measured. */
export function formatSpread(spread: Spread | undefined, measure: Measure): string {
  if (spread === undefined) return '';
  const ends = { low: spread.min, high: spread.max };
  const median = formatWithin(spread.median, ends, measure);
  if (spread.min === spread.max) return median;
  const plain = { ...measure, unit: bare(measure) };
  return `${median} (${formatWithin(spread.min, ends, plain)}–${formatWithin(spread.max, ends, plain)})`;
}

function bare({ unit }: Measure): string {
  return unit === 'share' ? unit : '';
}

/** `≥ 20,000/s`, `12,000/s`, `below 500/s`. */
export function formatSaturation({ value, below, censored }: SaturationResult, measure: Measure): string {
  if (value === null) return below === null ? 'not answered' : `below ${formatQuantity(below, measure)}`;
  return censored ? `≥ ${formatQuantity(value, measure)}` : formatQuantity(value, measure);
}

/** The interval in which the value lies, given the repeats and the grid of steps: `12,000–20,000`. */
export function formatInterval({ low, below, censored }: SaturationResult, measure: Measure): string {
  const plain = { ...measure, unit: '' };
  const from = low === null ? '0' : formatQuantity(low, plain);
  if (below === null) return censored || low !== null ? `${from} or more` : from;
  return `${from}–${formatQuantity(below, plain)}`;
}

/** `1 claim`, `3 claims`. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${integer.format(count)} ${count === 1 ? one : many}`;
}

/** A label inside a sentence: `Attempted rate` becomes `attempted rate`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Names in a sentence: `a, b and c`; names with a comma inside are parted by semicolons. */
export function listNames(names: readonly string[]): string {
  const comma = names.some((name) => name.includes(',')) ? '; ' : ', ';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(comma)} and ${names.at(-1)}`;
}
