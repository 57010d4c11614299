import type { CellChange, EditionDiff } from '../domain/report.ts';
import type { SiteSettings } from '../domain/site.ts';
import { formatCount } from '../render/format.ts';
import type { FigureData, FigureTable, FigureText, Numbers } from './figure.ts';
import type { PlannedDiff } from './planned.ts';
import { claimProvenance } from './provenance.ts';
import { rowWidth } from './rows.ts';
import { ticksOf } from './scale.ts';
import type { Bindings } from './spec.ts';
import { light } from './svg/palette.ts';
import { slack, textWidth } from './svg/text-width.ts';

type Kind = CellChange['kind'];

/** The kinds of change: their labels, their hues, and whether they are drawn hollow. */
const kinds: readonly {
  readonly kind: Kind;
  readonly text: string;
  readonly hue: number;
  readonly hollow: boolean;
}[] = [
  { kind: 'changed', text: 'changed', hue: 1, hollow: false },
  { kind: 'same', text: 'the same', hue: 0, hollow: false },
  { kind: 'repeated', text: 'not answered since', hue: 0, hollow: true },
];

interface Row {
  readonly label: string;
  readonly counts: ReadonlyMap<Kind, number>;
}

/** What became of an edition's answers, feature by feature; it follows the newest claims. */
export function diffData({ id, diff }: PlannedDiff, site: SiteSettings): FigureData {
  const { before, after } = diff;
  const rows = rowsOf(diff);
  const heading = `Answers of ${before.definition.label} that have changed`;
  const alt = describe(rows, before.features.length);
  const label = `${before.definition.label} and ${after.definition.label.toLowerCase()}`;
  const text: FigureText = {
    id,
    pin: null,
    shows: null,
    benchmark: null,
    anchor: id,
    title: heading,
    heading,
    question: 'How many answers have changed since?',
    takeaway: '',
    subtitle: '',
    alt,
    caption: `From ${before.asOf} to ${after.asOf}.`,
    provenance: claimProvenance(label, `${before.asOf} to ${after.asOf}`, 'Newest claims', site),
    table: tableOf(rows, heading),
    numbers: numbersOf(rows, diff),
    series: [],
    columns: [],
    tabular: false,
  };
  return {
    text,
    chart: { template: 'changes', bindings: bindingsOf(rows, alt), prefix: id, panels: false, narrow: null },
    drawing: null,
  };
}

function tableOf(rows: readonly Row[], heading: string): FigureTable {
  return {
    caption: `${heading}: frameworks by kind of change`,
    rowLabel: 'Feature',
    columns: kinds.map(({ text }) => ({ text: titled(text), value: '' })),
    rows: rows.map((row) => {
      const counts = kinds.map(({ kind }) => String(countOf(row, kind)));
      return { id: '', label: row.label, cells: counts.map((value) => ({ text: value, value, rank: '' })) };
    }),
  };
}

function titled(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function numbersOf(rows: readonly Row[], { before, after }: EditionDiff): Numbers {
  return {
    header: ['before', 'after', 'feature', 'answer', 'frameworks'],
    rows: rows.flatMap((row) =>
      kinds.map(({ kind, text }) => [before.asOf, after.asOf, row.label, titled(text), countOf(row, kind)]),
    ),
  };
}

/** Features by how many of their answers changed, the most first. */
function rowsOf({ rows }: EditionDiff): readonly Row[] {
  const byFeature = Map.groupBy(
    rows.flatMap(({ changes }) => changes),
    (change) => change.before.feature,
  );
  return [...byFeature]
    .map(([{ label }, changes]) => ({
      label,
      counts: new Map(kinds.map(({ kind }) => [kind, changes.filter((one) => one.kind === kind).length])),
    }))
    .sort(
      (a, b) =>
        countOf(b, 'changed') - countOf(a, 'changed') ||
        countOf(b, 'same') - countOf(a, 'same') ||
        (a.label < b.label ? -1 : 1),
    );
}

function countOf({ counts }: Row, kind: Kind): number {
  return counts.get(kind) ?? 0;
}

function describe(rows: readonly Row[], features: number): string {
  const sum = (kind: Kind): number => rows.reduce((total, row) => total + countOf(row, kind), 0);
  const all = sum('changed') + sum('same') + sum('repeated');
  const first = rows[0];
  const most =
    first === undefined || countOf(first, 'changed') === 0
      ? ''
      : ` Most changed: ${first.label} (${countOf(first, 'changed')}).`;
  return `${formatCount(all, 'answer')} to ${formatCount(features, 'feature')}: ${formatCount(sum('changed'), 'has', 'have')} changed, ${formatCount(sum('same'), 'is', 'are')} the same, ${formatCount(sum('repeated'), 'has', 'have')} not been answered since.${most}`;
}

function bindingsOf(rows: readonly Row[], description: string): Bindings {
  const bars = rows.flatMap((row) => {
    let from = 0;
    return kinds.map(({ kind, hollow }) => {
      const bar = { series: kind, row: row.label, from, to: from + countOf(row, kind), hollow };
      from = bar.to;
      return bar;
    });
  });
  const shown = bars.filter(({ from, to }) => to > from);
  const top = Math.max(1, ...bars.map(({ to }) => to));
  const values = {
    description,
    measureTitle: 'Frameworks',
    measureDomain: [0, top],
    measureTicks: ticksOf([0, top], 'linear').filter(Number.isInteger),
    rowWidth: rowWidth(
      rows.map(({ label }) => label),
      null,
    ),
    rows: rows.map(({ label }) => label),
    series: kinds.map(({ kind }) => kind),
    colors: kinds.map(({ hue }) => light.hues[hue]),
  };
  const counts = shown.map(({ row, from, to, hollow }) => ({
    row,
    at: (from + to) / 2,
    text: String(to - from),
    hollow,
  }));
  const styles = Object.fromEntries(kinds.map(({ kind, hue }) => [kind, { hue, style: 1 }]));
  const datasets = { bars: shown, counts, keys: keyRows() };
  return { values, datasets, usermeta: { series: styles, fixed: true } };
}

interface KeyRow {
  readonly series: Kind;
  readonly text: string;
  readonly hollow: boolean;
  readonly x: number;
}

function keyRows(): readonly KeyRow[] {
  let x = 8;
  return kinds.map(({ kind, text, hollow }) => {
    const row = { series: kind, text, hollow, x };
    x += Math.ceil(textWidth(text, 13, null) * slack) + 36;
    return row;
  });
}
