import { setTimeout as sleep } from 'node:timers/promises';
import type { Quantities } from '../plan/quantity.ts';
import { machineCpuS } from './cgroup.ts';
import type { Processes } from './processes.ts';
import { listenOverflows, ownCpuS, resetPeak, type Sample, sample } from './samples.ts';
import type { Server } from './server.ts';

/** What a load generator measured, and the buckets of its latencies where it keeps them. */
interface Load {
  readonly quantities: Quantities;
  readonly latencyUs: readonly (readonly [number, number])[] | null;
}

/** Sends one step's load to a port; rejects where the generator itself fails. */
export type Generate = (port: number, step: number) => Promise<Load>;

const betweenSamplesMs = 200;
const settleMs = 150;

/** Takes one step: the load from outside, and what the server and the machine spent on it meanwhile. */
export async function takeStep(server: Server, step: number, generate: Generate): Promise<Load> {
  await sleep(settleMs);
  resetPeak(server.pids());
  const before = read(server);
  const peak = { threads: 0, descriptors: 0, processes: 0, memoryPeakKib: 0, memoryEndKib: 0 };
  const watching = new AbortController();
  const watch = watchServer(server, peak, watching.signal);
  try {
    const load = await generate(server.port, step);
    const after = read(server);
    const spent = differences(before, after, load.quantities);
    return {
      ...load,
      quantities: { ...load.quantities, ...spent, ...peak, ...perConnection(before, peak, load.quantities) },
    };
  } finally {
    watching.abort();
    await watch;
  }
}

interface Moment extends Sample {
  readonly cpuS: number;
  readonly throttledS: number;
  readonly machineS: number | null;
  readonly ownS: number;
  readonly overflows: number | null;
  readonly atMs: number;
}

function read(server: Server): Moment {
  return {
    ...sample(server.pids()),
    cpuS: server.cpuS(),
    throttledS: server.group.throttledS(),
    machineS: machineCpuS(),
    ownS: ownCpuS(),
    overflows: listenOverflows(),
    atMs: performance.now(),
  };
}

async function watchServer(server: Server, peak: Record<string, number>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const now = sample(server.pids());
    for (const name of ['threads', 'descriptors', 'processes', 'memoryPeakKib'] as const) {
      peak[name] = Math.max(peak[name] ?? 0, now[name]);
    }
    peak['memoryEndKib'] = now.memoryKib;
    await sleep(betweenSamplesMs, null, { signal }).catch(() => null);
  }
}

function differences(before: Moment, after: Moment, load: Quantities): Quantities {
  const serverCpuS = positive(after.cpuS - before.cpuS);
  const generatorCpuS = typeof load['generatorCpuS'] === 'number' ? load['generatorCpuS'] : 0;
  const machine = before.machineS === null || after.machineS === null ? null : after.machineS - before.machineS;
  const answered = typeof load['answered'] === 'number' ? load['answered'] : 0;
  return {
    spanS: (after.atMs - before.atMs) / 1000,
    serverCpuS,
    cpuPerAnswerUs: answered === 0 ? null : (serverCpuS * 1e6) / answered,
    foreignCpuS: machine === null ? null : positive(machine - serverCpuS - generatorCpuS - (after.ownS - before.ownS)),
    throttledS: positive(after.throttledS - before.throttledS),
    // A process that ended took its waiting with it.
    serverWaitS: positive(after.waitedS - before.waitedS),
    memoryStartKib: before.memoryKib,
    listenOverflows: before.overflows === null || after.overflows === null ? null : after.overflows - before.overflows,
  };
}

/** What idle connections cost, where there were any: the server's own count of them is that of its descriptors. */
function perConnection(before: Moment, peak: Readonly<Record<string, number>>, load: Quantities): Quantities {
  const held = typeof load['idleHeld'] === 'number' ? load['idleHeld'] : 0;
  if (held === 0) return {};
  const more = positive((peak['memoryEndKib'] ?? 0) - before.memoryKib);
  return { accepted: positive((peak['descriptors'] ?? 0) - before.descriptors), memoryPerConnectionKib: more / held };
}

function positive(value: number): number {
  return Math.max(0, value);
}

/** The generator of this repository as a step's load. */
export function ownGenerator(
  path: string,
  options: { readonly words: readonly string[]; readonly varies: string; readonly core: number | null },
  processes: Processes,
): Generate {
  return async (port, step) => {
    const words = [...options.words, `--${options.varies}`, String(step), '--port', String(port), '--histogram'];
    const line = `exec ${[path, ...words].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')}`;
    const { out } = await processes.run({ line, folder: '/', env: process.env, core: options.core });
    const { latencyUs, ...quantities } = JSON.parse(out) as Record<string, number> & Partial<Load>;
    const asked = options.varies === 'idle' ? { idleAsked: step } : {};
    return { quantities: { ...(quantities as Quantities), ...asked }, latencyUs: latencyUs ?? null };
  };
}
