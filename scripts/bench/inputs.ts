import { join } from 'node:path';
import type { Benchmark } from '../domain/benchmark.ts';
import { UserError } from '../domain/errors.ts';
import { unexpected } from '../domain/issue.ts';
import type { Program, ProgramSet } from '../domain/program.ts';
import type { Files, Issue, Source, TextFile } from '../domain/source.ts';
import { parseYaml } from '../load/yaml.ts';
import { diskFiles } from '../platform/disk-files.ts';
import { readBenchmark } from '../validate/benchmark.ts';
import { readPrograms } from '../validate/program.ts';
import { checkNames } from './conformance.ts';
import type { BenchOptions } from './options.ts';
import { type Extent, readWorkload, type Scenario, type Workload } from './plan/workload.ts';

/** Everything that is data: what to measure, how, and where the run belongs. */
export interface Inputs {
  readonly set: ProgramSet;
  readonly workload: Workload;
  readonly scenario: Scenario;
  readonly extent: Extent;
  /** The benchmark whose runs the scenario makes. */
  readonly benchmark: Benchmark;
  /** The file that describes it. */
  readonly described: string;
  /** Those that were asked for and that serve the scenario. */
  readonly programs: readonly Program[];
}

/** Reads and checks the data of a benchmark; null with the issues where it has errors. */
export function readInputs(options: BenchOptions): {
  readonly inputs: Inputs | null;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const folder = `benchmarks/${options.benchmark}`;
  const files = diskFiles(options.root);
  const yaml = (file: string): Source | null => {
    if (!files.list(file.replace(/\/[^/]+$/, '')).includes(file))
      throw new UserError(`there is no ${join(options.root, file)}`);
    const parsed = parseYaml(file, files.read(file));
    issues.push(...parsed.issues);
    return parsed.source;
  };
  const take = <T>(
    source: Source | null,
    read: (source: Source) => { value: T | null; issues: readonly Issue[] },
  ): T | null => {
    if (source === null) return null;
    const { value, issues: found } = read(source);
    issues.push(...found);
    return value;
  };
  const texts = files
    .list(`${folder}/servers`)
    .map((file): TextFile => ({ file, text: new TextDecoder().decode(files.read(file)) }));
  const set = take(yaml(`${folder}/programs.yaml`), (source) => readPrograms(source, options.benchmark, texts));
  const workload = take(yaml(`${folder}/workload.yaml`), readWorkload);
  if (set === null || workload === null) return { inputs: null, issues };
  const scenario = choose(workload.scenarios, options.scenario);
  const described = describedIn(files, folder, scenario.into);
  const benchmark = take(yaml(described), (source) => readBenchmark(source, scenario.into));
  if (benchmark === null) return { inputs: null, issues };
  const unknown = scenario.checks.filter((name) => !checkNames.includes(name));
  if (unknown.length > 0) throw new UserError(unexpected('check', unknown[0] ?? '', checkNames));
  const programs = select(set, scenario, options.only);
  const extent = extentOf(scenario, options);
  return { inputs: { set, workload, scenario, extent, benchmark, described, programs }, issues };
}

/** A benchmark that has no run yet waits beside the workload, so that the site has no empty page. */
function describedIn(files: Files, folder: string, into: string): string {
  const file = `data/${into}/benchmark.yaml`;
  return files.list(`data/${into}`).includes(file) ? file : `${folder}/benchmark-${into}.yaml`;
}

function choose(scenarios: readonly Scenario[], asked: string | null): Scenario {
  const found = asked === null ? scenarios[0] : scenarios.find(({ id }) => id === asked);
  if (found !== undefined) return found;
  const known = scenarios.map(({ id }) => id);
  throw new UserError(unexpected('scenario', asked ?? '', known));
}

/** Programs by their own ids or those of their frameworks, in the order of the list. */
function select({ programs }: ProgramSet, { command }: Scenario, only: readonly string[] | null): readonly Program[] {
  const serving = programs.filter(({ commands }) => command === null || commands.has(command));
  if (only === null) return serving;
  const names = [...new Set(programs.flatMap(({ id, framework }) => [id, ...(framework === null ? [] : [framework])]))];
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new UserError(unexpected('program or framework', unknown, names));
  return serving.filter(({ id, framework }) => only.includes(id) || (framework !== null && only.includes(framework)));
}

function extentOf(scenario: Scenario, { quick, rates, repeats, durationS }: BenchOptions): Extent {
  const extent = quick ? scenario.quick : scenario.full;
  // Steps that were asked for are all taken: the curve beyond the knee is wanted too.
  const grid = rates === null ? extent.grid : { coarse: rates, resolution: 0, failures: rates.length + 1 };
  return { ...extent, grid, repeats: repeats ?? extent.repeats, durationS: durationS ?? extent.durationS };
}
