import * as v from 'valibot';
import type { Benchmark } from '../domain/benchmark.ts';
import type { ChartDefinition } from '../domain/chart.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { duplicateIds } from './catalog.ts';
import { checkFilters, filterSchema, readFilters } from './filter.ts';
import { type Checked, checkShape, columnId, id, line, mapping, oneOf, prose, seriesStyle } from './shape.ts';

const measure = mapping({
  id: columnId(),
  label: line(),
  unit: v.optional(line(20)),
  better: v.optional(oneOf(['higher', 'lower'])),
  kind: v.optional(oneOf(['number', 'text', 'flag'])),
  help: v.optional(prose()),
});

const scale = oneOf(['linear', 'log']);

const chart = mapping({
  id: id(),
  template: id(),
  title: line(),
  question: line(200),
  measure: columnId(),
  scale: v.optional(scale),
  ideal: v.optional(v.boolean()),
  band: v.optional(columnId()),
  saturation: v.optional(v.boolean()),
  against: v.optional(mapping({ measure: columnId(), scale: v.optional(scale) })),
  at: v.optional(v.number()),
  beside: v.optional(v.array(columnId())),
  emphasis: v.optional(v.array(id())),
  panels: v.optional(v.boolean()),
});
type ChartInput = v.InferOutput<typeof chart>;

const share = v.pipe(v.number(), v.minValue(0, 'Found a negative limit, expected 0 or more'));

/** The shape of `data/<benchmark>/benchmark.yaml`. */
export const benchmarkSchema = mapping({
  title: line(),
  summary: line(300),
  workload: prose(),
  lead: v.optional(line()),
  axis: columnId(),
  key: v.array(columnId()),
  repeat: v.optional(columnId()),
  flags: v.optional(mapping({ disturbed: v.optional(columnId()), rejected: v.optional(columnId()) })),
  measures: v.array(measure),
  saturation: v.optional(
    mapping({
      label: line(),
      text: prose(),
      tests: v.array(mapping({ measure: columnId(), relativeTo: v.optional(columnId()), atLeast: share })),
    }),
  ),
  looks: v.optional(v.record(id(), seriesStyle(0))),
  charts: v.array(chart),
  filters: v.optional(v.array(filterSchema)),
});
type Input = v.InferOutput<typeof benchmarkSchema>;

/** Reads one benchmark; its id is the name of its folder. */
export function readBenchmark(source: Source, benchmarkId: string): Checked<Benchmark> {
  const { value, issues } = checkShape(benchmarkSchema, source);
  if (value === null) return { value, issues };
  const benchmark: Benchmark = {
    id: benchmarkId,
    title: value.title,
    summary: value.summary,
    workload: value.workload.trim(),
    lead: value.lead ?? null,
    axis: value.axis,
    key: value.key,
    repeat: value.repeat ?? null,
    disturbed: value.flags?.disturbed ?? null,
    rejected: value.flags?.rejected ?? null,
    measures: value.measures.map((one) => ({
      id: one.id,
      label: one.label,
      unit: one.unit ?? '',
      better: one.better ?? null,
      kind: one.kind ?? 'number',
      help: one.help?.trim() ?? null,
    })),
    saturation: readSaturation(value),
    seriesStyles: new Map(Object.entries(value.looks ?? {})),
    charts: value.charts.map(readChart),
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
      ...checkKinds(value, source),
    ],
  };
}

function readChart(input: ChartInput): ChartDefinition {
  const { id: chartId, template, title, question, measure: shown } = input;
  const linear = input.scale ?? 'linear';
  return {
    ...{ id: chartId, template, title, question, measure: shown, scale: linear, kind: kindsOf(input)[0] ?? 'steps' },
    ideal: input.ideal ?? false,
    band: input.band ?? null,
    against: input.against === undefined ? null : { ...input.against, scale: input.against.scale ?? 'linear' },
    at: input.at ?? null,
    beside: input.beside ?? [],
    emphasis: input.emphasis ?? [],
    panels: input.panels ?? false,
  };
}

/** What a chart says it shows; more than one kind is a mistake. */
function kindsOf(input: ChartInput): readonly ChartDefinition['kind'][] {
  return [
    ...(input.saturation === true ? (['saturation'] as const) : []),
    ...(input.against === undefined ? [] : (['peaks'] as const)),
    ...(input.at === undefined ? [] : (['level'] as const)),
  ];
}

function checkKinds(input: Input, source: Source): readonly Issue[] {
  return input.charts.flatMap((one, index) => {
    const place = source.placeOf(['charts', index]);
    if (kindsOf(one).length > 1)
      return [
        issue(
          'value-form',
          place,
          `The chart has the keys of more than one kind (${kindsOf(one).join(', ')}); keep those of one`,
        ),
      ];
    const rootless = one.saturation === true && (input.saturation === undefined || one.measure !== input.axis);
    return rootless
      ? [
          issue(
            'value-form',
            place,
            `A saturation chart needs \`measure: ${input.axis}\` and a \`saturation\` section in this file`,
          ),
        ]
      : [];
  });
}

/** Checks that the template of every chart exists. */
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

/** Checks that every column named in the file is one of its measures. */
function checkMeasures(input: Input, source: Source): readonly Issue[] {
  const known = input.measures.map((one) => one.id);
  const named: readonly (readonly [string | undefined, Path])[] = [
    [input.axis, ['axis']],
    [input.repeat, ['repeat']],
    [input.flags?.disturbed, ['flags', 'disturbed']],
    [input.flags?.rejected, ['flags', 'rejected']],
    ...input.key.map((one, index) => [one, ['key', index]] as const),
    ...input.charts.flatMap((one, index) => [
      [one.measure, ['charts', index, 'measure']] as const,
      [one.band, ['charts', index, 'band']] as const,
      [one.against?.measure, ['charts', index, 'against', 'measure']] as const,
      ...(one.beside ?? []).map((beside, at) => [beside, ['charts', index, 'beside', at]] as const),
    ]),
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
