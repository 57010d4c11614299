import { describe, expect, test } from 'vitest';
import { findVersion } from '../../../scripts/bench/plan/identity.ts';
import {
  readCgroupMounts,
  readCounters,
  readCpuList,
  readListeners,
  readNetstat,
  readSchedstat,
  readStat,
} from '../../../scripts/bench/plan/kernel.ts';
import { shuffle } from '../../../scripts/bench/plan/order.ts';
import { raise, readNewest } from '../../../scripts/bench/plan/pins.ts';
import { isHeld, type Quantities, writeRow } from '../../../scripts/bench/plan/quantity.ts';
import { findDisturbance, type Guard } from '../../../scripts/bench/plan/verdict.ts';
import { hashProgram } from '../../../scripts/validate/program-hash.ts';
import { benchmark } from '../../support/samples.ts';

describe('a step that other work disturbed', () => {
  const guard: Guard = { foreignCpu: 0.05, generatorWait: 0.02, serverWait: 0.02, lagP99Ms: 10, attempts: 3 };
  const calm = {
    spanS: 2,
    foreignCpuS: 0.02,
    generatorWaitS: 0.01,
    serverWaitS: 0.01,
    throttledS: 0,
    threads: 1,
    lagP99Ms: 1,
  };

  test('is told by evidence', () => {
    expect(findDisturbance(calm, guard)).toBeNull();
    expect(findDisturbance({ ...calm, foreignCpuS: 0.2 }, guard)).toBe('other processes took 10 % of a core');
    expect(findDisturbance({ ...calm, generatorWaitS: 0.1 }, guard)).toBe(
      'the generator waited 5 % of the time for a core',
    );
    expect(findDisturbance({ ...calm, serverWaitS: 0.1 }, guard)).toBe('the server waited 5 % of the time for a core');
    expect(findDisturbance({ ...calm, lagP99Ms: 12.34 }, guard)).toBe('the generator was 12.3 ms behind its plan');
  });

  test('is none where a server waits for its own share, or for its own threads', () => {
    expect(findDisturbance({ ...calm, serverWaitS: 1, throttledS: 0.99 }, guard)).toBeNull();
    expect(findDisturbance({ ...calm, serverWaitS: 1, threads: 4 }, guard)).toBeNull();
  });

  test('is none where nothing was measured', () => {
    expect(findDisturbance({}, guard)).toBeNull();
    expect(findDisturbance({ spanS: 2, foreignCpuS: null }, guard)).toBeNull();
  });
});

describe('the order of the programs', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('holds each once, and the seed alone decides it', () => {
    expect([...shuffle(items, 1)].sort()).toEqual(items);
    expect(shuffle(items, 7)).toEqual(shuffle(items, 7));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => shuffle(items, seed).join())).size).toBeGreaterThan(1);
  });
});

describe('a row of a run', () => {
  const columns = new Map([
    ['rate', 'attemptedRate'],
    ['achieved', 'achievedRate'],
    ['answered', 'answeredShare'],
    ['remark', 'measuredAt'],
  ]);

  test('has plain numbers, and nothing where nothing was measured', () => {
    const row = {
      attemptedRate: 500,
      achievedRate: 499.123456,
      answeredShare: null,
      measuredAt: '2026-11-27T09:36:44Z',
    };
    expect(writeRow(row, columns)).toBe('500,499.1235,,2026-11-27T09:36:44Z');
    expect(writeRow({ attemptedRate: 1e-7, achievedRate: Number.NaN, answeredShare: -0 }, columns)).toBe('0,,0,');
  });

  test('is held by the benchmark’s own rule of saturation', () => {
    expect(isHeld({ attemptedRate: 500, achievedRate: 495, answeredShare: 1 }, columns, benchmark)).toBe(true);
    expect(isHeld({ attemptedRate: 500, achievedRate: 480, answeredShare: 1 }, columns, benchmark)).toBe(false);
    expect(isHeld({ attemptedRate: 500, achievedRate: 500, answeredShare: 0.9 }, columns, benchmark)).toBe(false);
    expect(isHeld({ attemptedRate: 500, achievedRate: null, answeredShare: 1 }, columns, benchmark)).toBe(false);
    expect(isHeld({}, columns, { ...benchmark, saturation: null })).toBe(true);
  });

  test('is judged by the computed share of answers too', () => {
    const counts = new Map([
      ...columns,
      ['n', 'requests'],
      ['ok', 'answered'],
      ['bad', 'serverErrors'],
      ['own', 'generatorErrors'],
    ]);
    counts.delete('answered');
    const accounts = {
      attempted: 'n',
      answered: 'ok',
      serverErrors: ['bad'],
      generatorErrors: ['own'],
      share: 'answered',
    };
    const step = { attemptedRate: 500, achievedRate: 495, requests: 500, serverErrors: 0 };
    const held = (more: Quantities): boolean => isHeld({ ...step, ...more }, counts, { ...benchmark, accounts });
    expect(held({ answered: 500, generatorErrors: 0 })).toBe(true);
    expect(held({ answered: 400, generatorErrors: 100 })).toBe(true);
    expect(held({ answered: 400, generatorErrors: 0 })).toBe(false);
    expect(held({ answered: null, generatorErrors: 0 })).toBe(false);
  });
});

