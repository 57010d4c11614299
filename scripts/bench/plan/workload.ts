import * as v from 'valibot';
import { issue, unexpected } from '../../domain/issue.ts';
import type { Issue, Source } from '../../domain/source.ts';
import { type Checked, checkShape, columnId, id, line, mapping, oneOf, prose } from '../../validate/shape.ts';
import type { Grid } from './grid.ts';
import { quantityNames } from './quantity.ts';
import type { Guard } from './verdict.ts';

/** One kind of load, and where its runs belong. */
export interface Scenario {
  readonly id: string;
  readonly label: string;
  /** The benchmark whose runs these are. */
  readonly into: string;
  /** Which of a program's commands serves it; null for the one that all have. */
  readonly command: string | null;
  readonly mode: 'request' | 'accept' | 'keep-alive';
  /** The generator's option that rises along a sweep. */
  readonly varies: 'rate' | 'idle';
  /** The generator's other options, by name. */
  readonly fixed: ReadonlyMap<string, number>;
  readonly request: string;
  readonly checks: readonly string[];
  readonly full: Extent;
  readonly quick: Extent;
  readonly caveats: readonly string[];
}

/** How much is measured. */
export interface Extent {
  readonly grid: Grid;
  readonly durationS: number;
  readonly timeoutS: number;
  readonly repeats: number;
  readonly guard: Guard;
  /** How long a sweep waits for a quiet machine before it begins. */
  readonly patienceS: number;
}

/** What is asked of the programs of a benchmark, and of the machine. */
export interface Workload {
  readonly answer: string;
  readonly body: string;
  readonly backlog: number;
  /** The server's share of one core. */
  readonly share: number;
  /** The rate of a first step that is not counted; 0 for none. */
  readonly warmUp: number;
  /** The program whose limit is the generator's own, and the rates at which it is sought. */
  readonly reference: { readonly program: string; readonly rates: readonly number[] };
  readonly descriptors: number;
  readonly ports: number;
  /** Settings of the kernel and the least they must be. */
  readonly sysctls: ReadonlyMap<string, number>;
  /** By benchmark: column to quantity. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly caveats: readonly string[];
  readonly scenarios: readonly Scenario[];
}

const amount = v.pipe(v.number(), v.minValue(0, 'Found a negative number, expected 0 or more'));

const guard = mapping({
  foreignCpu: amount,
  generatorWait: amount,
  serverWait: amount,
  lagP99Ms: amount,
  attempts: v.pipe(amount, v.integer('Found a broken number, expected a whole one'), v.minValue(1)),
});

const extent = mapping({
  steps: v.pipe(v.array(amount), v.minLength(1, 'Found no step, expected one')),
  resolution: amount,
  failures: v.pipe(amount, v.minValue(1, 'Found 0, expected 1 or more')),
  duration: amount,
  timeout: amount,
  repeats: v.pipe(amount, v.minValue(1, 'Found 0, expected 1 or more')),
  guard,
  patience: amount,
});

const scenario = mapping({
  id: id(),
  label: line(),
  into: id(),
  command: v.optional(id()),
  mode: oneOf(['request', 'accept', 'keep-alive']),
  varies: oneOf(['rate', 'idle']),
  fixed: v.optional(v.record(id(), amount)),
  request: v.optional(v.string()),
  checks: v.array(id()),
  full: extent,
  quick: extent,
  caveats: v.optional(v.array(prose())),
});

const workloadSchema = mapping({
  request: v.string(),
  answer: v.string(),
  body: v.string(),
  backlog: amount,
  share: amount,
  warmUp: amount,
  reference: mapping({ program: id(), rates: v.array(amount) }),
  descriptors: amount,
  ports: amount,
  sysctls: v.record(line(), amount),
  columns: v.record(id(), v.record(columnId(), v.string())),
  caveats: v.array(prose()),
  scenarios: v.array(scenario),
});
type Input = v.InferOutput<typeof workloadSchema>;

/** `benchmarks/<benchmark>/workload.yaml`. */
export function readWorkload(source: Source): Checked<Workload> {
  const { value, issues } = checkShape(workloadSchema, source);
  if (value === null) return { value, issues };
  const { sysctls, columns, scenarios, caveats, request, ...plain } = value;
  return {
    value: {
      ...plain,
      sysctls: new Map(Object.entries(sysctls)),
      columns: new Map(Object.entries(columns).map(([name, one]) => [name, new Map(Object.entries(one))])),
      caveats: caveats.map((one) => one.trim()),
      scenarios: scenarios.map((one) => readScenario(one, request)),
    },
    issues: [...checkQuantities(value, source), ...checkInto(value, source)],
  };
}

function readScenario(input: Input['scenarios'][number], request: string): Scenario {
  const { command, fixed, full, quick, caveats, ...plain } = input;
  return {
    ...plain,
    request: input.request ?? request,
    command: command ?? null,
    fixed: new Map(Object.entries(fixed ?? {})),
    full: readExtent(full),
    quick: readExtent(quick),
    caveats: (caveats ?? []).map((one) => one.trim()),
  };
}

function readExtent({
  steps,
  resolution,
  failures,
  duration,
  timeout,
  patience,
  ...plain
}: v.InferOutput<typeof extent>): Extent {
  const grid = { coarse: [...steps].sort((a, b) => a - b), resolution, failures };
  return { ...plain, grid, durationS: duration, timeoutS: timeout, patienceS: patience };
}

function checkQuantities({ columns }: Input, source: Source): readonly Issue[] {
  return Object.entries(columns).flatMap(([benchmark, one]) =>
    Object.entries(one)
      .filter(([, name]) => !quantityNames.includes(name))
      .map(([column, name]) =>
        issue(
          'id-unknown',
          source.placeOf(['columns', benchmark, column]),
          unexpected('quantity', name, quantityNames),
        ),
      ),
  );
}

function checkInto({ columns, scenarios }: Input, source: Source): readonly Issue[] {
  const known = Object.keys(columns);
  return scenarios.flatMap(({ into }, index) =>
    known.includes(into)
      ? []
      : [issue('id-unknown', source.placeOf(['scenarios', index, 'into']), unexpected('benchmark', into, known))],
  );
}
