import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fact } from '../../domain/run.ts';
import { readCpuList } from '../plan/kernel.ts';
import type { Workload } from '../plan/workload.ts';
import { createCpuGroup, machineCpuS, readText } from './cgroup.ts';
import { ownCpuS } from './samples.ts';

/** What the machine is, what is wrong with it, and which cores do what. */
export interface Testbed {
  readonly facts: readonly Fact[];
  /** What to change before the numbers are worth much, each with its command. */
  readonly complaints: readonly string[];
  readonly serverCore: number | null;
  readonly generatorCore: number | null;
  /** Can the server's share of a core be held? */
  readonly cgroup: string;
}

/** Holds this machine against what the workload needs. */
export async function checkTestbed(workload: Workload, foreignLimit: number): Promise<Testbed> {
  const machine = readMachine(workload);
  const foreign = await measureForeign(1000);
  const { cores, cgroup } = machine;
  const many = cores.length > 1;
  return {
    facts: describeMachine(machine).map(([label, value]) => ({ label, value })),
    complaints: [
      ...complain(machine, workload),
      ...(foreign !== null && foreign > foreignLimit
        ? [`Other processes take ${foreign.toFixed(2)} cores: end them (see top).`]
        : []),
    ],
    serverCore: many ? (cores[0] ?? null) : null,
    generatorCore: many ? (cores.at(-1) ?? null) : null,
    cgroup,
  };
}

interface Machine {
  readonly cores: readonly number[];
  readonly descriptors: number;
  readonly ports: readonly [number, number];
  readonly settings: readonly { readonly name: string; readonly value: string | null; readonly least: number }[];
  readonly governor: string;
  readonly cgroup: string;
}

function readMachine({ sysctls }: Workload): Machine {
  const group = createCpuGroup(`proofsheet-bench-${process.pid}-try`, 0.5);
  group.remove();
  const [first = 0, last = 0] = (readSysctl('net.ipv4.ip_local_port_range') ?? '').split(/\s+/).map(Number);
  return {
    cores: readCpuList(/^Cpus_allowed_list:\s*(\S+)/m.exec(readText('/proc/self/status'))?.[1] ?? ''),
    descriptors: Number(/^Max open files\s+(\d+)/m.exec(readText('/proc/self/limits'))?.[1] ?? 0),
    ports: [first, last],
    settings: [...sysctls].map(([name, least]) => ({ name, value: readSysctl(name), least })),
    governor: readText('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor').trim(),
    cgroup: group.kind,
  };
}

/** What is wrong, each with the command that mends it. */
function complain(
  { cores, descriptors, ports: [first, last], settings, governor, cgroup }: Machine,
  needed: Workload,
): readonly string[] {
  const ports = last - first + 1;
  const range = `sysctl -w net.ipv4.ip_local_port_range="${61_000 - needed.ports} 60999"`;
  return [
    ...(cores.length < 2
      ? ['One core only: server and generator take it from each other; use a machine with two or more.']
      : []),
    ...(descriptors < needed.descriptors
      ? [`${descriptors} descriptors a process, ${needed.descriptors} are needed: ulimit -n ${needed.descriptors}`]
      : []),
    ...(ports < needed.ports ? [`${ports} ports for clients, ${needed.ports} are needed: ${range}`] : []),
    ...(last > 61_000 ? [`Ports for clients reach into those of the servers: ${range}`] : []),
    ...settings
      .filter(({ value, least }) => value !== null && Number(value) < least)
      .map(({ name, value, least }) => `${name} is ${value}, ${least} is needed: sysctl -w ${name}=${least}`),
    ...(governor !== '' && governor !== 'performance'
      ? [`The governor is ${governor}: cpupower frequency-set -g performance`]
      : []),
    ...(cgroup === 'none'
      ? [
          'No control group can be made, so the server gets a whole core: run as root, or have one delegated (cgroup v1 or v2).',
        ]
      : []),
  ];
}

function describeMachine({
  cores,
  descriptors,
  ports,
  settings,
  governor,
  cgroup,
}: Machine): readonly (readonly [string, string])[] {
  return [
    ['CPU', `${cores.length} of ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`],
    ['RAM', `${Math.round(totalmem() / 2 ** 30)} GiB`],
    ['operating system', /^PRETTY_NAME="?([^"\n]+)/m.exec(readText('/etc/os-release'))?.[1] ?? process.platform],
    ['kernel', `Linux ${release()}`],
    ['network', 'loopback'],
    ['control groups', cgroup],
    ...(governor === '' ? [] : ([['governor', governor]] as const)),
    ['descriptors', `${descriptors} a process`],
    ['net.ipv4.ip_local_port_range', ports.join(' to ')],
    ...settings.map(({ name, value }) => [name, value ?? 'not there'] as const),
  ];
}

/** Processor time of processes that are not ours, in cores, over so many milliseconds; null where nothing counts it. */
export async function measureForeign(ms: number): Promise<number | null> {
  const [before, own, since] = [machineCpuS(), ownCpuS(), performance.now()];
  await sleep(ms);
  const after = machineCpuS();
  if (before === null || after === null) return null;
  return Math.max(0, (after - before - (ownCpuS() - own)) / ((performance.now() - since) / 1000));
}

/** A short name for the machine, for the folder of a run: `amd-epyc`. */
export function nameTestbed(): string {
  const words = (cpus()[0]?.model ?? 'machine').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    words
      .filter((word) => !/^(?:r|tm|cpu|processor|core|\d+)$/.test(word))
      .slice(0, 3)
      .join('-') || 'machine'
  );
}

function readSysctl(name: string): string | null {
  try {
    return readFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8').trim();
  } catch {
    return null;
  }
}
