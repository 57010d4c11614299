import * as v from 'valibot';
import { accountsSchema, lagSchema } from './accounts.ts';
import { filterSchema } from './filter.ts';
import { physicalSchema } from './physical.ts';
import { columnId, id, line, mapping, oneOf, prose, seriesStyle } from './shape.ts';
import { axisValue, fixSchema } from './values.ts';

const measure = mapping({
  id: columnId(),
  label: line(),
  unit: v.optional(line(20)),
  better: v.optional(oneOf(['higher', 'lower'])),
  kind: v.optional(oneOf(['number', 'text', 'flag'])),
  signed: v.optional(v.boolean()),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
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
  at: v.optional(axisValue),
  beside: v.optional(v.array(columnId())),
  class: v.optional(line()),
  fix: v.optional(fixSchema),
  facet: v.optional(columnId()),
  series: v.optional(v.union([columnId(), v.array(columnId())])),
  emphasis: v.optional(v.array(id())),
  panels: v.optional(v.boolean()),
});
export type ChartInput = v.InferOutput<typeof chart>;

const share = v.pipe(v.number(), v.minValue(0, 'Found a negative limit, expected 0 or more'));

/** The shape of `data/<benchmark>/benchmark.yaml`. */
export const benchmarkSchema = mapping({
  title: line(),
  summary: line(300),
  workload: prose(),
  axis: columnId(),
  categories: v.optional(v.array(line())),
  key: v.array(columnId()),
  repeat: v.optional(columnId()),
  attempt: v.optional(columnId()),
  lead: v.optional(line()),
  flags: v.optional(mapping({ disturbed: v.optional(columnId()), rejected: v.optional(columnId()) })),
  measures: v.array(measure),
  saturation: v.optional(
    mapping({
      label: line(),
      text: prose(),
      tests: v.array(mapping({ measure: columnId(), relativeTo: v.optional(columnId()), atLeast: share })),
    }),
  ),
  accounts: v.optional(accountsSchema),
  lag: v.optional(lagSchema),
  physical: v.optional(physicalSchema),
  looks: v.optional(v.record(id(), seriesStyle(0))),
  charts: v.array(chart),
  filters: v.optional(v.array(filterSchema)),
});
export type BenchmarkInput = v.InferOutput<typeof benchmarkSchema>;
