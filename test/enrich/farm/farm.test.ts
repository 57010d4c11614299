import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from './hostile.ts';
import { repositories } from './repositories.ts';
import { type Farm, lightNames, startFarm } from './server.ts';

interface Answer {
  /** Null where the time was up first. */
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

let farm: Farm;
let work = '';
beforeAll(async () => {
  farm = await startFarm();
  work = mkdtempSync(join(tmpdir(), 'proofsheet-farm-work-'));
});
afterAll(async () => {
  await farm.close();
  rmSync(work, { recursive: true, force: true });
});

/** Runs git as an enriching program should, and ends its whole group when the time is up. */
function git(args: readonly string[], timeoutMs = 20_000): Promise<Answer> {
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: farm.home, LC_ALL: 'C', TZ: 'UTC', GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_ALLOW_PROTOCOL: 'http', GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' },
  };
  const safe = ['http.followRedirects=false', 'gc.auto=0', 'maintenance.auto=false'].flatMap((one) => ['-c', one]);
  const child = spawn('git', [...safe, ...args], { cwd: work, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  child.stderr.on('data', (piece: Buffer) => error.push(piece));
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), timeoutMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() });
    });
  });
}

const clone = (name: string, folder: string, ...options: readonly string[]): Promise<Answer> =>
  git(['clone', '--quiet', '--bare', ...options, '--', farm.url(name), folder]);

async function lines(name: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, out } = await git(['-C', join(farm.folder, name), ...args]);
  expect(code).toBe(0);
  return out.split('\n').filter((line) => line !== '');
}

const day = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(0, 10);

