import { setTimeout as sleep } from 'node:timers/promises';
import { type CpuGroup, createCpuGroup } from './cgroup.ts';
import type { Ended, Processes, Running } from './processes.ts';
import { isListening, pidsOfGroup, sample } from './samples.ts';
import type { Installed } from './setup.ts';

/** A server that runs and listens. */
export interface Server {
  readonly port: number;
  readonly group: CpuGroup;
  readonly pids: () => readonly number[];
  /** Processor time so far. */
  readonly cpuS: () => number;
  /** How it ended by itself; null while it runs. */
  readonly crash: () => string | null;
  readonly stop: () => Promise<void>;
}

interface Launch {
  readonly command: string;
  readonly port: number;
  readonly share: number;
  readonly core: number | null;
}

const startMs = 60_000;
let serial = 0;

/** Starts a program and waits until it listens; rejects with what it said where it does not. */
export async function startServer(
  installed: Installed,
  { command, port, share, core }: Launch,
  processes: Processes,
): Promise<Server> {
  serial += 1;
  const group = createCpuGroup(`proofsheet-bench-${process.pid}-${serial}`, share);
  for (const folder of group.folders) processes.guardCgroup(folder);
  const running = processes.start({
    line: `exec ${commandAt(command, port)}`,
    folder: installed.folder,
    env: installed.env,
    cgroups: group.folders,
    core,
  });
  let ended: Ended | null = null;
  void running.ended.then((how) => {
    ended = how;
  });
  const pids = (): readonly number[] => (group.kind === 'none' ? pidsOfGroup(running.pid) : group.pids());
  const stop = (): Promise<void> => stopServer(running, group, pids);
  const deadline = Date.now() + startMs;
  while (!isListening(port)) {
    if (running.hasEnded() || Date.now() > deadline) {
      const reason = describeEnd(ended);
      await stop();
      throw new Error(`${installed.program.id} does not start: ${reason}`);
    }
    await sleep(20);
  }
  return {
    port,
    group,
    pids,
    cpuS: () => group.cpuS() ?? sample(pids()).ranS,
    crash: () => (running.hasEnded() ? describeEnd(ended) : null),
    stop,
  };
}

/** The port stands behind the command, or where the command has `{port}`. */
function commandAt(command: string, port: number): string {
  return command.includes('{port}') ? command.replaceAll('{port}', String(port)) : `${command} ${port}`;
}

async function stopServer(running: Running, group: CpuGroup, pids: () => readonly number[]): Promise<void> {
  await running.end();
  // Its children may have left the process group, but not the control group.
  for (let tries = 0; tries < 100; tries += 1) {
    const left = pids();
    if (left.length === 0) break;
    for (const pid of left) kill(pid);
    await sleep(10);
  }
  group.remove();
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function describeEnd(ended: Ended | null): string {
  if (ended === null) return `it does not listen after ${startMs / 1000} s`;
  const said = ended.errors.trim().split('\n').slice(-2).join(' / ').slice(0, 300);
  return `ended with ${ended.signal ?? `code ${ended.code}`}${said === '' ? '' : `: ${said}`}`;
}

/** A port above those that the kernel gives to clients, on which nobody listens. */
export function freePort(after: number): number {
  for (let port = Math.max(61_001, after + 1); port < 65_500; port += 1) if (!isListening(port)) return port;
  return freePort(61_000);
}
