import type { AxisValue } from '../../scripts/domain/axis.ts';
import type { Benchmark, Measure } from '../../scripts/domain/benchmark.ts';
import type { ChartDefinition } from '../../scripts/domain/chart.ts';
import type { Claim, ClaimSource, ClaimValue } from '../../scripts/domain/claim.ts';
import { toClaimDate } from '../../scripts/domain/dates.ts';
import type { Feature } from '../../scripts/domain/feature.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Project } from '../../scripts/domain/project.ts';
import type { BenchmarkReport, RunReport, SweepReport } from '../../scripts/domain/report.ts';
import type { Run, Step, Sweep } from '../../scripts/domain/run.ts';
import type { Registry } from '../../scripts/domain/site.ts';
import type { Issue, Place, Source, Table } from '../../scripts/domain/source.ts';
import { parseCsv } from '../../scripts/load/csv.ts';
import { parseYaml } from '../../scripts/load/yaml.ts';
import { summarizeSweeps } from '../../scripts/merge/statistics.ts';

/** Text as the bytes of a UTF-8 file. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** YAML text that must pass the gate, as a source. */
export function sourceOf(text: string, file = 'sample.yaml'): Source {
  const { source, issues } = parseYaml(file, bytesOf(text));
  if (source === null) throw new Error(`the sample is broken: ${brief(issues).join(', ')}`);
  return source;
}

/** CSV text that must pass the gate, as a table. */
export function tableOf(text: string, file = 'runs/one/sample.csv'): Table {
  const { table, issues } = parseCsv(file, bytesOf(text));
  if (table === null) throw new Error(`the sample is broken: ${brief(issues).join(', ')}`);
  return table;
}

/** Issues as `rule@line:column`. */
export function brief(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ rule, place: { line, column } }) => `${rule}@${line}:${column}`);
}

/** The rules of issues, each once, sorted. */
export function rulesOf(issues: readonly Issue[]): readonly string[] {
  return [...new Set(issues.map(({ rule }) => rule))].sort();
}

/** The places that are not in a text: beyond its lines (`\n`) or beyond the end of their line. */
export function outside(issues: readonly Issue[], text: string): readonly Place[] {
  const lines = text.split('\n');
  return issues
    .map(({ place }) => place)
    .filter(({ line, column }) => {
      const found = lines[line - 1];
      return found === undefined || column < 1 || column > found.length + 1;
    });
}

export const somewhere: Place = { file: 'frameworks/one.yaml', line: 7, column: 3 };

/** A claim with a date as authors write it (or null) and proofs. */
export function claimOf(value: ClaimValue, on: string | null, more: Partial<Claim> = {}): Claim {
  const date = on === null ? null : toClaimDate(on);
  const bare = { said: null, link: null, note: null, by: null, sources: [], disputes: null, place: somewhere };
  return { ...bare, value, on: date, ...more };
}

export function namedSource(source: string, part: string | null = null): ClaimSource {
  return { kind: 'named', source, part };
}

export function featureOf(id: string, kind: Feature['kind'] = 'support', more: Partial<Feature> = {}): Feature {
  const text = { label: id, short: id, question: `${id}?`, help: null, group: 'all' };
  return {
    id,
    ...text,
    kind,
    choices: [],
    unit: '',
    better: null,
    reviewYears: null,
    fromGit: null,
    head: false,
    folded: false,
    facet: null,
    ...more,
  };
}

export function frameworkOf(id: string, claims: Readonly<Record<string, readonly Claim[]>>): Framework {
  return {
    id,
    name: id,
    summary: null,
    category: 'first',
    homepage: null,
    repository: null,
    tags: [],
    language: 'Python',
    package: null,
    seriesStyle: null,
    claims: new Map(Object.entries(claims)),
    file: `frameworks/${id}.yaml`,
  };
}

export function measureOf(id: string, unit = '', kind: Measure['kind'] = 'number'): Measure {
  return { id, label: id, unit, better: null, kind, signed: false, min: null, max: null, help: null };
}

