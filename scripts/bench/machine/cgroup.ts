import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CgroupMount, readCgroupMounts, readCounters } from '../plan/kernel.ts';

/** A group of processes with a share of one core; without control groups it only counts itself absent. */
export interface CpuGroup {
  /** The folders a process enters by writing its id to `cgroup.procs`; empty where the machine has none to give. */
  readonly folders: readonly string[];
  /** `cgroup v1`, `cgroup v2` or `none`. */
  readonly kind: string;
  readonly pids: () => readonly number[];
  /** Processor time of all its processes so far, also of those that ended; null where nothing counts it. */
  readonly cpuS: () => number | null;
  readonly throttledS: () => number;
  readonly remove: () => void;
}

const periodUs = 5000;
const none: CpuGroup = {
  folders: [],
  kind: 'none',
  pids: () => [],
  cpuS: () => null,
  throttledS: () => 0,
  remove: () => {},
};

/** A new group that may use so much of one core in every 5 ms; 1 and more is a whole one, without a quota. */
export function createCpuGroup(name: string, share: number): CpuGroup {
  const mounts = readCgroupMounts(readText('/proc/self/mounts'));
  const quota = share < 1 ? Math.round(share * periodUs) : null;
  return createVersion1(mounts, name, quota) ?? createVersion2(mounts, name, quota) ?? none;
}

/** Processor time of every process of the machine; null where nothing counts it. */
export function machineCpuS(): number | null {
  const mounts = readCgroupMounts(readText('/proc/self/mounts'));
  const accounts = mounts.find(({ controllers }) => controllers.includes('cpuacct'));
  if (accounts !== undefined) return Number(readText(join(accounts.folder, 'cpuacct.usage'))) / 1e9;
  const unified = mounts.find(({ version }) => version === 2);
  const used =
    unified === undefined ? undefined : readCounters(readText(join(unified.folder, 'cpu.stat'))).get('usage_usec');
  return used === undefined ? null : used / 1e6;
}

function createVersion1(mounts: readonly CgroupMount[], name: string, quota: number | null): CpuGroup | null {
  const cpu = mounts.find(({ controllers }) => controllers.includes('cpu'))?.folder;
  const accounts = mounts.find(({ controllers }) => controllers.includes('cpuacct'))?.folder;
  if (cpu === undefined || accounts === undefined) return null;
  const folders = [...new Set([join(cpu, name), join(accounts, name)])];
  const [main = '', account = main] = folders;
  if (
    !make(folders, main, [
      ['cpu.cfs_period_us', periodUs],
      ['cpu.cfs_quota_us', quota ?? -1],
    ])
  )
    return null;
  return {
    folders,
    kind: 'cgroup v1',
    pids: () => pidsOf(main),
    cpuS: () => Number(readText(join(account, 'cpuacct.usage'))) / 1e9,
    throttledS: () => (readCounters(readText(join(main, 'cpu.stat'))).get('throttled_time') ?? 0) / 1e9,
    remove: () => remove(folders),
  };
}

function createVersion2(mounts: readonly CgroupMount[], name: string, quota: number | null): CpuGroup | null {
  const root = mounts.find(({ version }) => version === 2)?.folder;
  if (root === undefined) return null;
  // A container is not at the root of the hierarchy, and may make groups below its own only.
  const own = /^0::(.*)$/m.exec(readText('/proc/self/cgroup'))?.[1] ?? '/';
  for (const parent of new Set([root, join(root, own)])) {
    const folder = join(parent, name);
    if (!readText(join(parent, 'cgroup.controllers')).split(/\s+/).includes('cpu')) continue;
    tryWrite(join(parent, 'cgroup.subtree_control'), '+cpu');
    if (!make([folder], folder, [['cpu.max', `${quota ?? 'max'} ${periodUs}`]])) continue;
    const counters = (): ReadonlyMap<string, number> => readCounters(readText(join(folder, 'cpu.stat')));
    return {
      folders: [folder],
      kind: 'cgroup v2',
      pids: () => pidsOf(folder),
      cpuS: () => (counters().get('usage_usec') ?? 0) / 1e6,
      throttledS: () => (counters().get('throttled_usec') ?? 0) / 1e6,
      remove: () => remove([folder]),
    };
  }
  return null;
}

/** Makes the folders and writes the settings; takes all back where one is refused. */
function make(
  folders: readonly string[],
  main: string,
  settings: readonly (readonly [string, string | number])[],
): boolean {
  try {
    for (const folder of folders) mkdirSync(folder, { recursive: false });
    for (const [file, value] of settings) writeFileSync(join(main, file), String(value));
    return true;
  } catch {
    remove(folders);
    return false;
  }
}

function remove(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      // Not there, or not empty yet: the guard removes it in the end.
    }
  }
}

function pidsOf(folder: string): readonly number[] {
  return readText(join(folder, 'cgroup.procs')).split('\n').filter(Boolean).map(Number);
}

function tryWrite(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    // Refused: the next parent is tried.
  }
}

/** The text of a file of the kernel; empty where it is not there. */
export function readText(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
