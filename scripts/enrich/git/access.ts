import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type SimpleGit, simpleGit } from 'simple-git';
import { UserError } from '../../domain/errors.ts';
import { limits } from '../../domain/limits.ts';
import { isOutOfTime } from './failure.ts';

/** How git may reach the network. Only code can deviate from `httpsOnly`: no file, option or variable can. */
export interface GitAccess {
  /** The protocols git may speak, joined by colons. */
  readonly protocols: string;
  /** A home folder whose configuration git reads; null for an empty one. */
  readonly home: string | null;
}

export const httpsOnly: GitAccess = { protocols: 'https', home: null };

/** Limits for the time and the output of one git command. */
export interface GitBounds {
  readonly signal: AbortSignal;
  readonly seconds: number;
  readonly outputBytes: number;
  /** It may print so many records that end with NUL; null for any number. */
  readonly records: number | null;
}

export interface OpenOptions {
  readonly folder: string;
  /** An empty folder to use as home if `access` names none. */
  readonly emptyHome: string;
  readonly access: GitAccess;
  readonly bounds: GitBounds;
  readonly input?: string;
  /** What git traces beside its errors: the conversation with the server, or the programs it starts. */
  readonly trace?: 'conversation' | 'programs';
}

/**
 * Runs git in a folder, through simple-git, in a clean environment: no prompt, no redirect, no system or user
 * configuration, no hook or filter, only the allowed protocols, and limits on time, bytes and memory for the whole process
 * group. Throws on any exit code but 0 and on too much output.
 */
export function openGit({ folder, emptyHome, access, bounds, input, trace }: OpenOptions): SimpleGit {
  const environment = {
    ...environmentOf(access, emptyHome, bounds.seconds),
    ...(trace === undefined ? {} : traces[trace]),
  };
  const overflow = new AbortController();
  const crowd = new AbortController();
  const lazy = new AbortController();
  return simpleGit({
    baseDir: folder,
    binary: ['sh', guard],
    abort: AbortSignal.any([bounds.signal, overflow.signal, crowd.signal, lazy.signal]),
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith('GIT_')),
    // The path of our own guard may contain any character that a folder's name may contain.
    unsafe: { allowUnsafeCustomBinary: true },
    config: settings,
    errors: (error, { exitCode, stdErr, stdOut }) => {
      if (exitCode === 0) return undefined;
      if (overflow.signal.aborted) return new Error('too much output');
      if (crowd.signal.aborted) return new Error('too many records');
      if (lazy.signal.aborted) return new Error('lazy fetch');
      if (bounds.signal.aborted || isOutOfTime(exitCode)) return new Error('timed out');
      if (error instanceof Error) return error;
      return new Error(`exit ${exitCode}: ${Buffer.concat([...stdErr, ...stdOut]).toString('utf8')}`);
    },
    ...(input === undefined ? {} : { input: () => input }),
  })
    .outputHandler((_, stdout, stderr) => {
      let bytes = 0;
      let records = 0;
      for (const stream of [stdout, stderr]) {
        stream.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > bounds.outputBytes) overflow.abort();
          records += bounds.records === null ? 0 : countNuls(chunk);
          if (bounds.records !== null && records > bounds.records) crowd.abort();
          if (trace === 'programs' && chunk.includes(lazyFetch)) lazy.abort();
        });
      }
    })
    .env(environment);
}

function countNuls(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) count += 1;
  return count;
}

/** Throws a `UserError` if a program that reading repositories needs is missing. */
export function requireTools(): void {
  for (const [tool, from] of [
    ['git', ''],
    ['timeout', ' (of GNU coreutils)'],
  ] as const) {
    if (spawnSync(tool, ['--version']).error !== undefined)
      throw new UserError(`enrich needs the program \`${tool}\`${from}; install it`);
  }
}

const guard = resolve(import.meta.dirname, 'guard.sh');

const settings = [
  'http.followRedirects=false',
  'transfer.credentialsInUrl=die',
  'submodule.recurse=false',
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=10',
  'log.mailmap=false',
  'log.showSignature=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'core.bare=true',
];

function environmentOf({ protocols, home }: GitAccess, emptyHome: string, seconds: number): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home ?? emptyHome,
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    PROOFSHEET_SECONDS: String(Math.max(1, Math.ceil(seconds))),
    PROOFSHEET_FILE_BLOCKS: String(Math.floor(limits.gitFileBytes / 512)),
    PROOFSHEET_MEMORY_KIB: String(Math.floor(limits.gitMemoryBytes / 1024)),
  };
}

const traces = {
  conversation: { GIT_TRACE_CURL: '1', GIT_TRACE_CURL_NO_DATA: '1' },
  programs: { GIT_TRACE2: '1' },
};

/**
 * How git fetches missing objects: one process after another, endlessly if the server's history has holes. git 2.39
 * cannot be told not to do this during a fetch, so it is stopped as soon as it begins.
 */
const lazyFetch = 'fetch.negotiationAlgorithm=noop';
