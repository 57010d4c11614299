import * as v from 'valibot';
import type { Benchmark, BenchmarkFilter } from '../domain/benchmark.ts';
import { issue, unexpected } from '../domain/issue.ts';
import type { Issue, Source } from '../domain/source.ts';
import { duplicateIds } from './catalog.ts';
import { columnId, id, line, mapping } from './shape.ts';
import { axisValue, fixSchema } from './values.ts';

const positive = v.pipe(v.number(), v.minValue(Number.MIN_VALUE, 'Found 0 or less, expected a positive number'));

/** The shape of one of a benchmark's `filters`. */
export const filterSchema = mapping({
  id: id(),
  label: line(60),
  measure: v.optional(columnId()),
  at: v.optional(axisValue),
  fix: v.optional(fixSchema),
  unit: v.optional(line(20)),
  per: v.optional(positive),
});
type Input = v.InferOutput<typeof filterSchema>;

/** The limits that readers can set, without those that `checkFilters` rejects. */
export function readFilters(inputs: readonly Input[], benchmark: Benchmark): readonly BenchmarkFilter[] {
  return inputs.flatMap((input) => {
    const measure = benchmark.measures.find((one) => one.id === (input.measure ?? benchmark.axis));
    if (measure === undefined) return [];
    const at = input.measure === undefined ? null : { measure: input.measure, axis: input.at ?? 0 };
    const bound = at === null || measure.better === 'higher' ? 'least' : 'most';
    const { unit = measure.unit, per = 1 } = input;
    return [{ id: input.id, label: input.label, at, fix: input.fix ?? {}, bound, unit, per }];
  });
}

/** Checks that a filter is on the saturation, or at one value of the axis on a measure that says what is `better`. */
export function checkFilters(inputs: readonly Input[], benchmark: Benchmark, source: Source): readonly Issue[] {
  const better = benchmark.measures.filter((one) => one.better !== null).map((one) => one.id);
  const numbers = benchmark.measures.filter(({ kind }) => kind === 'number').map((one) => one.id);
  const complaints = inputs.flatMap((input, index): readonly Issue[] => {
    const path = ['filters', index];
    if (input.measure === undefined) {
      const message = 'The filter has no `measure`, and the benchmark has no saturation to filter by; add one of them';
      return benchmark.saturation === null ? [issue('key-missing', source.placeOf(path), message)] : [];
    }
    // A column that is unknown or no number is an issue of its own.
    const unknown =
      !numbers.includes(input.measure) || better.includes(input.measure)
        ? []
        : [
            issue(
              'id-unknown',
              source.placeOf([...path, 'measure']),
              unexpected('measure with `better`', input.measure, better),
            ),
          ];
    const positions =
      input.at === undefined
        ? [
            issue(
              'key-missing',
              source.placeOf(path),
              'The filter has a `measure` but no `at`; add a value of the axis',
            ),
          ]
        : [];
    return [...unknown, ...positions];
  });
  return [
    ...duplicateIds(
      source,
      ['filters'],
      inputs.map((input) => input.id),
    ),
    ...complaints,
  ];
}
