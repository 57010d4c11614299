import type { MeasureKind } from '../domain/benchmark.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import type { BenchmarkInput } from './benchmark-shape.ts';

/** A place of `benchmark.yaml` that names a column, for what, and which kinds of column can be that. */
interface NamedColumn {
  readonly column: string;
  readonly path: Path;
  /** `the axis`, `the measure of a chart`. */
  readonly role: string;
  readonly kinds: readonly MeasureKind[];
}

/** Checks that every column named in the file is one of its measures, of a kind that can be what it is named for. */
export function checkColumns(input: BenchmarkInput, source: Source): readonly Issue[] {
  const all = namedColumns(input);
  return all.flatMap((one) => {
    const found = input.measures.find(({ id }) => id === one.column);
    const place = source.placeOf(one.path);
    if (found === undefined) {
      const known = input.measures.map(({ id }) => id);
      return [issue('id-unknown', place, unexpected('measure', one.column, known))];
    }
    const kind = found.kind ?? 'number';
    return one.kinds.includes(kind) ? [] : [issue('column-kind', place, misfit(one, kind, input))];
  });
}

/** Why a column cannot be what it is named for, and which could. */
function misfit({ column, role, kinds }: NamedColumn, kind: MeasureKind, { measures }: BenchmarkInput): string {
  const fitting = measures.filter((one) => kinds.includes(one.kind ?? 'number')).map(({ id }) => id);
  const rest = fitting.length > 8 ? ', …' : '';
  const listed = fitting.length === 0 ? '; none is defined' : `: ${fitting.slice(0, 8).join(', ')}${rest}`;
  return `\`${column}\` is of the kind ${kind} and cannot be ${role}, expected a measure of the kind ${kinds.join(' or ')}${listed}`;
}

/** Every column that the file names, in the order of the file. */
function namedColumns(input: BenchmarkInput): readonly NamedColumn[] {
  return [
    ...named(input.axis, ['axis'], 'the axis', counting),
    ...input.key.flatMap((one, index) => named(one, ['key', index], 'a key', anyKind)),
    ...named(input.repeat, ['repeat'], 'the number of the repeat', counting),
    ...named(input.attempt, ['attempt'], 'the number of the attempt', counting),
    ...named(input.flags?.disturbed, ['flags', 'disturbed'], 'a flag', ['flag']),
    ...named(input.flags?.rejected, ['flags', 'rejected'], 'a flag', ['flag']),
    ...inSaturation(input),
    ...inAccounts(input),
    ...inPhysical(input),
    ...input.charts.flatMap((_, index) => inChart(input, index)),
    ...(input.filters ?? []).flatMap((one, index) => [
      ...named(one.measure, ['filters', index, 'measure'], 'the measure of a filter', numeric),
    ]),
  ];
}

const numeric: readonly MeasureKind[] = ['number'];
const counting: readonly MeasureKind[] = ['number', 'text'];
const anyKind: readonly MeasureKind[] = ['number', 'text', 'flag'];

function named(
  column: string | undefined,
  path: Path,
  role: string,
  kinds: readonly MeasureKind[],
): readonly NamedColumn[] {
  return column === undefined ? [] : [{ column, path, role, kinds }];
}

function inSaturation({ saturation }: BenchmarkInput): readonly NamedColumn[] {
  return (saturation?.tests ?? []).flatMap((one, index) => [
    ...named(one.measure, ['saturation', 'tests', index, 'measure'], 'the measure of a saturation test', numeric),
    ...named(one.relativeTo, ['saturation', 'tests', index, 'relativeTo'], 'the base of a saturation test', numeric),
  ]);
}

function inAccounts({ accounts, lag }: BenchmarkInput): readonly NamedColumn[] {
  const role = 'a part of the accounts';
  const lists = ['serverErrors', 'generatorErrors'] as const;
  const single = ['attempted', 'answered', 'share'] as const;
  return [
    ...single.flatMap((key) => named(accounts?.[key], ['accounts', key], role, numeric)),
    ...lists.flatMap((key) =>
      (accounts?.[key] ?? []).flatMap((column, at) => named(column, ['accounts', key, at], role, numeric)),
    ),
    ...named(lag?.measure, ['lag', 'measure'], 'the lag of the generator', numeric),
  ];
}

function inPhysical({ physical }: BenchmarkInput): readonly NamedColumn[] {
  const { percentiles = {}, ...single } = physical ?? {};
  const role = 'a physical quantity';
  return [
    ...Object.entries(single).flatMap(([key, column]) => named(column, ['physical', key], role, numeric)),
    ...Object.entries(percentiles).flatMap(([key, column]) =>
      named(column, ['physical', 'percentiles', key], role, numeric),
    ),
  ];
}

function inChart({ charts, axis }: BenchmarkInput, index: number): readonly NamedColumn[] {
  const chart = charts[index];
  if (chart === undefined) return [];
  const path: Path = ['charts', index];
  const { measure, band, against, beside } = chart;
  // Of a chart of saturation the measure is the axis, which is checked as such.
  const ownKinds = chart.saturation === true && measure === axis ? counting : numeric;
  return [
    ...named(measure, [...path, 'measure'], 'the measure of a chart', ownKinds),
    ...named(band, [...path, 'band'], 'the band of a chart', numeric),
    ...named(against?.measure, [...path, 'against', 'measure'], 'the other measure of a chart', numeric),
    ...(beside ?? []).flatMap((one, at) => named(one, [...path, 'beside', at], 'a measure of a chart', numeric)),
  ];
}
