import { createHash } from 'node:crypto';
import { limits } from '../../domain/limits.ts';
import { GitFailure } from './failure.ts';

/** What a server advertises: the head and the tags with the objects they point to. */
export interface Remote {
  readonly head: string;
  readonly branch: string | null;
  readonly tags: readonly { readonly name: string; readonly object: string }[];
  /** Replacement refs: a project joins an older history with them. */
  readonly replaced: number;
}

/** Splits the URL of a repository on an allowed host into host and path; null for any other URL. */
export function parseRepository(
  url: string,
  hosts: readonly string[],
): { readonly host: string; readonly path: string } | null {
  const match = location.exec(url);
  const [, host = '', path = ''] = match ?? [];
  return match !== null && hosts.includes(host) ? { host, path: path.replace(/\.git$/, '') } : null;
}

// The whole text: no user, port, query or fragment, no control character, no `..`, no segment that looks like an option.
const location =
  /^https:\/\/([a-z0-9]+(?:[.-][a-z0-9]+)*)\/((?:[~A-Za-z0-9_][A-Za-z0-9_.-]*\/){1,4}[A-Za-z0-9_][A-Za-z0-9_.-]*)\/?$/;

/** Parses the output of `git ls-remote --symref`. Throws if there is no head, or too many refs. */
export function readRemote(output: string): Remote {
  const lines = output.split('\n').filter((line) => line !== '');
  if (lines.length === 0)
    throw new GitFailure('broken', 'has no commits: it is empty, or its URL leads to something else');
  if (lines.length > limits.gitRefs) throw new GitFailure('refused', `has more than ${limits.gitRefs} refs`);
  let head: string | null = null;
  let branch: string | null = null;
  let replaced = 0;
  const tags: { name: string; object: string }[] = [];
  for (const line of lines) {
    const symbolic = /^ref: refs\/heads\/([^\t]{1,200})\tHEAD$/.exec(line);
    const [object = '', name = ''] = line.split('\t');
    if (symbolic !== null) branch = symbolic[1] ?? null;
    if (line.startsWith('ref: ')) continue;
    if (!/^[0-9a-f]{40}$/.test(object)) throw new GitFailure('broken', 'advertises something other than refs');
    if (name.startsWith('refs/replace/')) replaced += 1;
    if (name === 'HEAD') head = object;
    else if (name.startsWith('refs/tags/') && !name.endsWith('^{}')) tags.push({ name: name.slice(10), object });
  }
  if (head === null) throw new GitFailure('broken', 'has no head: its default branch does not exist');
  return { head, branch, tags, replaced };
}

/** A short hash that changes with everything in `parts`. */
export function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** The target of a server's redirect, from git's trace of the conversation; null if it is not a plain URL. */
export function redirectTarget(trace: string): string | null {
  const location = /Recv header: location: (https?:\/\/[^\s\p{C}"'<>\\^`{|}]{1,300})/iu.exec(trace)?.[1];
  if (location === undefined || !URL.canParse(location)) return null;
  const { origin, pathname } = new URL(location);
  return `${origin}${pathname.replace(/\/info\/refs$/, '')}`;
}
