import type { Feature } from '../../scripts/domain/feature.ts';
import type { MatrixCell, Report } from '../../scripts/domain/report.ts';
import { formatCount, formatValue, glyphOf, stateOf } from '../../scripts/render/format.ts';

/** The feature catalog in words, each question with the answers it gets today. */
export interface FeaturesView {
  readonly asOf: string;
  readonly groups: readonly { readonly label: string; readonly features: readonly FeatureView[] }[];
}

interface FeatureView {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly help: string;
  readonly review: string;
  readonly answered: string;
  /** The shares of supports; empty for other kinds. */
  readonly bar: readonly BarView[];
  readonly answers: readonly AnswerView[];
}

/** A piece of a bar a hundred units wide. */
interface BarView {
  readonly state: string;
  readonly x: string;
  readonly width: string;
}

interface AnswerView {
  readonly glyph: string;
  readonly state: string;
  readonly text: string;
  readonly count: string;
}

/** How many frameworks give an answer today. */
interface AnswerCount {
  readonly value: string;
  readonly count: number;
}

/** The questions by group, as the latest edition answers them. */
export function viewFeatures({ catalog, latest }: Report): FeaturesView {
  const cells = Map.groupBy(
    latest.rows.flatMap((row) => row.cells),
    ({ feature }) => feature,
  );
  return {
    asOf: latest.asOf,
    groups: catalog.groups.map(({ id, label }) => ({
      label,
      features: catalog.features
        .filter(({ group }) => group === id)
        .map((feature) => viewFeature(feature, cells.get(feature) ?? [])),
    })),
  };
}

function viewFeature(feature: Feature, cells: readonly MatrixCell[]): FeatureView {
  const known = cells.filter(({ claim }) => claim !== null && claim.value !== 'unknown').length;
  const counts = countAnswers(feature, cells);
  return {
    id: feature.id,
    label: feature.label,
    question: feature.question,
    help: feature.help ?? '',
    review:
      feature.reviewYears === null
        ? ''
        : `Claims older than ${formatCount(feature.reviewYears, 'year')} are marked as aged.`,
    answered: `Known for ${known} of ${cells.length}${describeExtent(feature, cells)}.`,
    bar: feature.kind === 'support' ? viewBar(feature, counts) : [],
    answers: shownAnswers(feature, counts),
  };
}

/** `, from 64 to 65,536 dimensions`; empty for what is no number. */
function describeExtent(feature: Feature, cells: readonly MatrixCell[]): string {
  const numbers = cells.flatMap(({ claim }) => (typeof claim?.value === 'number' ? [claim.value] : []));
  if (numbers.length === 0) return '';
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const top = formatValue(high, feature);
  return low === high ? `, ${top}` : `, from ${formatValue(low, { ...feature, unit: '' })} to ${top}`;
}

const order = ['full', 'partial', 'none', 'inapplicable', 'unknown'];

/** Answers by how often they are given; supports in their own order, what is unknown last. A list counts for each of its items. */
function countAnswers({ kind }: Feature, cells: readonly MatrixCell[]): readonly AnswerCount[] {
  const values = cells.flatMap(({ claim }) => claim?.value ?? 'unknown').map(String);
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  const rank = (value: string): number => (kind === 'support' || value === 'unknown' ? order.indexOf(value) : -1);
  return counts.sort((a, b) => rank(a.value) - rank(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

const most = 8;

/** The most frequent answers, the others counted together, and how many are unknown; dates and links differ everywhere and are only counted. */
function shownAnswers(feature: Feature, counts: readonly AnswerCount[]): readonly AnswerView[] {
  const single = ['date', 'link', 'text', 'number'].includes(feature.kind);
  const known = counts.filter(({ value }) => value !== 'unknown');
  const shown = single ? [] : known.slice(0, most);
  const others = known.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const view = ({ value, count }: AnswerCount): AnswerView => ({
    glyph: glyphOf(value, feature),
    state: stateOf(value, feature),
    text: formatValue(value, feature),
    count: String(count),
  });
  return [
    ...shown.map(view),
    ...(others === 0 ? [] : [{ glyph: '', state: 'text', text: single ? 'Stated' : 'Others', count: String(others) }]),
    ...counts.filter(({ value }) => value === 'unknown').map(view),
  ];
}

/** The shares of supports as pieces of a bar a hundred units wide. */
function viewBar(feature: Feature, counts: readonly AnswerCount[]): readonly BarView[] {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const ends = counts.map((_, index) => counts.slice(0, index + 1).reduce((sum, { count }) => sum + count, 0));
  return counts.map(({ value, count }, index) => ({
    state: stateOf(value, feature),
    x: percent(((ends[index] ?? 0) - count) / all),
    width: percent(count / all),
  }));
}

function percent(share: number): string {
  return String(Math.round(share * 10_000) / 100);
}
