import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { printable } from '../domain/issue.ts';
import type { Fact } from '../domain/run.ts';
import { hashOf, hashProgram } from '../validate/program-hash.ts';
import type { Campaign } from './campaign.ts';
import { generatorCommand } from './generators.ts';
import { readText } from './machine/cgroup.ts';
import type { Installed } from './machine/setup.ts';
import type { BenchOptions } from './options.ts';
import { writeVersions } from './plan/identity.ts';
import type { RunText, SweepText } from './plan/run-file.ts';
import type { StateHead, StepRecord } from './state.ts';

/** What was measured, and what must be said of it. */
interface Measured {
  readonly head: StateHead;
  readonly left: readonly string[];
  readonly steps: ReadonlyMap<string, readonly StepRecord[]>;
}

const mostDisturbed = 0.05;

/** A finished or interrupted campaign as the description of a run that lets a stranger repeat it. */
export function describeRun(campaign: Campaign, options: BenchOptions, { head, left, steps }: Measured): RunText {
  const { scenario, share, testbed, workload, benchmark } = campaign;
  const kept = [...steps.values()].flat().filter(({ rejected }) => !rejected);
  const disturbed = kept.filter(({ disturbance }) => disturbance !== null).length;
  const quiet = disturbed <= kept.length * mostDisturbed;
  const ceiling = scenario.varies === 'rate' ? head.ceiling : null;
  return {
    date: head.started.slice(0, 10),
    title:
      options.title ?? `${benchmark.title}, ${scenario.label}, ${share === 1 ? 'a whole core' : `${share} of a core`}`,
    condition: quiet ? 'quiet' : 'busy',
    by: options.by ?? readUser(),
    supersedes: head.written === null ? null : (head.written.split('/').at(-1) ?? null),
    ceiling,
    share,
    testbed: testbed.facts,
    generator: describeGenerator(campaign, options),
    parameters: describeParameters(campaign, options),
    caveats: [
      ...workload.caveats,
      ...scenario.caveats,
      ...(options.quick ? ['A trial with few and short steps: it shows that all works, and ranks nothing.'] : []),
      ...(share === 1
        ? [
            'The server had a whole core, so the fastest ones may end where the generator ends: they are tied, not equal.',
          ]
        : []),
      ...interruption(steps, campaign.extent.repeats),
      ...(disturbed > 0 ? [`Other work disturbed ${disturbed} of ${kept.length} steps; they are marked.`] : []),
      ...(ceiling === null && scenario.varies === 'rate'
        ? ['The limit of the load generator was not found on this machine.']
        : []),
      ...testbed.complaints.map((one) => `Testbed: ${one}`),
      ...left,
    ].map((text) => printable(text).slice(0, 1000)),
    sweeps: campaign.installed
      .filter(({ program }) => steps.has(program.id))
      .map((one) => describeSweep(campaign, one)),
  };
}

/** That programs have fewer repeats than were asked for; nothing where they have all. */
function interruption(steps: Measured['steps'], asked: number): readonly string[] {
  const counts = [...steps.values()].map((own) => new Set(own.map(({ repeat }) => repeat)).size);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least >= asked) return [];
  const range = least === most ? String(least) : `${least} to ${most}`;
  return [`The run was ended early: programs have ${range} of ${asked} repeats.`];
}

function describeSweep({ set, scenario, state }: Campaign, { program, runtime }: Installed): SweepText {
  const crashes = state.ends().filter((end) => end.program === program.id && end.crash !== null);
  const said = crashes.map(({ repeat, crash }) => `Repeat ${repeat}: ${printable(crash ?? '')}.`);
  const note = [program.note, ...said]
    .filter((text) => text !== null)
    .join(' ')
    .slice(0, 1000);
  return {
    id: program.id,
    label: program.label,
    framework: program.framework,
    version: writeVersions(program),
    runtime,
    style: program.style,
    scenario: scenario.id,
    class: set.classes.find(({ id }) => id === program.class)?.label ?? null,
    program: hashProgram(program.files),
    note: note === '' ? null : note,
  };
}

function describeGenerator(campaign: Campaign, { generator, root }: BenchOptions): readonly Fact[] {
  const { scenario, installed, testbed } = campaign;
  if (generator === 'httperf') return [{ label: 'program', value: 'httperf' }];
  const source = 'benchmarks/generator/generator.c';
  const program = installed[0]?.program;
  const words =
    program === undefined
      ? []
      : generatorCommand(program, campaign).map((word) => (/^[\w./-]+$/.test(word) ? word : `'${word}'`));
  return [
    {
      label: 'program',
      value: `${source}, one thread on epoll, open loop at constant spacing; latency counts from the intended start`,
    },
    { label: 'hash', value: hashOf(readText(join(root, source))) },
    { label: 'command', value: `generator ${words.join(' ')} --${scenario.varies} N --port P`.slice(0, 480) },
    { label: 'core', value: testbed.generatorCore === null ? 'any' : String(testbed.generatorCore) },
  ];
}

function describeParameters(
  { extent, scenario, share, seed, testbed, workload }: Campaign,
  options: BenchOptions,
): readonly Fact[] {
  const { grid, guard } = extent;
  const facts: readonly (readonly [string, string])[] = [
    ['rerun command', rerunCommand({ extent, share, seed }, options)],
    ['scenario', scenario.label],
    [
      "server's share",
      share === 1 ? 'a whole core' : `${share} of one core, in periods of 5 ms, over all its processes and threads`,
    ],
    ['server core', testbed.serverCore === null ? 'any' : String(testbed.serverCore)],
    ['listen backlog', `${workload.backlog} or more, read back from the kernel`],
    [
      'steps',
      grid.resolution > 0
        ? `${grid.coarse.join(', ')}; then halved to ${grid.resolution}, or 2.5 %, around the knee; later repeats start at the knee of the earlier ones`
        : grid.coarse.join(', '),
    ],
    ['stop', `after ${grid.failures} steps in a row that were not held`],
    ['duration of a step', `${extent.durationS} s`],
    ['timeout', `${extent.timeoutS} s`],
    ['repeats', String(extent.repeats)],
    ...(options.freeze === null ? [] : ([['other work', 'stood still during each step (--freeze)']] as const)),
    ['order', `shuffled anew in every repeat, seed ${seed}`],
    [
      'disturbed',
      `other processes above ${guard.foreignCpu} cores, a wait for a core above ${guard.generatorWait} (generator) or ${guard.serverWait} (server of one thread) of the time, or a generator ${guard.lagP99Ms} ms behind; taken ${guard.attempts} times at most`,
    ],
  ];
  return facts.map(([label, value]) => ({ label, value: value.slice(0, 480) }));
}

function rerunCommand(
  { extent, share, seed }: Pick<Campaign, 'extent' | 'share' | 'seed'>,
  options: BenchOptions,
): string {
  const asked = [
    ...(options.scenario === null ? [] : ['--scenario', options.scenario]),
    ...(options.only === null ? [] : ['--only', options.only.join(',')]),
    ...(options.rates === null ? [] : ['--rates', options.rates.join(',')]),
    ...(options.quick ? ['--quick'] : []),
    ...(options.generator === 'own' ? [] : ['--generator', options.generator]),
    ...[
      '--repeats',
      String(extent.repeats),
      '--duration',
      String(extent.durationS),
      '--share',
      String(share),
      '--seed',
      String(seed),
    ],
  ];
  return `npm run bench -- ${options.benchmark} ${asked.join(' ')}`;
}

function readUser(): string {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8' }).trim().slice(0, 100) || 'unnamed';
  } catch {
    return 'unnamed';
  }
}
