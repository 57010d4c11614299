import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import type { Program } from '../domain/program.ts';
import type { Processes } from './machine/processes.ts';
import { ownGenerator } from './machine/step.ts';
import type { Quantities } from './plan/quantity.ts';
import type { Scenario, Workload } from './plan/workload.ts';

/** A server that runs, and how it is to be asked. */
interface Subject {
  readonly port: number;
  readonly scenario: Scenario;
  readonly workload: Workload;
  /** The generator with what the scenario sends and expects. */
  readonly load: (words: readonly string[]) => Promise<Quantities>;
}

/** A check: null where the server passes, else what it did instead. */
type Check = (subject: Subject) => Promise<string | null>;

/** The checks by the names that workloads and programs use. */
const checks: Readonly<Record<string, Check>> = {
  answer: ({ load }) => expectAll(load, ['--rate', '200', '--duration', '0.4']),
  parts: expectParts,
  leaves: expectLeaving,
  'half-open': expectHalfOpen,
  'silent-clients': ({ load }) => expectAll(load, ['--idle', '20', '--rate', '50', '--duration', '0.4']),
  'slow-clients': expectSlow,
  thousand: ({ load }) => expectAll(load, ['--rate', '100000', '--duration', '0.01']),
  backlog: expectBacklog,
  keeps: expectKept,
};

/** The names of all checks. */
export const checkNames = Object.keys(checks);

/** What a program does otherwise than it should; a check that it is known to fail must fail, or the word is out of date. */
export async function checkConformance(
  subject: Omit<Subject, 'load'> & { readonly program: Program },
  {
    generator,
    words,
    processes,
  }: { readonly generator: string; readonly words: readonly string[]; readonly processes: Processes },
): Promise<readonly string[]> {
  const load = async (more: readonly string[]): Promise<Quantities> => {
    const generate = ownGenerator(
      generator,
      { words: [...words, ...patient, ...more], varies: 'sources', core: null },
      processes,
    );
    return (await generate(subject.port, sources)).quantities;
  };
  const complaints: string[] = [];
  for (const name of subject.scenario.checks) {
    const found = (await checks[name]?.({ ...subject, load })) ?? null;
    // What a program cannot do by its nature may pass by luck: an answer to a client that is leaving depends on timing.
    if (found !== null && !subject.program.cannot.includes(name)) complaints.push(`${name}: ${found}`);
  }
  return complaints;
}

const sources = 8;
// What is asked here is whether, not how fast; a cold server on a busy machine takes its time.
const patient = ['--timeout', '20', '--max-lag', '20'];

async function expectAll(load: Subject['load'], words: readonly string[]): Promise<string | null> {
  const result = await load(words);
  if (result['answered'] === result['requests']) return null;
  const kinds = Object.entries(result).filter(([name, count]) => name.startsWith('errors') && count !== 0);
  return `${result['answered']} of ${result['requests']} answered (${kinds.map(([name, count]) => `${name} ${count}`).join(', ')})`;
}

async function expectSlow({ load }: Subject): Promise<string | null> {
  const words = ['--slow', '20', '--slow-interval', '10', '--rate', '50', '--duration', '1.5'];
  const result = await load(words);
  if (result['answered'] !== result['requests'])
    return `${result['answered']} of ${result['requests']} others answered`;
  if (result['slowFailed'] !== 0) return `${result['slowFailed']} slow clients got no answer`;
  return (result['slowAnswered'] ?? 0) === 0 ? 'no slow client got an answer' : null;
}

async function expectKept({ load }: Subject): Promise<string | null> {
  const result = await load(['--connections', '5', '--rate', '100', '--duration', '0.5']);
  if (result['answered'] !== result['requests']) return `${result['answered']} of ${result['requests']} answered`;
  return result['reopened'] === 0 ? null : `${result['reopened']} connections were closed`;
}

async function expectParts({ port, scenario: { request } }: Subject): Promise<string | null> {
  const parts = [request.slice(0, 9), request.slice(9, -2), request.slice(-2)];
  const { text, clean, early } = await ask(port, parts, false);
  if (early) return 'answers before the request is whole';
  return text !== '' && clean
    ? null
    : `answers ${JSON.stringify(text.slice(0, 60))}${clean ? '' : ', without a clean end'}`;
}

async function expectLeaving(subject: Subject): Promise<string | null> {
  for (let left = 0; left < 5; left += 1) await leave(subject.port);
  return expectAll(subject.load, ['--rate', '50', '--duration', '0.2']);
}

/** A client may close its sending side behind the request, and is answered all the same. */
async function expectHalfOpen({ port, scenario: { request } }: Subject): Promise<string | null> {
  const { text, clean } = await ask(port, [request], true);
  return text !== '' && clean
    ? null
    : `answers ${JSON.stringify(text.slice(0, 60))}${clean ? '' : ', without a clean end'}`;
}

/** The listen queue as the kernel has it; unknown where no program can read it. */
async function expectBacklog({ port, workload: { backlog } }: Subject): Promise<string | null> {
  const { stdout, status } = spawnSync('ss', ['-Hltn', `sport = :${port}`], { encoding: 'utf8' });
  if (status !== 0) return null;
  const queues = stdout
    .trim()
    .split('\n')
    .map((line) => Number(line.trim().split(/\s+/)[2]));
  return queues.every((queue) => queue >= backlog)
    ? null
    : `the listen queue holds ${queues.join(', ')}, not ${backlog}`;
}

interface Answer {
  readonly text: string;
  readonly clean: boolean;
  readonly early: boolean;
}

/** Sends parts with a pause between, and reads to the end. */
function ask(port: number, parts: readonly string[], thenEnd: boolean): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    let text = '';
    let sent = 0;
    let early = false;
    const finish = (clean: boolean): void => {
      socket.destroy();
      resolve({ text, clean, early });
    };
    const send = (): void => {
      const part = parts[sent++];
      if (part !== undefined) socket.write(part);
      if (sent < parts.length) setTimeout(send, 60);
      else if (thenEnd) socket.end();
    };
    socket.setEncoding('latin1').setTimeout(10_000, () => finish(false));
    socket
      .on('connect', send)
      .on('end', () => finish(true))
      .on('error', () => finish(false));
    socket.on('data', (data) => {
      early ||= sent < parts.length;
      text += String(data);
    });
  });
}

/** Opens a connection and leaves it at once, without a word. */
function leave(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.destroy());
    socket.on('close', () => resolve()).on('error', () => resolve());
  });
}
