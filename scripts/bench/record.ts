import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Benchmark } from '../domain/benchmark.ts';
import { printIssue } from '../domain/issue.ts';
import { parseCsv } from '../load/csv.ts';
import { parseYaml } from '../load/yaml.ts';
import { writeFileWhole } from '../platform/write-file.ts';
import { readRun } from '../validate/run.ts';
import { writeRow } from './plan/quantity.ts';
import { nameRun, type RunText, writeRunFile } from './plan/run-file.ts';
import type { State, StepRecord } from './state.ts';

/** What the run is one of. */
interface Kind {
  readonly benchmark: Benchmark;
  /** The file that describes the benchmark; the first run takes it along. */
  readonly described: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** Where a run goes, and under which name. */
interface Place {
  /** The folder that holds `<benchmark>/runs/`. */
  readonly out: string;
  /** On the same file system as `out`, for what is not whole yet. */
  readonly cache: string;
  readonly testbed: string;
}

/** Steps of the repeats that a program went through to the end, by program. */
export function completeSteps(state: State): ReadonlyMap<string, readonly StepRecord[]> {
  const ends = state.ends();
  const complete = state
    .steps()
    .filter((step) => ends.some(({ program, repeat }) => program === step.program && repeat === step.repeat))
    .sort((a, b) => a.repeat - b.repeat || a.step - b.step || a.attempt - b.attempt);
  return Map.groupBy(complete, ({ program }) => program);
}

/** Writes a run's folder whole or not at all, once it has passed the checks of every run; gives its path. */
export function writeRun(
  run: RunText,
  steps: ReadonlyMap<string, readonly StepRecord[]>,
  { benchmark, described, columns }: Kind,
  { out, cache, testbed }: Place,
): string {
  const runs = join(out, benchmark.id, 'runs');
  const name = nameRun(run.date, testbed, existsSync(runs) ? readdirSync(runs) : []);
  const files = new Map<string, string>([['run.yaml', writeRunFile(run)]]);
  for (const [program, list] of steps) files.set(`${program}.csv`, writeTable(list, columns));
  checkFiles(files, name, benchmark);
  const staged = join(cache, `run-${process.pid}`);
  rmSync(staged, { recursive: true, force: true });
  for (const [file, text] of files) writeFileWhole(join(staged, file), text);
  const buckets = writeBuckets(steps);
  if (buckets !== '') writeFileWhole(join(staged, 'latencies.jsonl.gz'), gzipSync(buckets));
  mkdirSync(runs, { recursive: true });
  const own = join(out, benchmark.id, 'benchmark.yaml');
  if (!existsSync(own)) writeFileWhole(own, readFileSync(described));
  renameSync(staged, join(runs, name));
  return join(runs, name);
}

function writeTable(steps: readonly StepRecord[], columns: ReadonlyMap<string, string>): string {
  // Where no column counts the attempts, a step stands once.
  const shown = [...columns.values()].includes('attempt') ? steps : steps.filter(({ rejected }) => !rejected);
  return [[...columns.keys()].join(','), ...shown.map(({ quantities }) => writeRow(quantities, columns)), ''].join(
    '\n',
  );
}

/** The histograms of latencies, a line a step, so that repeats can be merged without averaging percentiles. */
function writeBuckets(steps: ReadonlyMap<string, readonly StepRecord[]>): string {
  const lines = [...steps.values()]
    .flat()
    .flatMap(({ program, repeat, attempt, step, latencyUs }) =>
      latencyUs === null || latencyUs.length === 0
        ? []
        : [`${JSON.stringify({ program, repeat, attempt, step, latencyUs })}\n`],
    );
  return lines.join('');
}

/** The harness's own files pass what authors' files must pass; anything else is a fault of the harness. */
function checkFiles(files: ReadonlyMap<string, string>, name: string, benchmark: Benchmark): void {
  const folder = `data/${benchmark.id}/runs/${name}`;
  const bytes = (file: string): Uint8Array => new TextEncoder().encode(files.get(file) ?? '');
  const tables = [...files.keys()]
    .filter((file) => file.endsWith('.csv'))
    .map((file) => parseCsv(`${folder}/${file}`, bytes(file)));
  const { source, issues: broken } = parseYaml(`${folder}/run.yaml`, bytes('run.yaml'));
  const read =
    source === null
      ? []
      : readRun(
          source,
          tables.flatMap(({ table }) => table ?? []),
          name,
          benchmark,
        ).issues;
  const issues = [...broken, ...tables.flatMap((one) => one.issues), ...read].filter(({ level }) => level === 'error');
  if (issues.length > 0) throw new Error(`the run is not valid:\n${issues.slice(0, 10).map(printIssue).join('\n')}`);
}
