import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../support/project.ts';

type Result = Readonly<Record<string, number>>;

const folder = mkdtempSync(join(tmpdir(), 'generator-'));
const generator = join(folder, 'generator');
const answer = 'HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\nPong!\r\n';
const question = ['--request', 'GET / HTTP/1.0\\r\\n\\r\\n', '--answer', answer];
const stops: (() => void)[] = [];
const compiler = ['cc', 'gcc', 'clang'].find(isThere);

function isThere(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function compile(source: string, out: string): void {
  execFileSync(compiler ?? 'cc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', out, join(root, source)]);
}

/** Runs the generator; `prefix` is a shell's word before it. */
function load(port: number, options: readonly string[], prefix = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const script = `${prefix} exec "$0" "$@"`;
    const child = spawn('sh', ['-c', script, generator, '--port', String(port), ...options]);
    let out = '';
    let complaint = '';
    child.stdout.on('data', (data) => {
      out += String(data);
    });
    child.stderr.on('data', (data) => {
      complaint += String(data);
    });
    child.on('close', () => (complaint === '' ? resolve(JSON.parse(out) as Result) : reject(new Error(complaint))));
  });
}

/** A server of this process; every connection is handed to `serve`. */
function listen(serve: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer((socket) => serve(socket.on('error', () => {})));
  stops.push(() => server.close());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0);
    });
  });
}

/** A server in a process of its own, which prints its port. */
function start(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  stops.push(() => child.kill('SIGKILL'));
  return new Promise((resolve) => child.stdout.once('data', (data) => resolve(Number(String(data)))));
}

function errorsOf(result: Result): Result {
  const kinds = ['Timeout', 'Refused', 'Reset', 'Wrong', 'Short', 'Other', 'Descriptors', 'Ports', 'Lag'];
  return Object.fromEntries(
    kinds.flatMap((kind) => (result[`errors${kind}`] === 0 ? [] : [[kind, result[`errors${kind}`] ?? Number.NaN]])),
  );
}

function expectWhole(result: Result): void {
  const { requests = 0, answered = 0, serverErrors = 0, generatorErrors = 0 } = result;
  expect(answered + serverErrors + generatorErrors).toBe(requests);
}