/** Attempted and achieved rates, a share, a flag of each kind and a word; saturated below 99 % or 98 % of the rate. */
export const benchmark: Benchmark = {
  id: 'knocks',
  title: 'Knocks',
  summary: 'Knocks on a door.',
  workload: 'Knock.',
  lead: null,
  axis: 'rate',
  key: ['repeat', 'rate'],
  ...{ categories: null, repeat: 'repeat', attempt: null, settings: [], accounts: null, lag: null, physical: null },
  disturbed: 'disturbed',
  rejected: 'rejected',
  measures: [
    measureOf('repeat'),
    measureOf('rate', '/s'),
    measureOf('achieved', '/s'),
    measureOf('answered', 'share'),
    measureOf('disturbed', '', 'flag'),
    measureOf('rejected', '', 'flag'),
    measureOf('remark', '', 'text'),
  ],
  saturation: {
    label: 'Saturation',
    text: 'The highest rate still answered.',
    tests: [
      { measure: 'answered', relativeTo: null, atLeast: 0.99 },
      { measure: 'achieved', relativeTo: 'rate', atLeast: 0.98 },
    ],
  },
  seriesStyles: new Map(),
  charts: [],
  filters: [],
  file: 'data/knocks/benchmark.yaml',
};

/** A project of a registry and some measured runs, and nothing else. */
export function projectOf(registry: Registry, benchmarks: readonly Benchmark[], runs: readonly Run[] = []): Project {
  const nothing = { programs: [], figureParts: [], redirects: [], prose: [] };
  return { registry, benchmarks, runs, repositories: new Map(), ...nothing };
}

/** A step without a setting, of no state of its own. */
export function plainStep(axis: AxisValue, repeat: number): Omit<Step, 'values'> {
  return { axis, setting: [], repeat: String(repeat), state: 'clean', reason: null, written: new Map() };
}

export function stepOf(
  axis: number,
  repeat: number,
  achieved: number | null,
  state: Step['state'] = 'clean',
  answered: number | null = 1,
): Step {
  const values = new Map<string, number | string | null>(Object.entries({ repeat, rate: axis, achieved, answered }));
  return { ...plainStep(axis, repeat), state, values };
}

export function sweepOf(steps: readonly Step[], id = 'one'): Sweep {
  return {
    id,
    label: id,
    framework: id,
    version: null,
    runtime: null,
    style: null,
    scenario: null,
    class: null,
    program: null,
    note: null,
    columns: ['repeat', 'rate', 'achieved', 'answered'],
    steps,
    file: `data/knocks/runs/one/${id}.csv`,
  };
}

export function runOf(id: string, date: string, more: Partial<Run> = {}): Run {
  return {
    id,
    benchmark: benchmark.id,
    date: toClaimDate(date),
    title: id,
    testbed: [],
    generator: [],
    parameters: [],
    caveats: [],
    condition: 'quiet',
    withheld: [],
    ceiling: null,
    share: null,
    by: 'somebody',
    supersedes: null,
    sweeps: [],
    statements: [],
    file: `data/knocks/runs/${id}/run.yaml`,
    ...more,
  };
}

/** The report of one sweep of a run, alone in it. */
export function summarizeSweep(sweep: Sweep, run: Run, of: Benchmark): SweepReport {
  const [report] = summarizeSweeps({ ...run, sweeps: [sweep] }, of);
  if (report === undefined) throw new Error('a sweep has a report');
  return report;
}

/** What a chart is without keys of its own. */
export const plainChart: Omit<ChartDefinition, 'id' | 'template' | 'title' | 'question' | 'measure'> = {
  ...{ scale: 'linear', ideal: false, kind: 'steps', band: null, against: null, at: null, beside: [] },
  ...{ class: null, fix: {}, facet: null, series: [], emphasis: [], panels: false },
};

/** A benchmark with its runs, whose series have no style of their own unless it is given. */
export function benchmarkReportOf(
  of: Benchmark,
  runs: readonly RunReport[],
  seriesStyles: BenchmarkReport['seriesStyles'] = new Map(),
): BenchmarkReport {
  return { benchmark: of, measures: new Map(of.measures.map((measure) => [measure.id, measure])), runs, seriesStyles };
}