describe('what the kernel writes', () => {
  test('names the hierarchies of control groups', () => {
    const mounts = [
      'tmpfs /sys/fs/cgroup tmpfs rw 0 0',
      'cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,cpu,cpuacct 0 0',
      'cgroup2 /sys/fs/cgroup/unified cgroup2 rw,nosuid 0 0',
    ].join('\n');
    expect(readCgroupMounts(mounts)).toEqual([
      { version: 1, folder: '/sys/fs/cgroup/cpu,cpuacct', controllers: ['rw', 'nosuid', 'cpu', 'cpuacct'] },
      { version: 2, folder: '/sys/fs/cgroup/unified', controllers: [] },
    ]);
  });

  test('counts', () => {
    expect(readCounters('nr_periods 4\nthrottled_time 250\n').get('throttled_time')).toBe(250);
    expect(readCounters('Name:\tpython3\nVmHWM:\t   25288 kB\nThreads:\t1\n')).toEqual(
      new Map([
        ['VmHWM', 25288],
        ['Threads', 1],
      ]),
    );
    expect(readSchedstat('1500000000 250000000 7\n')).toEqual({ ranS: 1.5, waitedS: 0.25 });
    expect(readStat('42 (a (b) c) S 7 42 42 0')).toEqual({ parent: 7, group: 42 });
    expect(readCpuList('0-2,5\n')).toEqual([0, 1, 2, 5]);
  });

  test('tells who listens, and which queue was full', () => {
    const tcp = [
      '  sl  local_address rem_address   st tx_queue',
      '   0: 0100007F:EE49 00000000:0000 0A 00000000:00000000',
      '   1: 0100007F:1F90 0100007F:EE49 01 00000000:00000000',
    ].join('\n');
    expect([...readListeners(tcp)]).toEqual([61001]);
    const netstat = 'TcpExt: SyncookiesSent ListenOverflows\nTcpExt: 3 17\nIpExt: InNoRoutes\nIpExt: 5\n';
    expect(readNetstat(netstat, 'ListenOverflows')).toBe(17);
    expect(readNetstat(netstat, 'Nothing')).toBeNull();
  });
});

describe('versions', () => {
  test.each([
    ['Python 3.13.0', '3.13.0'],
    ['go version go1.26.8 linux/amd64', '1.26.8'],
    ['v24.21.0', '24.21.0'],
    ['cargo 1.95.0 (f2d3ce0bd 2026-03-21)', '1.95.0'],
    ['25', '25'],
    ['nothing', null],
  ])('of `%s` are %s', (text, version) => {
    expect(findVersion(text)).toBe(version);
  });

  test.each([
    ['tornado (6.6.1)\nAvailable versions: 6.6.1, 6.6\n', '6.6.1'],
    ['5.12.8\n', '5.12.8'],
    ['tokio #async\nversion: 1.54.1\nlicense: MIT\n', '1.54.1'],
    ['v0.30.1\n', '0.30.1'],
    ['', null],
  ])('in what a registry’s client prints: %j', (out, version) => {
    expect(readNewest(out)).toBe(version);
  });

  test.each([
    ['packages: {uvicorn: 0.54.0, uvloop: 0.54.0}', 'packages: {uvicorn: 1.0.0, uvloop: 0.54.0}'],
    [
      '{id: uvicorn, packages: {uvicorn: 0.54.0}, command: uvicorn}',
      '{id: uvicorn, packages: {uvicorn: 1.0.0}, command: uvicorn}',
    ],
    ['my-uvicorn: 0.54.0', 'my-uvicorn: 0.54.0'],
    ['packages: {uvicorn: "0.54.0"}', 'packages: {uvicorn: "1.0.0"}'],
    ['uvicorn = { version = "=0.54.0", features = [] }', 'uvicorn = { version = "=1.0.0", features = [] }'],
    ['uvicorn = "=0.54.0"', 'uvicorn = "=1.0.0"'],
    ['command: uvicorn --port', 'command: uvicorn --port'],
    ['packages: {uvicorn: 0.54.01}', 'packages: {uvicorn: 0.54.01}'],
  ])('are raised in `%s`', (before, after) => {
    expect(raise(before, { name: 'uvicorn', pinned: '0.54.0', version: '1.0.0' })).toBe(after);
  });
});

test('a program’s hash is that of its files, whatever folder they stand in', () => {
  const file = { file: 'benchmarks/one/servers/a/pong.py', text: 'print()' };
  expect(hashProgram([file])).toBe(hashProgram([{ ...file, file: 'elsewhere/pong.py' }]));
  expect(hashProgram([file])).not.toBe(hashProgram([{ ...file, text: 'print(1)' }]));
  expect(hashProgram([file])).not.toBe(hashProgram([{ ...file, file: 'benchmarks/one/servers/a/ping.py' }]));
});
