import type { ChartSpec } from '../domain/chart.ts';
import type { CellChange, EditionDiff } from '../domain/report.ts';
import type { TextFile } from '../domain/source.ts';
import type { Effects } from '../platform/effects.ts';
import { formatCount } from '../render/format.ts';
import { fill } from './chart.ts';
import { chartTemplates, draw, withTitle } from './draw.ts';
import { rowWidth } from './rows.ts';
import { ticksOf } from './scale.ts';
import { light } from './svg/palette.ts';
import { slack, textWidth } from './svg/text-width.ts';
import type { FigureView } from './view.ts';

type Kind = CellChange['kind'];

/** How many answers became other ones, per kind: its words, its look, and whether it is drawn hollow. */
const kinds: readonly {
  readonly kind: Kind;
  readonly text: string;
  readonly hue: number;
  readonly hollow: boolean;
}[] = [
  { kind: 'changed', text: 'another answer', hue: 1, hollow: false },
  { kind: 'same', text: 'the same answer', hue: 0, hollow: false },
  { kind: 'repeated', text: 'not answered anew', hue: 0, hollow: true },
];

interface Row {
  readonly label: string;
  readonly counts: ReadonlyMap<Kind, number>;
}

/** A figure of what became of an edition's answers, feature by feature. */
export async function drawEditionDiff(
  comparison: EditionDiff,
  templates: readonly TextFile[],
  effects: Pick<Effects, 'cache' | 'hash'>,
): Promise<FigureView & { readonly spec: ChartSpec }> {
  const { before, after } = comparison;
  const rows = rowsOf(comparison);
  const id = `changes-${before.definition.id}`;
  const title = `Answers of ${before.definition.label} and what became of them`;
  const description = describe(rows, before.features.length);
  const template = chartTemplates(templates).get('changes');
  if (template === undefined) throw new Error('no chart template templates/charts/changes.vl.json');
  const spec = bind(template, rows, description);
  const svg = withTitle(await draw(spec, id, effects), title, description);
  const head = kinds.map(({ text }) => ({ text: text.charAt(0).toUpperCase() + text.slice(1), value: '' }));
  return {
    ...{
      id,
      title,
      question: 'How many answers are other ones now?',
      description,
      svg,
      spec,
      panelsHref: '',
      better: '',
    },
    caption: `From ${before.asOf} to ${after.asOf}.`,
    note: 'frameworks by what became of their answer',
    rowHead: 'Feature',
    axisLabel: 'Frameworks',
    columns: head.map(({ text }) => text),
    head,
    rows: rows.map(({ label, counts }) => {
      const cells = kinds.map(({ kind }) => String(counts.get(kind) ?? 0));
      return { series: '', label, cells, data: cells.map((value) => ({ text: value, value })) };
    }),
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
      (a, b) => of(b, 'changed') - of(a, 'changed') || of(b, 'same') - of(a, 'same') || (a.label < b.label ? -1 : 1),
    );
}

function of({ counts }: Row, kind: Kind): number {
  return counts.get(kind) ?? 0;
}

function describe(rows: readonly Row[], features: number): string {
  const sum = (kind: Kind): number => rows.reduce((total, row) => total + of(row, kind), 0);
  const all = sum('changed') + sum('same') + sum('repeated');
  const first = rows[0];
  const most =
    first === undefined || of(first, 'changed') === 0 ? '' : ` Most changed: ${first.label} (${of(first, 'changed')}).`;
  return `${formatCount(all, 'answer')} to ${formatCount(features, 'feature')}: ${formatCount(sum('changed'), 'is another one', 'are other ones')} now, ${formatCount(sum('same'), 'is', 'are')} the same, ${formatCount(sum('repeated'), 'was', 'were')} not given anew.${most}`;
}

function bind(template: ChartSpec, rows: readonly Row[], description: string): ChartSpec {
  const bars = rows.flatMap(({ label, counts }) => {
    let from = 0;
    return kinds.map(({ kind, hollow }) => {
      const bar = { series: kind, row: label, from, to: from + (counts.get(kind) ?? 0), hollow };
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
  const own = fill(template, values) as ChartSpec;
  return { ...own, usermeta: { series: styles, fixed: true }, datasets: { bars: shown, counts, keys: keyRows() } };
}

function keyRows(): readonly object[] {
  let x = 8;
  return kinds.map(({ kind, text, hollow }) => {
    const row = { series: kind, text, hollow, x };
    x += Math.ceil(textWidth(text, 13, null) * slack) + 36;
    return row;
  });
}