describe('what was planted', () => {
  const known = lightNames().flatMap((name) => {
    const facts = repositories[name]?.facts;
    return facts === undefined ? [] : [[name, facts] as const];
  });

  test.each(known)('%s has the commits, roots, merges, days and tags of its row', async (name, facts) => {
    const commits = (await lines(name, 'log', '--no-mailmap', '--format=%at %ct %P', 'HEAD')).map((one) =>
      one.split(' '),
    );
    expect(commits.length).toBe(facts.commits);
    const parents = commits.map(([, , ...ids]) => ids.filter((id) => id !== '').length);
    const merges = parents.filter((count) => count > 1).length;
    const roots = parents.filter((count) => count === 0).length;
    expect({ merges: facts.merges ?? merges, roots: facts.roots ?? roots }).toEqual({ merges, roots });
    if (facts.first !== undefined) expect(day(Math.min(...commits.map(([at]) => Number(at))))).toBe(facts.first);
    if (facts.last !== undefined) expect(day(Math.max(...commits.map(([, ct]) => Number(ct))))).toBe(facts.last);
    if (facts.tags !== undefined) expect(await lines(name, 'tag', '--list')).toHaveLength(facts.tags);
  });

  test('plain has its people, as written and by the mailmap', async () => {
    const people = new Set(await lines('plain', 'log', '--no-mailmap', '--format=%an <%ae>', 'HEAD'));
    const mapped = new Set(await lines('plain', 'log', '--format=%aE', 'HEAD'));
    const { humans, bots = 0, agents = 0 } = repositories['plain']?.facts ?? {};
    expect(people.size).toBe((humans?.written ?? 0) + bots + agents);
    expect(mapped.size).toBe((humans?.mapped ?? 0) + bots + agents);
  });

  test('two builds have the same commits', () => {
    const refs = (name: string): string => readFileSync(join(farm.folder, name, 'packed-refs'), 'utf8');
    const before = lightNames().map(refs);
    for (const name of lightNames()) farm.plant(name);
    expect(lightNames().map(refs)).toEqual(before);
    expect(readFileSync(join(farm.folder, 'plain/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
  });

  test('a variant takes a place and gives it back', async () => {
    farm.plant('shrunk-later', 'shrunk');
    expect(await lines('shrunk', 'rev-list', '--count', 'HEAD')).toEqual(['24']);
    farm.plant('shrunk');
    expect(await lines('shrunk', 'rev-list', '--count', 'HEAD')).toEqual(['60']);
  });
});

describe('over the loopback', () => {
  test('plain clones without trees, at depth 1 and by id', async () => {
    expect(await clone('plain', 'history', '--filter=tree:0')).toEqual({ code: 0, out: '', error: '' });
    const objects = (await git(['-C', 'history', 'rev-list', '--all', '--objects', '--missing=print'])).out;
    expect(objects).toMatch(/^\?/m);
    expect(await clone('plain', 'content', '--depth=1')).toEqual({ code: 0, out: '', error: '' });
    expect((await git(['-C', 'content', 'cat-file', 'blob', 'HEAD:LICENSE'])).out).toMatch(/^MIT License\n/);
    const root = (await git(['-C', 'history', 'rev-list', '--max-parents=0', 'HEAD'])).out.trim();
    expect((await git(['-C', 'content', 'cat-file', '-e', root])).code).not.toBe(0);
    expect((await git(['-C', 'content', 'fetch', '--quiet', '--depth=1', farm.url('plain'), root])).code).toBe(0);
    expect((await git(['-C', 'content', 'cat-file', '-e', root])).code).toBe(0);
  });

  test('a request longer than a kilobyte, which git compresses, is understood', async () => {
    await clone('many-tags', 'many');
    expect((await git(['-C', 'many', 'tag', '--list'])).out.trim().split('\n')).toHaveLength(10_000);
    await clone('shrunk', 'ids', '--filter=tree:0');
    const ids = (await git(['-C', 'ids', 'rev-list', 'HEAD'])).out.trim().split('\n');
    await git(['init', '--quiet', '--bare', 'wanted']);
    const fetched = await git(['-C', 'wanted', 'fetch', '--quiet', '--depth=1', farm.url('shrunk'), ...ids]);
    expect(fetched).toEqual({ code: 0, out: '', error: '' });
  });

  test('a heavy repository is built when it is first asked for', async () => {
    expect(existsSync(join(farm.folder, 'huge-license'))).toBe(false);
    expect((await git(['ls-remote', '--', farm.url('huge-license'), 'HEAD'])).out).toMatch(/^[0-9a-f]{40}\tHEAD\n$/);
    expect(await lines('huge-license', 'cat-file', '-s', 'HEAD:LICENSE')).toEqual(['60000000']);
  });

  test('an unknown name is not found', async () => {
    expect((await clone('nowhere', 'nowhere')).error).toContain("/nowhere/' not found");
    expect((await clone('__proto__', 'proto')).error).toContain("/__proto__/' not found");
  });
});

describe('hostile answers', () => {
  const ends: Readonly<Record<string, RegExp>> = {
    moved: /returned error: 301$/m,
    'moved-inside': /returned error: 302$/m,
    gone: /^remote: Not Found\nfatal: repository '.*' not found$/m,
    private: /^fatal: could not read Username for '.*': terminal prompts disabled$/m,
    forbidden: /returned error: 403$/m,
    'rate-limited': /returned error: 429$/m,
    'server-error': /^remote: ::error::pwned\n[\s\S]*returned error: 500$/m,
    'login-page': /^warning: You appear to have cloned an empty repository\.$/m,
    reset: /Empty reply from server$/m,
    garbage: /^fatal: protocol error: bad line length character/m,
    truncated: /^fatal: Could not read from remote repository\.$/m,
    'no-pack': /^fatal: remote error: upload-pack: not our ref/m,
    'bad-lines': /^fatal: malformed response in ref list/m,
    'stderr-injection': /^fatal: remote error: ::error::pwned$/m,
    'progress-injection': /^remote: ::error::pwned/m,
    'cut-pack': /^fatal: protocol error: bad pack header$/m,
    'huge-count': /^fatal: fetch-pack: invalid index-pack output$/m,
    'missing-blob': /^remote: aborting due to possible repository corruption on the remote side/m,
    'missing-tree': /^remote: fatal: bad tree object/m,
    'missing-commit': /^fatal: remote error: upload-pack: not our ref/m,
    empty: /^warning: You appear to have cloned an empty repository\.$/m,
  };

  test.each(Object.entries(ends))('%s: git says %s', async (name, message) => {
    expect((await clone(name, `end-${name}`, '--depth=1')).error).toMatch(message);
  });

  const endless = ['hang', 'drip', 'infinite', 'slow-pack', 'huge-pack-endless'];

  test.each(endless)('%s does not end by itself', async (name) => {
    const { code } = await git(['clone', '--quiet', '--bare', '--', farm.url(name), `endless-${name}`], 1_500);
    expect(code).toBeNull();
    rmSync(join(work, `endless-${name}`), { recursive: true, force: true });
  });

  test('a partial clone of a shallow server asks forever, unless it names a depth', async () => {
    const partial = ['clone', '--quiet', '--bare', '--filter=tree:0'];
    expect((await git([...partial, '--', farm.url('shallow'), 'asking'], 1_500)).code).toBeNull();
    expect((await git([...partial, '--depth=1000000', '--', farm.url('shallow'), 'told'])).code).toBe(0);
    expect((await git(['-C', 'told', 'rev-parse', '--is-shallow-repository'])).out).toBe('true\n');
    expect((await git(['-C', 'told', 'rev-list', '--count', 'HEAD'])).out).toBe('3\n');
  });

  test('a small answer unpacks to half a gigabyte', async () => {
    const response = await fetch(`${farm.local('gzip-bomb')}/info/refs`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    await response.body?.cancel();
  });

  test('every one is tried', () => {
    const tried = [...Object.keys(ends), ...endless, 'gzip-bomb', 'bad-refs'];
    expect(Object.keys(hostile).filter((name) => !tried.includes(name))).toEqual([]);
  });

  test('refs with names that leave the folder come with a whole pack', async () => {
    const { code, error } = await clone('bad-refs', 'inner/bad-refs');
    expect({ code, error }).toEqual({ code: 0, error: expect.stringContaining('Ignoring funny ref') });
    expect(readdirSync(join(work, 'inner'))).toEqual(['bad-refs']);
  });

  test('nobody came to the host that nobody may reach', () => {
    expect(farm.requests.filter(({ server }) => server === 'elsewhere')).toEqual([]);
  });
});

test('close ends open answers and removes every file', async () => {
  const own = await startFarm(['plain']);
  const open = fetch(`${own.local('hang')}/info/refs`).then(
    () => 'answered',
    () => 'ended',
  );
  const dripping = await fetch(`${own.local('drip')}/info/refs`);
  await own.close();
  expect(await open).toBe('ended');
  await expect(dripping.text()).rejects.toThrow();
  expect(existsSync(dirname(own.folder))).toBe(false);
});
