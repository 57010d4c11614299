import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../support/project.ts';

const server = `
const net = require('node:net');
const answer = 'HTTP/1.0 200 OK\\r\\nContent-Length: 7\\r\\n\\r\\nPong!\\r\\n';
// A child that leaves the process group must not be left behind either.
if (process.argv[3] === 'forks') require('node:child_process').spawn('sleep', ['300'], { detached: true, stdio: 'ignore' });
if (process.argv[3] === 'dies') setTimeout(() => process.exit(3), 2000);
net
  .createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.end(answer));
  })
  .listen({ host: '127.0.0.1', port: Number(process.argv[2]), backlog: 128 });
`;

const programs = `
written: 2026-11-27
classes: [{id: raw, label: raw, answer: bytes}]
runtimes: [{id: node, label: Node.js, find: [node], version: --version}]
programs:
  - {id: first, class: raw, runtime: node, command: "node pong.cjs {port}"}
  - {id: second, class: raw, runtime: node, command: "node pong.cjs {port} forks"}
  - {id: third, class: raw, runtime: node, command: "node pong.cjs {port} dies"}
`;

const workload = `
request: "GET / HTTP/1.0\\r\\n\\r\\n"
answer: "HTTP/1.0 200 OK\\r\\nContent-Length: 7\\r\\n\\r\\nPong!\\r\\n"
body: "Pong!\\r\\n"
backlog: 128
share: 0.5
warmUp: 20
reference: {program: none, rates: []}
descriptors: 256
ports: 1000
sysctls: {net.core.somaxconn: 1}
columns:
  knocks: {repeat: repeat, attempt: attempt, rate: attemptedRate, achieved: achievedRate, answered: answeredShare, disturbed: disturbed, rejected: rejected}
caveats: []
scenarios:
  - id: request
    label: request
    into: knocks
    mode: request
    varies: rate
    checks: [answer, leaves, silent-clients]
    full: &e
`;

const extent = `
      steps: [20, 40]
      resolution: 0
      failures: 3
      duration: 0.4
      timeout: 2
      repeats: 1
      patience: 0
      guard: {foreignCpu: 99, generatorWait: 99, serverWait: 99, lagP99Ms: 9999, attempts: 1}
`;

const benchmark = `
title: Knocks
summary: Knocks on a door.
workload: Knock.
axis: rate
key: [repeat, attempt, rate]
repeat: repeat
flags: {disturbed: disturbed, rejected: rejected}
measures:
  - {id: repeat, label: Repeat}
  - {id: attempt, label: Attempt}
  - {id: rate, label: Rate}
  - {id: achieved, label: Achieved}
  - {id: answered, label: Answered, unit: share}
  - {id: disturbed, label: Disturbed, kind: flag}
  - {id: rejected, label: Rejected, kind: flag}
charts: []
`;

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'harness-'));
  for (const id of ['first', 'second', 'third']) write(`benchmarks/knocks/servers/${id}/pong.cjs`, server);
  write('benchmarks/knocks/programs.yaml', programs);
  write('benchmarks/knocks/workload.yaml', `${workload.replace(' &e\n', extent)}    quick:${extent}`);
  write('data/knocks/benchmark.yaml', benchmark);
  mkdirSync(join(project, 'benchmarks/generator'));
  cpSync(join(root, 'benchmarks/generator/generator.c'), join(project, 'benchmarks/generator/generator.c'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(project, file, '..'), { recursive: true });
  writeFileSync(join(project, file), text);
}

interface Harness {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: () => string;
  readonly until: (pattern: RegExp) => Promise<void>;
}

function bench(...words: readonly string[]): Harness {
  const args = [
    join(root, 'scripts/cli.ts'),
    'bench',
    'knocks',
    '--root',
    project,
    '--by',
    'me',
    '--testbed',
    'here',
    ...words,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    ended,
    said: () => text,
    until: async (pattern) => {
      while (!pattern.test(text)) {
        if (child.exitCode !== null) throw new Error(`ended before ${pattern}: ${text}`);
        await sleep(20);
      }
    },
  };
}

