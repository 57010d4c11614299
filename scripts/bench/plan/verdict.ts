import type { Quantities } from './quantity.ts';

/** What other work may take from a step before it is taken again; shares are of the time that the step took. */
export interface Guard {
  /** Processor time of other processes, in cores. */
  readonly foreignCpu: number;
  /** How long the generator was ready and had no core. */
  readonly generatorWait: number;
  /** The same of a server of one thread, its own quota left out. */
  readonly serverWait: number;
  /** How far behind its plan the generator may be, for 99 % of the requests. */
  readonly lagP99Ms: number;
  /** How often a disturbed step is taken at most. */
  readonly attempts: number;
}

/** Why a step cannot be trusted, in words with the evidence; null where nothing speaks against it. */
export function findDisturbance(step: Quantities, guard: Guard): string | null {
  // The time over which the machine was watched: that of the generator with its start.
  const wall = numberAt(step, 'spanS') ?? numberAt(step, 'wallS') ?? 0;
  if (wall <= 0) return null;
  const foreign = (numberAt(step, 'foreignCpuS') ?? 0) / wall;
  if (foreign > guard.foreignCpu) return `other processes took ${percent(foreign)} of a core`;
  const generator = (numberAt(step, 'generatorWaitS') ?? 0) / wall;
  if (generator > guard.generatorWait) return `the generator waited ${percent(generator)} of the time for a core`;
  const single = numberAt(step, 'threads') === 1;
  const throttled = numberAt(step, 'throttledS') ?? 0;
  const server = single ? ((numberAt(step, 'serverWaitS') ?? 0) - throttled) / wall : 0;
  if (server > guard.serverWait) return `the server waited ${percent(server)} of the time for a core`;
  const lag = numberAt(step, 'lagP99Ms') ?? 0;
  return lag > guard.lagP99Ms ? `the generator was ${lag.toFixed(1)} ms behind its plan` : null;
}

function numberAt(step: Quantities, name: string): number | null {
  const value = step[name];
  return typeof value === 'number' ? value : null;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
