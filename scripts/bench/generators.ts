import type { Program } from '../domain/program.ts';
import type { Inputs } from './inputs.ts';
import type { Processes } from './machine/processes.ts';
import { type Generate, ownGenerator } from './machine/step.ts';
import type { Testbed } from './machine/testbed.ts';
import { readHttperf } from './plan/httperf.ts';

/** Which generator: this repository's own, compiled at `path`, or httperf. */
interface GeneratorChoice {
  readonly generator: 'own' | 'httperf';
  readonly path: string;
}

/** What sends a step's load to a program. */
export function generatorFor(
  program: Program,
  { generator, path }: GeneratorChoice,
  inputs: Inputs & { readonly testbed: Testbed },
  processes: Processes,
): Generate {
  const core = inputs.testbed.generatorCore;
  if (generator === 'httperf') return httperfGenerator(inputs, core, processes);
  return ownGenerator(
    path,
    { words: generatorCommand(program, inputs), varies: inputs.scenario.varies, core },
    processes,
  );
}

/** The generator's options for a program, but for the one that rises along the sweep. */
export function generatorCommand(program: Program, { set, workload, scenario, extent }: Inputs): readonly string[] {
  const answer = set.classes.find(({ id }) => id === program.class)?.answer ?? 'bytes';
  return [
    ...['--mode', scenario.mode, '--duration', String(extent.durationS), '--timeout', String(extent.timeoutS)],
    ...(scenario.mode === 'accept' ? [] : ['--request', escapeText(scenario.request)]),
    ...(answer === 'bytes' ? ['--answer', escapeText(workload.answer)] : ['--body', escapeText(workload.body)]),
    ...[...scenario.fixed].flatMap(([name, value]) => [`--${name}`, String(value)]),
  ];
}

/** httperf, as the post of 2009 used it: a closed loop as soon as it has no descriptors left, and no percentiles. */
function httperfGenerator({ extent, scenario }: Inputs, core: number | null, processes: Processes): Generate {
  return async (port, rate) => {
    const requests = Math.max(1, Math.round(rate * extent.durationS));
    const words = [`--rate=${rate}`, `--num-conns=${requests}`, '--num-calls=1', `--timeout=${extent.timeoutS}`];
    const line = `exec httperf --server=127.0.0.1 --port=${port} --uri=/ ${words.join(' ')}`;
    const { out } = await processes.run({ line, folder: '/', env: process.env, core });
    const quantities = readHttperf(out, requests, rate);
    if (quantities === null || scenario.mode !== 'request')
      throw new Error(`httperf gave no whole report of ${scenario.id}: ${out.slice(0, 200)}`);
    return { quantities, latencyUs: null };
  };
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
