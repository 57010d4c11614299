import { join } from 'node:path';
import { UserError } from '../domain/errors.ts';
import { hasErrors, printIssue } from '../domain/issue.ts';
import { hashOf } from '../validate/program-hash.ts';
import { type Campaign, findCeiling, measureAll } from './campaign.ts';
import { describeRun } from './describe.ts';
import { generatorFor } from './generators.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { freezerOf } from './machine/freezer.ts';
import { startProcesses } from './machine/processes.ts';
import { buildGenerator } from './machine/setup.ts';
import { checkTestbed, nameTestbed, type Testbed } from './machine/testbed.ts';
import { type BenchOptions, readBenchOptions } from './options.ts';
import { conformAll, installAll, type Prepared } from './prepare.ts';
import { completeSteps, writeRun } from './record.ts';
import { openState } from './state.ts';
import { update } from './update.ts';
import type { World } from './world.ts';

const interrupted = 130;

/** The verb `bench`: 0 fine, 1 inputs with errors or programs that do not conform, 130 interrupted. */
export async function runBench(words: readonly string[], say: (line: string) => void): Promise<number> {
  const options = readBenchOptions(words);
  const ending = new AbortController();
  const processes = startProcesses();
  const stop = (): void => {
    if (!ending.signal.aborted) say('ending …');
    ending.abort();
    void processes.close();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  const cache = join(options.root, '.cache', 'bench', options.benchmark);
  const world = { processes, signal: ending.signal, say, cache };
  try {
    return options.update ? await update(options, world) : await measure(options, world);
  } catch (error) {
    if (!ending.signal.aborted) throw error;
    return interrupted;
  } finally {
    await processes.close();
    for (const signal of signals) process.off(signal, stop);
  }
}

async function measure(options: BenchOptions, world: World): Promise<number> {
  const { signal, say } = world;
  const { inputs, issues } = readInputs(options);
  for (const one of issues) say(printIssue(one));
  if (inputs === null || hasErrors(issues)) return 1;
  const generator = await buildGenerator(join(options.root, 'benchmarks/generator/generator.c'), world);
  // What stands still while a step is measured takes nothing from it.
  const bearable = options.freeze === null ? inputs.extent.guard.foreignCpu : Number.POSITIVE_INFINITY;
  const testbed = await checkTestbed(inputs.workload, bearable);
  for (const complaint of testbed.complaints) say(`testbed: ${complaint}`);
  const { installed, left: absent } = await installAll(inputs, options.root, world);
  const state = openState(join(world.cache, 'runs', keyOf(options, inputs, installed)));
  if (options.fresh) state.forget();
  const begun = new Set(state.ends().map(({ program }) => program));
  const { conforming, left: failing } = await conformAll(installed, begun, { inputs, generator, testbed }, world);
  const left = [...absent, ...failing];
  if (signal.aborted) return interrupted;
  if (options.checkOnly) {
    say(`${conforming.length} of ${inputs.programs.length} programs conform`);
    return left.length === 0 ? 0 : 1;
  }
  if (conforming.length === 0) throw new UserError('no program is left to measure');
  const campaign = campaignOf(options, { inputs, testbed, generator }, { state, installed: conforming }, world);
  await begin(campaign, installed);
  await measureAll(campaign);
  return finish(campaign, options, left, world);
}

function campaignOf(
  options: BenchOptions,
  { inputs, testbed, generator }: { readonly inputs: Inputs; readonly testbed: Testbed; readonly generator: string },
  { state, installed }: Pick<Campaign, 'state' | 'installed'>,
  world: World,
): Campaign {
  return {
    ...{ ...inputs, ...world, state, installed, testbed },
    seed: options.seed,
    quietly: options.freeze === null ? null : freezerOf(options.freeze),
    // Without control groups there is no share to give.
    share: testbed.cgroup === 'none' ? 1 : (options.share ?? inputs.workload.share),
    generateFor: ({ program }) =>
      generatorFor(program, { ...options, path: generator }, { ...inputs, testbed }, world.processes),
  };
}

/** All that must be equal for an interrupted run to go on. */
function keyOf(
  options: BenchOptions,
  { workload, scenario, extent }: Inputs,
  installed: Prepared['installed'],
): string {
  const { only, share, seed, quick, generator } = options;
  const programs = installed.map(({ folder }) => folder);
  return hashOf([
    { only, share, seed, quick, generator },
    scenario.id,
    extent,
    workload.answer,
    workload.body,
    programs,
  ]);
}

/** A new run seeks the generator's own limit first; one that goes on has it. */
async function begin(campaign: Campaign, installed: Prepared['installed']): Promise<void> {
  const { state, workload, scenario, signal, say } = campaign;
  const before = state.head();
  if (before !== null) {
    say(`goes on with what was measured since ${before.started}`);
    return;
  }
  const started = new Date().toISOString();
  const reference = installed.find(({ program }) => program.id === workload.reference.program);
  const sought = reference !== undefined && scenario.varies === 'rate';
  if (sought) say(`the generator's own limit, against ${reference.program.id}`);
  const ceiling = sought ? await findCeiling(campaign, reference) : null;
  if (!signal.aborted) state.setHead({ started, ceiling, written: null });
}

/** Writes what is complete; keeps the state where the run was interrupted. */
function finish(
  campaign: Campaign,
  options: BenchOptions,
  left: readonly string[],
  { cache, signal, say }: World,
): number {
  const { state, workload, scenario, benchmark } = campaign;
  const steps = completeSteps(state);
  const head = state.head();
  if (head === null || steps.size === 0) {
    say('nothing is complete, so nothing is written; the same command goes on from here');
    return interrupted;
  }
  const run = describeRun(campaign, options, { head, left, steps });
  const columns = workload.columns.get(scenario.into) ?? new Map<string, string>();
  const place = { out: options.out, cache, testbed: options.testbed ?? nameTestbed() };
  const path = writeRun(run, steps, { benchmark, described: join(options.root, campaign.described), columns }, place);
  say(path);
  if (!signal.aborted) {
    state.forget();
    return 0;
  }
  state.setHead({ ...head, written: path });
  say('what is complete is written; the same command goes on from here');
  return interrupted;
}