/** Processes that work in the project's folder, or were started by one that did. */
function left(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`).startsWith(project);
      } catch {
        return false;
      }
    });
}

/** The guard works after the harness is gone; it has a few seconds. */
async function nothingLeft(pid: number | undefined): Promise<void> {
  const cgroups = (): readonly string[] =>
    ['/sys/fs/cgroup', '/sys/fs/cgroup/cpu', '/sys/fs/cgroup/cpuacct']
      .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
      .filter((name) => name.startsWith(`proofsheet-bench-${pid}-`));
  for (let tries = 0; tries < 200 && (left().length > 0 || cgroups().length > 0); tries += 1) await sleep(50);
  expect(left()).toEqual([]);
  expect(cgroups()).toEqual([]);
}

const runs = (): readonly string[] =>
  existsSync(join(project, 'data/knocks/runs')) ? readdirSync(join(project, 'data/knocks/runs')) : [];
const read = (run: string, file: string): string => readFileSync(join(project, 'data/knocks/runs', run, file), 'utf8');

function hasCompiler(): boolean {
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
}

describe.skipIf(!hasCompiler())('the harness (needs Linux and a C compiler)', () => {
  test('measures every program, and a crash is a result', async () => {
    write(
      'benchmarks/knocks/workload.yaml',
      readFileSync(join(project, 'benchmarks/knocks/workload.yaml'), 'utf8').replaceAll(
        '[20, 40]',
        '[20, 21, 22, 23, 24]',
      ),
    );
    const { child, ended, said } = bench();
    expect([await ended, said()]).toEqual([0, expect.stringContaining('knocks/runs/')]);
    const [run = ''] = runs();
    expect(read(run, 'first.csv').split('\n')).toHaveLength(7);
    expect(read(run, 'third.csv').split('\n').length).toBeLessThan(7);
    expect(read(run, 'run.yaml')).toContain('Repeat 1: ended with code 3');
    expect(existsSync(join(project, '.cache/bench/knocks/runs'))).toBe(true);
    expect(readdirSync(join(project, '.cache/bench/knocks/runs'))).toEqual([]);
    await nothingLeft(child.pid);
  }, 120_000);

  test.each([
    ['while it installs', /^/],
    ['while it checks', /first conforms/],
    ['while it measures', /20: /],
  ])(
    'leaves nothing when it is killed %s',
    async (_name, moment) => {
      const { child, ended, until } = bench();
      await until(moment);
      child.kill('SIGKILL');
      await ended;
      await nothingLeft(child.pid);
      expect(runs()).toEqual([]);
    },
    60_000,
  );

  test('writes what is complete on Ctrl-C, and goes on from there', async () => {
    const { child, ended, until, said } = bench('--duration', '0.6');
    await until(/repeat 1 \(2 of 3/);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said()).toContain('what is complete is written');
    await nothingLeft(child.pid);
    const [interrupted = ''] = runs();
    expect(
      readdirSync(join(project, 'data/knocks/runs', interrupted)).filter((file) => file.endsWith('.csv')),
    ).toHaveLength(1);
    const again = bench('--duration', '0.6');
    expect(await again.ended).toBe(0);
    expect(again.said()).toContain('goes on with what was measured');
    expect(again.said()).not.toContain('(1 of 3');
    const whole = runs().find((run) => run !== interrupted) ?? '';
    expect(read(whole, 'run.yaml')).toContain(`supersedes: ${interrupted}`);
    await nothingLeft(again.child.pid);
  }, 120_000);

  test('says all that is wrong with its data, and measures nothing', async () => {
    write(
      'benchmarks/knocks/workload.yaml',
      readFileSync(join(project, 'benchmarks/knocks/workload.yaml'), 'utf8').replace('achievedRate', 'achievedRat'),
    );
    const { ended, said } = bench();
    expect(await ended).toBe(1);
    expect(said()).toContain('Unknown quantity `achievedRat`');
    expect(runs()).toEqual([]);
  }, 30_000);
});
