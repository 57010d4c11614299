import type { Benchmark } from '../domain/benchmark.ts';
import type { ChartDefinition } from '../domain/chart.ts';
import { issue } from '../domain/issue.ts';
import type { Issue, Source } from '../domain/source.ts';
import { readAccounts } from './accounts.ts';
import { type BenchmarkInput, benchmarkSchema, type ChartInput } from './benchmark-shape.ts';
import { duplicateIds } from './catalog.ts';
import { checkColumns } from './columns.ts';
import { checkFilters, readFilters } from './filter.ts';
import { readPhysical } from './physical.ts';
import { checkRoles } from './roles.ts';
import { type Checked, checkShape } from './shape.ts';

/** Reads one benchmark; its id is the name of its folder. */
export function readBenchmark(source: Source, benchmarkId: string): Checked<Benchmark> {
  const { value, issues } = checkShape(benchmarkSchema, source);
  if (value === null) return { value, issues };
  const benchmark: Benchmark = {
    id: benchmarkId,
    title: value.title,
    summary: value.summary,
    workload: value.workload.trim(),
    axis: value.axis,
    categories: readCategories(value),
    key: value.key,
    repeat: value.repeat ?? null,
    attempt: value.attempt ?? null,
    settings: value.key.filter((column) => ![value.axis, value.repeat, value.attempt].includes(column)),
    lead: value.lead ?? null,
    accounts: readAccounts(value.accounts),
    lag: value.lag ?? null,
    physical: readPhysical(value.physical),
    disturbed: value.flags?.disturbed ?? null,
    rejected: value.flags?.rejected ?? null,
    measures: value.measures.map((one) => ({
      id: one.id,
      label: one.label,
      unit: one.unit ?? '',
      better: one.better ?? null,
      kind: one.kind ?? 'number',
      signed: one.signed ?? false,
      min: one.min ?? null,
      max: one.max ?? null,
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
      ...checkColumns(value, source),
      ...checkRoles(value, source),
      ...checkFilters(value.filters ?? [], benchmark, source),
      ...checkKinds(value, source),
    ],
  };
}

/** The listed categories of a text axis, none yet where the order of the files is to be taken. */
function readCategories({ axis, categories, measures }: BenchmarkInput): Benchmark['categories'] {
  const text = measures.find((one) => one.id === axis)?.kind === 'text';
  return text ? (categories ?? []) : null;
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
    class: input.class ?? null,
    fix: input.fix ?? {},
    facet: input.facet ?? null,
    series: [input.series ?? []].flat(),
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

function checkKinds(input: BenchmarkInput, source: Source): readonly Issue[] {
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

function readSaturation(input: BenchmarkInput): Benchmark['saturation'] {
  if (input.saturation === undefined) return null;
  const tests = input.saturation.tests.map((test) => ({ ...test, relativeTo: test.relativeTo ?? null }));
  return { label: input.saturation.label, text: input.saturation.text.trim(), tests };
}
