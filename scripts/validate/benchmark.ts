import * as v from 'valibot';
import { issue, unexpected } from '../issues.ts';
import type { Benchmark, Issue, Path, Source } from '../model.ts';
import { duplicateIds } from './catalogue.ts';
import { checkFilters, filterSchema, readFilters } from './filter.ts';
import { type Checked, checkShape, columnId, id, line, mapping, oneOf, prose } from './shape.ts';

const measure = mapping({
  id: columnId(),
  label: line(),
  unit: v.optional(line(20)),
  better: v.optional(oneOf(['higher', 'lower'])),
  kind: v.optional(oneOf(['number', 'text', 'flag'])),
  help: v.optional(prose()),
});

const chart = mapping({
  id: id(),
  template: id(),
  title: line(),
  question: line(200),
  measure: columnId(),
  scale: v.optional(oneOf(['linear', 'log'])),
  ideal: v.optional(v.boolean()),
});

const share = v.pipe(v.number(), v.minValue(0, 'Found a negative bound, expected 0 or more'));

/** The shape of `data/<benchmark>/benchmark.yaml`. */
export const benchmarkSchema = mapping({
  title: line(),
  summary: line(300),
  workload: prose(),
  axis: columnId(),
  key: v.array(columnId()),
  repeat: v.optional(columnId()),
  flags: v.optional(mapping({ contaminated: v.optional(columnId()), quarantined: v.optional(columnId()) })),
  measures: v.array(measure),
  saturation: v.optional(
    mapping({
      label: line(),
      text: prose(),
      tests: v.array(mapping({ measure: columnId(), relativeTo: v.optional(columnId()), atLeast: share })),
    }),
  ),
  charts: v.array(chart),
  filters: v.optional(v.array(filterSchema)),
});
type Input = v.InferOutput<typeof benchmarkSchema>;

/** One benchmark; its id is the name of its folder. */
export function readBenchmark(source: Source, benchmarkId: string): Checked<Benchmark> {
  const { value, issues } = checkShape(benchmarkSchema, source);
  if (value === null) return { value, issues };
  const benchmark: Benchmark = {
    id: benchmarkId,
    title: value.title,
    summary: value.summary,
    workload: value.workload.trim(),
    axis: value.axis,
    key: value.key,
    repeat: value.repeat ?? null,
    contaminated: value.flags?.contaminated ?? null,
    quarantined: value.flags?.quarantined ?? null,
    measures: value.measures.map((one) => ({
      id: one.id,
      label: one.label,
      unit: one.unit ?? '',
      better: one.better ?? null,
      kind: one.kind ?? 'number',
      help: one.help?.trim() ?? null,
    })),
    saturation: readSaturation(value),
    charts: value.charts.map((one) => ({ ...one, scale: one.scale ?? 'linear', ideal: one.ideal ?? false })),
    filters: [],
    file: source.file,
  };
  return {
    value: { ...benchmark, filters: readFilters(value.filters ?? [], benchmark) },
    issues: [
      ...duplicateIds(
        source,
        ['measures'],
        benchmark.measures.map((one) => one.id),
      ),
      ...checkMeasures(value, source),
      ...checkFilters(value.filters ?? [], benchmark, source),
    ],
  };
}

/** Every chart names a template that is there. */
export function checkCharts(source: Source, { charts }: Benchmark, templates: readonly string[]): readonly Issue[] {
  return charts.flatMap(({ template }, index) =>
    templates.includes(template)
      ? []
      : [
          issue(
            'id-unknown',
            source.placeOf(['charts', index, 'template']),
            unexpected('chart template', template, templates),
          ),
        ],
  );
}

function readSaturation(input: Input): Benchmark['saturation'] {
  if (input.saturation === undefined) return null;
  const tests = input.saturation.tests.map((test) => ({ ...test, relativeTo: test.relativeTo ?? null }));
  return { label: input.saturation.label, text: input.saturation.text.trim(), tests };
}

/** Every column named anywhere in the file is one of its measures. */
function checkMeasures(input: Input, source: Source): readonly Issue[] {
  const known = input.measures.map((one) => one.id);
  const named: readonly (readonly [string | undefined, Path])[] = [
    [input.axis, ['axis']],
    [input.repeat, ['repeat']],
    [input.flags?.contaminated, ['flags', 'contaminated']],
    [input.flags?.quarantined, ['flags', 'quarantined']],
    ...input.key.map((one, index) => [one, ['key', index]] as const),
    ...input.charts.map((one, index) => [one.measure, ['charts', index, 'measure']] as const),
    ...(input.saturation?.tests ?? []).flatMap((one, index) => [
      [one.measure, ['saturation', 'tests', index, 'measure']] as const,
      [one.relativeTo, ['saturation', 'tests', index, 'relativeTo']] as const,
    ]),
  ];
  return named.flatMap(([found, path]) =>
    found === undefined || known.includes(found)
      ? []
      : [issue('id-unknown', source.placeOf(path), unexpected('measure', found, known))],
  );
}
