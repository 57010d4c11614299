import { GitError } from 'simple-git';
import type { Failure } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';

/** A repository that cannot be read: a state and a description in our own words. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly state: Failure['state'];
  readonly to: string | null;
  /** Another attempt may succeed. */
  readonly passing: boolean;

  constructor(
    state: Failure['state'],
    detail: string,
    { to = null, passing = false }: { readonly to?: string | null; readonly passing?: boolean } = {},
  ) {
    super(detail);
    this.state = state;
    this.to = to;
    this.passing = passing;
  }
}

/** Turns what git printed when it failed into a state. The output may contain a server's text, which is matched, never repeated. */
export function classifyFailure(error: unknown): GitFailure {
  if (error instanceof GitFailure) return error;
  const text = (error instanceof Error ? error.message : String(error)).replaceAll(traceLine, '');
  const known = patterns.find(({ pattern }) => pattern.test(text));
  return known === undefined
    ? new GitFailure('broken', 'cannot be read by git')
    : new GitFailure(known.state, known.detail, { passing: known.passing ?? false });
}

/** Whether an error is neither git's nor a state of the repository, and thus a bug of ours. */
export function isOurs(error: unknown): boolean {
  return !(
    error instanceof GitFailure ||
    error instanceof GitError ||
    (error instanceof Error && error.name === 'AbortError')
  );
}

/**
 * Whether git was ended by the limit on its time: by `timeout` (124, or 137 with `KILL`), by `TERM` (143) or for its processor
 * time (152). What it printed until then says nothing of the repository: a transfer that is cut looks broken.
 */
export function isOutOfTime(exitCode: number): boolean {
  return [124, 137, 143, 152].includes(exitCode);
}

const traceLine = /^\d\d:\d\d:\d\d\.\d+ .*$/gm;

/** Nothing is said of the repository: it is the machine that read the others that had no copy of this one. */
const noConnection = 'could not be copied to the machine that reads the facts: it had no connection to the host';

interface Pattern {
  readonly pattern: RegExp;
  readonly state: Failure['state'];
  readonly detail: string;
  readonly passing?: boolean;
}

const patterns: readonly Pattern[] = [
  { pattern: /too many records/, state: 'refused', detail: `has more than ${limits.gitFiles} files` },
  { pattern: /lazy fetch|not our ref/, state: 'broken', detail: 'is shallow, or lacks commits of its history' },
  {
    pattern: /too much output|File size limit|SIGXFSZ|exit 153/i,
    state: 'refused',
    detail: 'sends more than the limits allow',
  },
  {
    pattern: /abort signal|aborted|timed? ?out|exit 124|exit 137|exit 143|too slow|Less than \d+ bytes/i,
    state: 'unreachable',
    detail: 'did not answer in time',
  },
  {
    pattern: /returned error: 30[1-8]|unable to update url base from redirection/i,
    state: 'moved',
    detail: 'has moved',
  },
  {
    pattern: /returned error: 404|returned error: 410|repository '[^']*' not found/i,
    state: 'gone',
    detail: 'does not exist',
  },
  {
    pattern: /could not read Username|Authentication failed|returned error: 40[13]|terminal prompts disabled/i,
    state: 'unreachable',
    detail: 'asks for a login: it is private, or gone',
  },
  {
    pattern: /not valid: is this a git repository|invalid content-type/i,
    state: 'unreachable',
    detail: 'answers with a page that is not a repository',
  },
  {
    pattern: /transport '[^']*' not allowed|credentials in|protocol '[^']*' is not supported/i,
    state: 'refused',
    detail: 'has a URL that may not be read',
  },
  {
    pattern:
      /Could not resolve (?:host|proxy)|Failed to connect|Connection refused|Couldn't connect|Network is unreachable/i,
    state: 'unreachable',
    detail: noConnection,
    passing: true,
  },
  {
    pattern: /returned error: (?:429|5\d\d)|Recv failure|Empty reply|reset by peer/i,
    state: 'unreachable',
    detail: 'cannot be reached',
    passing: true,
  },
  {
    pattern: /does not appear to be a git repository|Could not read from remote/i,
    state: 'unreachable',
    detail: 'cannot be reached',
  },
  {
    pattern: /out of memory|Cannot allocate|mmap failed|exit 139|exit 134/i,
    state: 'refused',
    detail: 'needs more memory than the limits allow',
  },
  {
    pattern:
      /bad line length|corruption|protocol error|early EOF|unexpected disconnect|bad pack|index-pack failed|invalid index-pack|inflate|malformed|expected flush|expected.{0,80}packet|remote end hung up|RPC failed|missing|fatal: the remote/i,
    state: 'broken',
    detail: 'is damaged, or its server does not speak git',
  },
];
