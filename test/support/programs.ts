import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Program } from '../../scripts/domain/program.ts';

/** A program that runs and answers on a port of loopback. */
export interface Started {
  readonly port: number;
  readonly stop: () => void;
}

/** What came back on one connection, and whether it ended cleanly. */
export interface Answer {
  readonly text: string;
  readonly clean: boolean;
}

// The system's own interpreters first: a version manager's knows none of the system's packages.
const environment = { ...process.env, PATH: `/usr/bin:${process.env['PATH'] ?? ''}`, HOME: process.env['HOME'] ?? '/' };
const startMs = 30_000;

/** Starts a program in a folder of its own; a text says why this machine cannot run it. */
export async function startProgram(program: Program): Promise<Started | string> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  for (const { file, text } of program.files) writeFileSync(join(folder, basename(file)), text);
  const missing = buildProgram(program, folder);
  if (missing !== null) {
    clean();
    return missing;
  }
  const port = await freePort();
  const [command = '', ...options] = program.command.split(' ');
  const child = spawn(command.startsWith('./') ? join(folder, command) : command, [...options, String(port)], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = (): void => {
    child.kill('SIGKILL');
    clean();
  };
  const failure = await untilAnswering(child, port);
  if (failure === null) return { port, stop };
  stop();
  if (/ENOENT|ModuleNotFoundError/.test(failure)) return failure.trim().split('\n').at(-1) ?? '';
  throw new Error(`${program.id} does not start: ${failure}`);
}

/** Sends `parts` one after another, with a pause between, and reads to the end; early answers are marked. */
export function ask(port: number, parts: readonly string[]): Promise<Answer & { readonly early: boolean }> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let text = '';
    let sent = 0;
    let early = false;
    const finish = (clean: boolean): void => {
      socket.destroy();
      resolve({ text, clean, early });
    };
    const send = (): void => {
      const part = parts[sent++];
      if (part === undefined) return;
      socket.write(part);
      if (sent < parts.length) setTimeout(send, 60);
    };
    socket.setEncoding('latin1').setTimeout(5000, () => finish(false));
    socket.on('connect', send);
    socket.on('data', (data) => {
      early ||= sent < parts.length;
      text += String(data);
    });
    socket.on('end', () => finish(true));
    socket.on('error', () => finish(false));
  });
}

/** Opens a connection and leaves it at once, without a word. */
export function leave(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end());
    socket.on('close', () => resolve()).on('error', () => resolve());
    socket.resume();
  });
}

/** The listen backlog as the kernel has it; null where no program can read it. */
export function backlogOf(port: number): number | null {
  try {
    const line = execFileSync('ss', ['-Hltn', `sport = :${port}`], { encoding: 'utf8' });
    return Number(line.trim().split(/\s+/)[2]);
  } catch {
    return null;
  }
}

function buildProgram({ build }: Program, folder: string): string | null {
  if (build === null) return null;
  const [command = '', ...words] = build.split(' ');
  try {
    execFileSync(command, words, { cwd: folder, env: environment, stdio: 'pipe', timeout: 120_000 });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return `${command} is not there`;
    throw error;
  }
}

function untilAnswering(child: ChildProcess, port: number): Promise<string | null> {
  let errors = '';
  let ended: string | null = null;
  child.stderr?.on('data', (data) => {
    errors += String(data);
  });
  child.on('error', (error) => {
    ended = String(error);
  });
  child.on('close', (code) => {
    ended ??= `${errors}${errors === '' ? `ended with ${code}` : ''}`;
  });
  const deadline = Date.now() + startMs;
  const attempt = async (): Promise<string | null> => {
    if (ended !== null) return ended;
    if (await accepts(port)) return null;
    if (Date.now() > deadline) return `no answer within ${startMs} ms: ${errors}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return attempt();
  };
  return attempt();
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const url = server.address();
      const port = typeof url === 'object' && url !== null ? url.port : 0;
      server.close(() => resolve(port));
    });
  });
}
