import type { Program } from '../domain/program.ts';
import { checkConformance } from './conformance.ts';
import { generatorCommand } from './generators.ts';
import type { Inputs } from './inputs.ts';
import { freePort, startServer } from './machine/server.ts';
import { findRuntime, type Installed, install } from './machine/setup.ts';
import type { Testbed } from './machine/testbed.ts';
import type { World } from './world.ts';

/** Programs that are ready, and why the others are left out. */
export interface Prepared {
  readonly installed: readonly Installed[];
  readonly left: readonly string[];
}

/** Installs every program, and the reference program beside them; one that cannot be installed is left out. */
export async function installAll({ set, programs, workload }: Inputs, root: string, world: World): Promise<Prepared> {
  const reference = set.programs.filter(
    ({ id }) => id === workload.reference.program && !programs.some((one) => one.id === id),
  );
  const found = new Map(set.runtimes.map((runtime) => [runtime.id, findRuntime(runtime)]));
  const installed: Installed[] = [];
  const left: string[] = [];
  for (const program of [...programs, ...reference]) {
    if (world.signal.aborted) break;
    const runtime = program.runtime === null ? null : (found.get(program.runtime) ?? null);
    const described = set.runtimes.find(({ id }) => id === program.runtime);
    if (described !== undefined && runtime === null) {
      leave(
        program,
        `${described.label} is not on this machine${described.remedy === null ? '' : `: ${described.remedy}`}`,
      );
      continue;
    }
    try {
      installed.push(await install(program, runtime, { ...world, root }));
    } catch (error) {
      if (!world.signal.aborted) leave(program, (error as Error).message);
    }
  }
  return { installed, left };

  function leave(program: Program, reason: string): void {
    left.push(describeLeft(program, reason));
    world.say(`${program.id} is left out: ${reason}`);
  }
}

interface Tested {
  readonly inputs: Inputs;
  readonly generator: string;
  readonly testbed: Testbed;
}

/** Those that conform; one whose measuring has begun conformed then. */
export async function conformAll(
  installed: readonly Installed[],
  begun: ReadonlySet<string>,
  tested: Tested,
  world: World,
): Promise<{ readonly conforming: readonly Installed[]; readonly left: readonly string[] }> {
  const asked = installed.filter(({ program }) => tested.inputs.programs.includes(program));
  const conforming: Installed[] = [];
  const left: string[] = [];
  for (const one of asked) {
    if (world.signal.aborted) break;
    const complaints = begun.has(one.program.id) ? [] : await test(one, tested, world);
    if (complaints.length === 0) conforming.push(one);
    else left.push(describeLeft(one.program, complaints.join('; ')));
    if (!world.signal.aborted)
      world.say(`${one.program.id} ${complaints.length === 0 ? 'conforms' : `is left out: ${complaints.join('; ')}`}`);
  }
  return { conforming, left };
}

/** What a program does otherwise than it should, on a whole core. */
async function test(
  one: Installed,
  { inputs, generator, testbed }: Tested,
  { processes, signal }: World,
): Promise<readonly string[]> {
  const { program } = one;
  const command =
    (inputs.scenario.command === null ? null : program.commands.get(inputs.scenario.command)) ?? program.command;
  const launch = { command, port: freePort(61_000 + (process.pid % 2000)), share: 1, core: testbed.serverCore };
  try {
    const server = await startServer(one, launch, processes);
    try {
      const words = generatorCommand(program, inputs);
      const subject = { ...inputs, port: server.port, program };
      const complaints = await checkConformance(subject, { generator, words, processes });
      const crash = server.crash();
      return crash === null ? complaints : [...complaints, crash];
    } finally {
      await server.stop();
    }
  } catch (error) {
    return signal.aborted ? [] : [(error as Error).message];
  }
}

function describeLeft({ label }: Program, reason: string): string {
  return `Left out, ${label}: ${reason.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').slice(0, 300)}`;
}
