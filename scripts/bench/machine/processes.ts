import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** A command, and where and how it runs. */
interface Command {
  /** A line for the shell; the last part of it is the program itself, which replaces the shell. */
  readonly line: string;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Folders of control groups to enter before the first instruction. */
  readonly cgroups?: readonly string[];
  /** The core to stay on; null for any. */
  readonly core?: number | null;
}

/** How a process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly errors: string;
}

export interface Running {
  /** Also the id of its process group. */
  readonly pid: number;
  readonly ended: Promise<Ended>;
  readonly hasEnded: () => boolean;
  /** Kills the whole group; resolves once the process is gone. */
  readonly end: () => Promise<void>;
}

/** Every process of the harness. None outlives it: a guard ends them all when the pipe to the harness closes. */
export interface Processes {
  readonly start: (command: Command) => Running;
  /** Runs to the end; rejects with what it said where it fails. */
  readonly run: (command: Command) => Promise<Ended>;
  readonly guardCgroup: (folder: string) => void;
  /** Ends all, and the guard last. */
  readonly close: () => Promise<void>;
}

// Waits until the guard knows the group; enters control groups; stays on a core; becomes the command.
const starter = `read -r go <&3 || exit 1
exec 3<&-
for folder in $1; do echo $$ >"$folder/cgroup.procs" || exit 1; done
core=$2; line=$3
set -- sh -c "$line"
[ -z "$core" ] || set -- taskset -c "$core" "$@"
exec "$@"`;
const mostOutput = 64 * 1024 * 1024;

/** Starts the guard; `close` must be called in the end, or the death of this process does its work. */
export function startProcesses(): Processes {
  const guard = spawn('sh', [join(import.meta.dirname, 'guard.sh')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.stdin.on('error', () => {});
  const running = new Set<Running>();
  let closing: Promise<void> | null = null;
  const start = (command: Command): Running => {
    if (closing !== null) throw new Error('the harness is ending');
    const child = spawnWaiting(command);
    const pid = child.pid ?? 0;
    guard.stdin.write(`+ ${pid}\n`, () => (child.stdio[3] as NodeJS.WritableStream).end('go\n'));
    let done = false;
    const ended = collect(child).finally(() => {
      done = true;
      running.delete(one);
      guard.stdin.write(`- ${pid}\n`);
    });
    const one: Running = { pid, ended, hasEnded: () => done, end: () => endGroup(pid, ended) };
    running.add(one);
    return one;
  };
  return {
    start,
    run: async (command) => {
      const result = await start(command).ended;
      if (result.code === 0) return result;
      throw new Error(`${command.line}: ${lastLines(result) || `ended with ${result.code ?? result.signal}`}`);
    },
    guardCgroup: (folder) => void guard.stdin.write(`c ${folder}\n`),
    close: () => {
      closing ??= close(guard, running);
      return closing;
    },
  };
}

async function close(guard: ChildProcess, running: ReadonlySet<Running>): Promise<void> {
  await Promise.all([...running].map((one) => one.end()));
  const gone = new Promise((resolve) => guard.once('close', resolve));
  guard.stdin?.end();
  await gone;
}

function spawnWaiting({ line, folder, env, cgroups, core }: Command): ChildProcess {
  const words = [(cgroups ?? []).join(' '), core === null || core === undefined ? '' : String(core), line];
  const child = spawn('sh', ['-c', starter, 'sh', ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdio[3]?.on('error', () => {});
  return child;
}

function collect(child: ChildProcess): Promise<Ended> {
  const texts = { out: '', errors: '' };
  const keep = (name: keyof typeof texts) => (data: Buffer) => {
    if (texts[name].length < mostOutput) texts[name] += data.toString('utf8');
  };
  child.stdout?.on('data', keep('out'));
  child.stderr?.on('data', keep('errors'));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, signal: null, out: '', errors: error.message }));
    // Not `close`: a process that got away may hold the pipes open.
    child.on('exit', (code, signal) => setImmediate(() => resolve({ code, signal, ...texts })));
    child.on('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
}

async function endGroup(pid: number, ended: Promise<Ended>): Promise<void> {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
  await ended;
}

/** The lines that speak of an error, or else the last ones. */
function lastLines({ errors, out }: Ended): string {
  const lines = stripVTControlCharacters(errors.trim() === '' ? out : errors)
    .trim()
    .split('\n');
  const telling = lines.filter((line) => /error|failed|not found/i.test(line)).slice(0, 3);
  return (telling.length > 0 ? telling : lines.slice(-3)).join(' / ').slice(0, 500);
}
