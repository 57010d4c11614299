import type { Inputs } from './inputs.ts';
import type { Quietly } from './machine/freezer.ts';
import { answersOne } from './machine/probe.ts';
import type { Processes } from './machine/processes.ts';
import { freePort, type Server, startServer } from './machine/server.ts';
import type { Installed } from './machine/setup.ts';
import { type Generate, takeStep } from './machine/step.ts';
import { measureForeign, type Testbed } from './machine/testbed.ts';
import { nextStep } from './plan/grid.ts';
import { shuffle } from './plan/order.ts';
import { isHeld, type Quantities } from './plan/quantity.ts';
import { findDisturbance } from './plan/verdict.ts';
import { type State, type StepRecord, triedOf } from './state.ts';

/** All that measuring needs to know. */
export interface Campaign extends Inputs {
  readonly share: number;
  readonly seed: number;
  readonly testbed: Testbed;
  readonly installed: readonly Installed[];
  readonly generateFor: (installed: Installed) => Generate;
  /** Null where nothing else is stopped while a step is measured. */
  readonly quietly: Quietly | null;
  readonly state: State;
  readonly processes: Processes;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Measures every program in every repeat, in an order of its own each time; goes on where the state ends. */
export async function measureAll(campaign: Campaign): Promise<void> {
  const { installed, extent, seed, state, signal, say } = campaign;
  const started = performance.now();
  const total = installed.length * extent.repeats;
  const already = state.ends().length;
  for (let repeat = 1; repeat <= extent.repeats; repeat += 1) {
    for (const one of shuffle(installed, seed + repeat)) {
      if (signal.aborted) return;
      const done = state.ends();
      if (done.some(({ program, repeat: other }) => program === one.program.id && other === repeat)) continue;
      say(
        `${one.program.id}, repeat ${repeat} (${done.length + 1} of ${total}${timeLeft(started, done.length - already, total - done.length)})`,
      );
      await measureOne(campaign, one, repeat);
    }
  }
}

/** One program, one repeat: a server started anew, and its steps until nothing is left to learn. */
async function measureOne(campaign: Campaign, installed: Installed, repeat: number): Promise<void> {
  const { extent, state, signal } = campaign;
  const { id } = installed.program;
  await waitForQuiet(campaign);
  const generate = campaign.generateFor(installed);
  let server: Server | null = null;
  let stuck: string | null = null;
  try {
    server = await startWarm(campaign, installed, generate);
    const earlier = state.steps().filter((one) => one.program === id && one.repeat < repeat && !one.rejected);
    for (;;) {
      if (signal.aborted) return;
      const step = nextStep(triedOf(state.steps(), id, repeat), extent.grid, earlier);
      if (step === null || server.crash() !== null) break;
      const held = await measureStep(campaign, { server, generate }, { program: id, repeat, step });
      if (held || server.crash() !== null || (await answersOne(server.port, requestOf(campaign)))) continue;
      stuck = `no answer for 5 s after a step at ${step}, started anew`;
      campaign.say(`  ${stuck}`);
      await server.stop();
      server = await startWarm(campaign, installed, generate);
    }
    state.add({ kind: 'end', program: id, repeat, crash: server.crash() ?? stuck });
  } catch (error) {
    if (signal.aborted) return;
    // A program that does not start in this repeat has no steps in it; the run goes on.
    campaign.say(`  ${(error as Error).message}`);
    state.add({ kind: 'end', program: id, repeat, crash: (error as Error).message });
  } finally {
    await server?.stop();
  }
}

/** The programs of 2009 answer as soon as they accept; what they are sent then would reset their answer. */
function requestOf({ scenario }: Campaign): string {
  return scenario.mode === 'accept' ? '' : scenario.request;
}

async function startWarm(campaign: Campaign, installed: Installed, generate: Generate): Promise<Server> {
  const server = await start(campaign, installed, campaign.share);
  if (campaign.scenario.varies === 'rate') await warmUp(campaign, server, generate);
  return server;
}

/** One step, taken again while other work disturbs it; true if the server held it, or if the run is ending. */
async function measureStep(
  campaign: Campaign,
  { server, generate }: { readonly server: Server; readonly generate: Generate },
  which: Pick<StepRecord, 'program' | 'repeat' | 'step'>,
): Promise<boolean> {
  const { state, extent, benchmark, scenario, workload, signal, say } = campaign;
  const columns = workload.columns.get(scenario.into) ?? new Map<string, string>();
  const before = state
    .steps()
    .filter((one) => one.program === which.program && one.repeat === which.repeat && one.step === which.step).length;
  for (let attempt = before + 1; ; attempt += 1) {
    const measuredAt = `${new Date().toISOString().slice(0, 19)}Z`;
    const { quantities: taken, latencyUs } = await measure(campaign, server, which.step, generate);
    if (signal.aborted) return true;
    const disturbance = findDisturbance(taken, extent.guard);
    const rejected = disturbance !== null && attempt < extent.guard.attempts && server.crash() === null;
    const quantities: Quantities = {
      ...taken,
      ...{ repeat: which.repeat, attempt, measuredAt },
      ...{
        disturbed: disturbance === null ? 0 : 1,
        rejected: rejected ? 1 : 0,
        ended: server.crash() === null ? 0 : 1,
      },
    };
    const held = server.crash() === null && isHeld(quantities, columns, benchmark);
    state.add({ kind: 'step', ...which, attempt, held, disturbance, rejected, quantities, latencyUs });
    say(
      `  ${describe(which.step, quantities)}${held ? '' : ', not held'}${disturbance === null ? '' : `; disturbed: ${disturbance}${rejected ? ', again' : ''}`}`,
    );
    if (!rejected) return held;
    await waitForQuiet(campaign);
  }
}

function measure({ quietly }: Campaign, server: Server, step: number, generate: Generate): ReturnType<typeof takeStep> {
  const take = (): ReturnType<typeof takeStep> => takeStep(server, step, generate);
  return quietly === null ? take() : quietly(take);
}

function start(campaign: Campaign, installed: Installed, share: number): Promise<Server> {
  const { scenario, testbed, processes } = campaign;
  const { program } = installed;
  const command = scenario.command === null ? program.command : program.commands.get(scenario.command);
  lastPort = freePort(lastPort);
  return startServer(
    installed,
    { command: command ?? program.command, port: lastPort, share, core: testbed.serverCore },
    processes,
  );
}

// Ports take turns, so that connections that the kernel still remembers belong to another server.
let lastPort = 61_000;

/** A first step that nobody looks at: what compiles or grows at the first requests has done so then. */
async function warmUp({ workload, extent }: Campaign, server: Server, generate: Generate): Promise<void> {
  // No faster than the first step, or a slow server would still work through it then.
  const rate = Math.min(workload.warmUp, extent.grid.coarse[0] ?? 0);
  if (rate > 0) await generate(server.port, rate);
}

async function waitForQuiet({ extent, quietly, signal }: Campaign): Promise<void> {
  if (quietly !== null) return;
  const deadline = performance.now() + extent.patienceS * 1000;
  while (!signal.aborted && performance.now() < deadline) {
    const foreign = await measureForeign(500);
    if (foreign === null || foreign <= extent.guard.foreignCpu) return;
  }
}

/** The highest rate at which the generator keeps its plan against the reference program on a whole core. */
export async function findCeiling(campaign: Campaign, reference: Installed): Promise<number | null> {
  const { workload, extent, benchmark, scenario, signal } = campaign;
  const columns = workload.columns.get(scenario.into) ?? new Map<string, string>();
  const server = await start(campaign, reference, 1);
  const generate = campaign.generateFor(reference);
  let ceiling: number | null = null;
  try {
    for (const rate of workload.reference.rates) {
      const { quantities } = await measure(campaign, server, rate, generate);
      if (signal.aborted) return null;
      const lag = Number(quantities['lagP99Ms'] ?? 0);
      if (!isHeld(quantities, columns, benchmark) || lag > extent.guard.lagP99Ms) break;
      ceiling = rate;
    }
  } finally {
    await server.stop();
  }
  return ceiling;
}

function describe(
  step: number,
  { achievedRate, idleHeld, latencyP50Ms, memoryEndKib, serverErrors, generatorErrors }: Quantities,
): string {
  const rate =
    Number(idleHeld ?? 0) > 0 ? `${idleHeld} held, ${memoryEndKib} KiB` : `${Math.round(Number(achievedRate ?? 0))}/s`;
  const median = typeof latencyP50Ms === 'number' ? `, median ${latencyP50Ms.toFixed(2)} ms` : '';
  const errors = [
    ...(Number(serverErrors) > 0 ? [`${serverErrors} errors`] : []),
    ...(Number(generatorErrors) > 0 ? [`${generatorErrors} failures of the generator`] : []),
  ];
  return `${step}: ${rate}${median}${errors.length === 0 ? '' : `, ${errors.join(', ')}`}`;
}

/** From the pace so far; nothing before the first program is through. */
function timeLeft(started: number, done: number, left: number): string {
  if (done < 1) return '';
  const minutes = Math.ceil(((performance.now() - started) / done / 60_000) * left);
  return `, about ${minutes} min left`;
}
