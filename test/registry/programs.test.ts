import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInputs } from '../../scripts/bench/inputs.ts';
import { type Processes, startProcesses } from '../../scripts/bench/machine/processes.ts';
import { buildGenerator, findRuntime } from '../../scripts/bench/machine/setup.ts';
import { readBenchOptions } from '../../scripts/bench/options.ts';
import { conformAll, installAll } from '../../scripts/bench/prepare.ts';
import { check } from '../../scripts/build.ts';
import { realEffects, root } from '../support/project.ts';

const { project } = check(realEffects());
const sets = project?.programs ?? [];

test('every program says what it is, and whose', () => {
  const frameworks = project?.registry.frameworks.map(({ id }) => id) ?? [];
  const all = sets.flatMap(({ programs }) => programs);
  expect(all.filter(({ framework }) => framework !== null && !frameworks.includes(framework))).toEqual([]);
  expect(all.filter(({ class: kind, runtime }) => kind === null || runtime === null)).toEqual([]);
});

describe.each(sets.map((set) => [set.benchmark, set] as const))('%s', (benchmark, set) => {
  const cache = mkdtempSync(join(tmpdir(), 'programs-'));
  const { inputs } = readInputs(readBenchOptions([benchmark, '--quick', '--root', root]));
  let processes: Processes;
  let generator = '';
  const world = () => ({ processes, cache, signal: new AbortController().signal, say: () => {} });
  const has = (id: string | null): boolean => set.runtimes.some((one) => one.id === id && findRuntime(one) !== null);
  const compiled = has('cc');

  beforeAll(async () => {
    processes = startProcesses();
    if (compiled) generator = await buildGenerator(join(root, 'benchmarks/generator/generator.c'), world());
  });
  afterAll(async () => {
    await processes.close();
    rmSync(cache, { recursive: true, force: true });
  });

  // Those that need packages of a registry are held to the same by `npm run bench -- <benchmark> --check`.
  const bare = set.programs.filter(({ packages, build }) => packages.size === 0 && !/ -l/.test(build ?? ''));
  test.for(bare.map((program) => [program.id, program] as const))(
    '%s conforms',
    { timeout: 120_000 },
    async ([, program], { skip }) => {
      if (inputs === null) throw new Error('the data of the benchmark has errors');
      if (!compiled || !has(program.runtime)) return skip('its runtime or a C compiler is not on this machine');
      const one = {
        ...inputs,
        programs: [program],
        workload: { ...inputs.workload, reference: { program: '', rates: [] } },
      };
      const { installed, left } = await installAll(one, root, world());
      expect(left).toEqual([]);
      const testbed = { facts: [], complaints: [], serverCore: null, generatorCore: null, cgroup: 'none' };
      const conformed = await conformAll(installed, new Set(), { inputs: one, generator, testbed }, world());
      expect(conformed.left).toEqual([]);
    },
  );
});
