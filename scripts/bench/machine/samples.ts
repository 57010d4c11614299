import { readdirSync, writeFileSync } from 'node:fs';
import { readCounters, readListeners, readNetstat, readSchedstat, readStat } from '../plan/kernel.ts';
import { readText } from './cgroup.ts';

/** What a server holds at one moment, over all its processes. */
export interface Sample {
  readonly memoryKib: number;
  readonly memoryPeakKib: number;
  readonly processes: number;
  readonly threads: number;
  readonly descriptors: number;
  /** Seconds that its threads were ready and had no core, so far. */
  readonly waitedS: number;
  /** Seconds on a core so far, by the scheduler. */
  readonly ranS: number;
}

/** Reads what these processes hold; one that ended meanwhile counts nothing. */
export function sample(pids: readonly number[]): Sample {
  const statuses = pids.map((pid) => readCounters(readText(`/proc/${pid}/status`)));
  const sum = (name: string): number => statuses.reduce((total, status) => total + (status.get(name) ?? 0), 0);
  const times = pids.flatMap((pid) =>
    list(`/proc/${pid}/task`).map((task) => readSchedstat(readText(`/proc/${pid}/task/${task}/schedstat`))),
  );
  return {
    memoryKib: sum('VmRSS'),
    memoryPeakKib: sum('VmHWM'),
    processes: statuses.filter((status) => status.size > 0).length,
    threads: sum('Threads'),
    descriptors: pids.reduce((total, pid) => total + list(`/proc/${pid}/fd`).length, 0),
    waitedS: times.reduce((total, { waitedS }) => total + waitedS, 0),
    ranS: times.reduce((total, { ranS }) => total + ranS, 0),
  };
}

/** Begins the peak of memory anew, so that a step does not show that of the one before. */
export function resetPeak(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // Ended, or the kernel does not offer it: then the peak is that since the start.
    }
  }
}

/** The processes of a group, for machines without control groups. */
export function pidsOfGroup(group: number): readonly number[] {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => readStat(readText(`/proc/${pid}/stat`)).group === group);
}

/** Does anybody listen on this port of this machine? */
export function isListening(port: number): boolean {
  return ['tcp', 'tcp6'].some((file) => readListeners(readText(`/proc/net/${file}`)).has(port));
}

/** How often a listen queue was full, over the machine. */
export function listenOverflows(): number | null {
  return readNetstat(readText('/proc/net/netstat'), 'ListenOverflows');
}

/** Processor time of this very process, in seconds. */
export function ownCpuS(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