// Stalls its whole process for the first second of every five.
const stalling = `
  const waiting = new Int32Array(new SharedArrayBuffer(4));
  const stall = () => Atomics.wait(waiting, 0, 0, 1000);
  setTimeout(() => { stall(); setInterval(stall, 5000); }, 1500);
  const server = require('node:net').createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.end(${JSON.stringify(answer)}));
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

beforeAll(() => {
  if (compiler !== undefined) compile('benchmarks/generator/generator.c', generator);
}, 60_000);

afterAll(() => {
  for (const stop of stops) stop();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(compiler === undefined)('the load generator (needs a C compiler)', () => {
  test('is open-loop: a server that stalls 1 s in 5 shows it in the slowest hundredth', async () => {
    const port = await start(process.execPath, ['-e', stalling]);
    const result = await load(port, ['--rate', '100', '--duration', '10', '--timeout', '5', ...question]);
    expect(result['answered']).toBe(1000);
    // A closed loop would see two slow answers of a thousand; here a fifth of the requests fell due during a stall.
    expect(result['latencyP99Ms']).toBeGreaterThan(800);
    expect(result['latencyP50Ms']).toBeLessThan(500);
    expectWhole(result);
  }, 30_000);

  test('finds no error at a low rate, connection by connection', async () => {
    const server = join(folder, 'server');
    compile('benchmarks/ping-pong/servers/c-epoll/pong.c', server);
    const port = await freePort();
    const child = spawn(server, [String(port)], { stdio: 'ignore' });
    stops.push(() => child.kill('SIGKILL'));
    await untilOpen(port);
    const result = await load(port, ['--rate', '50', '--duration', '2', ...question]);
    expect(errorsOf(result)).toEqual({});
    expect(result).toMatchObject({ requests: 100, answered: 100, serverErrors: 0, generatorErrors: 0, reopened: 0 });
  }, 30_000);

  test.each([
    ['a closed port', null, 'Refused'],
    ['another answer', (socket: Socket) => void socket.on('data', () => socket.end(answer.replace('o', 'i'))), 'Wrong'],
    ['more than the answer', (socket: Socket) => void socket.on('data', () => socket.end(`${answer}.`)), 'Wrong'],
    ['half an answer', (socket: Socket) => void socket.on('data', () => socket.end(answer.slice(0, 20))), 'Short'],
    ['an end without an answer', (socket: Socket) => void socket.on('data', () => socket.end()), 'Short'],
    ['a reset', (socket: Socket) => void socket.on('data', () => socket.resetAndDestroy()), 'Reset'],
    ['silence', (socket: Socket) => void socket.resume(), 'Timeout'],
    ['an answer without an end', (socket: Socket) => void socket.on('data', () => socket.write(answer)), 'Timeout'],
  ])('charges %s to the server', async (_name, serve, kind) => {
    const port = serve === null ? await freePort() : await listen(serve);
    const result = await load(port, [
      '--rate',
      '50',
      '--duration',
      '0.4',
      '--timeout',
      '0.5',
      '--max-lag',
      '60',
      ...question,
    ]);
    expect(errorsOf(result)).toEqual({ [kind]: 20 });
    expect(result).toMatchObject({ answered: 0, serverErrors: 20, generatorErrors: 0 });
    expectWhole(result);
  });

  test('charges its own want of descriptors and of time to itself', async () => {
    const port = await listen((socket) => void socket.resume());
    const options = ['--rate', '200', '--duration', '0.5', '--timeout', '1', '--max-lag', '60', ...question];
    const starved = await load(port, options, 'ulimit -n 30;');
    expect(Object.keys(errorsOf(starved)).sort()).toEqual(['Descriptors', 'Timeout']);
    expect(starved['errorsTimeout']).toBe(starved['serverErrors']);
    expectWhole(starved);
    const late = await load(port, ['--rate', '1000', '--duration', '0.3', '--max-lag', '0', ...question]);
    expect(late['errorsLag']).toBeGreaterThan(0);
    expect(late['errorsLag']).toBe(late['generatorErrors']);
    expectWhole(late);
  });

  test('sends nothing in the mode accept', async () => {
    const port = await listen((socket) => void socket.end(answer));
    const result = await load(port, ['--mode', 'accept', '--rate', '50', '--duration', '0.4', '--answer', answer]);
    expect(errorsOf(result)).toEqual({});
    expect(result['answered']).toBe(20);
  });

  test('keeps connections in the mode keep-alive, and opens those again that the server closed', async () => {
    const keep = ['--mode', 'keep-alive', '--connections', '5', '--rate', '50', '--duration', '0.6', ...question];
    let opened = 0;
    const kept = await listen((socket) => {
      opened += 1;
      socket.on('data', () => socket.write(answer));
    });
    expect(await load(kept, keep)).toMatchObject({ answered: 30, serverErrors: 0, reopened: 0 });
    expect(opened).toBe(5);
    const closed = await listen((socket) => void socket.on('data', () => socket.end(answer)));
    const result = await load(closed, keep);
    expect(result['answered']).toBe(30);
    expect(result['reopened']).toBeGreaterThan(20);
  });

  test('holds idle connections and lets slow ones trickle beside the load', async () => {
    const port = await listen((socket) => {
      let request = '';
      socket.on('data', (data) => {
        request += String(data);
        if (request.endsWith('\r\n\r\n')) socket.end(answer);
      });
    });
    const besides = [
      '--idle',
      '20',
      '--slow',
      '3',
      '--slow-interval',
      '5',
      '--rate',
      '50',
      '--duration',
      '1',
      ...question,
    ];
    const result = await load(port, besides);
    expect(result).toMatchObject({ answered: 50, idleHeld: 20, slowFailed: 0 });
    expect(result['slowAnswered']).toBeGreaterThan(3);
  });

  test('reads HTTP answers by status, length and body', async () => {
    const http = [
      '--rate',
      '50',
      '--duration',
      '0.2',
      '--request',
      'GET / HTTP/1.0\\r\\n\\r\\n',
      '--body',
      'Pong!\\r\\n',
    ];
    const serve = (text: string): Promise<number> => listen((socket) => void socket.on('data', () => socket.end(text)));
    const dated = await serve('HTTP/1.1 200 OK\r\nDate: today\r\ncontent-length: 7\r\n\r\nPong!\r\n');
    expect((await load(dated, http))['answered']).toBe(10);
    const unbounded = await serve('HTTP/1.0 200 OK\r\n\r\nPong!\r\n');
    expect((await load(unbounded, http))['answered']).toBe(10);
    const failing = await serve('HTTP/1.1 500 Internal Server Error\r\ncontent-length: 7\r\n\r\nPong!\r\n');
    expect(errorsOf(await load(failing, http))).toEqual({ Wrong: 10 });
    const wrongLength = await serve('HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nPong!\r\n');
    expect(errorsOf(await load(wrongLength, http))).toEqual({ Wrong: 10 });
  });

  test('keeps every latency in buckets that add up', async () => {
    const port = await listen((socket) => void socket.on('data', () => socket.end(answer)));
    const result = await load(port, ['--rate', '100', '--duration', '0.5', '--histogram', ...question]);
    const latencies = result['latencyUs'] as unknown as readonly (readonly [number, number])[];
    expect(latencies.reduce((sum, [, count]) => sum + count, 0)).toBe(result['answered']);
    expect((latencies.at(-1)?.[0] ?? 0) / 1000).toBeLessThanOrEqual(result['latencyMaxMs'] ?? 0);
  });

  test('sends to loopback only, and says what it does not understand', async () => {
    await expect(load(61000, ['--host', '192.0.2.1', ...question])).rejects.toThrow('loopback only');
    await expect(load(61000, ['--rate', 'many', ...question])).rejects.toThrow('--rate is no rate: many');
    await expect(load(61000, ['--rate', '5'])).rejects.toThrow('--answer or --body is needed');
  });
});

async function freePort(): Promise<number> {
  const port = await listen(() => {});
  stops.pop()?.();
  return port;
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const result = await load(port, ['--rate', '100', '--duration', '0.01', ...question]);
    if (result['answered'] === 1) return;
  }
  throw new Error('the server did not start');
}
