import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Observation, observeRepository } from '../../enrich/git/observe.ts';
import { readLicenseList } from '../../enrich/licenses/read.ts';
import { median, print } from './measure.ts';

/**
 * What enriching a repository of 30,000 commits costs beside the transfer, and what an unchanged one costs. Prints ratios to a
 * yardstick of the same run: git listing the same commits once, in a process of its own.
 */

const now = 1_790_000_000;
const folder = mkdtempSync(join(tmpdir(), 'proofsheet-bench-'));
try {
  await measure(makeRepository(30_000));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(repository: string): Promise<void> {
  const home = join(folder, 'home');
  mkdirSync(home);
  const url = 'https://github.com/bench/thirty-thousand';
  const allow = '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n';
  writeFileSync(join(home, '.gitconfig'), `[url "file://${repository}"]\n\tinsteadOf = ${url}\n${allow}`);
  const list = await readLicenseList();
  const observe = async (previous: Observation | null): Promise<Observation> => {
    const work = mkdtempSync(join(folder, 'work-'));
    const facts = { framework: 'bench', repository: url, failure: null, file: '' };
    return observeRepository(
      {
        ...{ framework: 'bench', repository: url, templates: ['v{semver}'], days: [], hosts: ['github.com'] },
        asked: ['self.poll', 'waits', 'nowhere'].map((pattern) => ({ pattern, in: 'source' as const })),
        ...{ previous: previous === null ? null : { ...facts, seen: previous.seen }, accepted: false },
      },
      {
        ...{ now, folder: work, access: { protocols: 'file', home }, detect: async () => list },
        ...{ timeoutSeconds: 120, signal: new AbortController().signal },
      },
    );
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const yardstick = await median(() => git('log', '--format=%H %P %at %ct %an %ae', 'HEAD'));
  const first = await observe(null);
  if (first.outcome !== 'fresh') throw new Error(`the repository is ${first.outcome}: ${first.failure?.detail}`);
  const fresh = await median(() => observe(null));
  const transfer = await median(() => transferOnly(repository));
  const unchanged = await median(() => observe(first));
  const refs = await median(() => git('ls-remote', '--symref', `file://${repository}`));
  print('git lists the commits (yardstick)', yardstick, yardstick);
  print('fresh, in all', fresh, yardstick);
  print('the two transfers alone', transfer, yardstick);
  print('local work (fresh without transfers)', fresh - transfer, yardstick);
  print('unchanged', unchanged, refs);
  print('git ls-remote (its yardstick)', refs, refs);
}

function transferOnly(repository: string): void {
  const to = mkdtempSync(join(folder, 'transfer-'));
  const git = (name: string, ...args: readonly string[]): void => {
    execFileSync('git', ['-C', join(to, name), ...args], { stdio: 'ignore' });
  };
  for (const [name, ...args] of [
    ['history', '--filter=tree:0'],
    ['contents', '--depth=1'],
  ] as const) {
    mkdirSync(join(to, name));
    git(name, 'init', '--quiet', '--bare', '.');
    git(name, 'remote', 'add', 'origin', `file://${repository}`);
    git(name, 'fetch', '--quiet', '--no-tags', ...args, 'origin', '+HEAD:refs/heads/head');
  }
}

/** A bare repository with so many commits by 200 people over some years, and a tree of 400 files of source. */
function makeRepository(commits: number): string {
  const repository = join(folder, 'repository.git');
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  const line = 'def poll(self): return self.epoll.poll()  # waits\n';
  const blob = `blob\nmark :1\ndata ${line.length * 200}\n${line.repeat(200)}\n`;
  const parts = [blob];
  for (let index = 0; index < commits; index += 1) {
    const person = `person-${index % 200} <person-${index % 200}@example.org> ${1_300_000_000 + index * 10_000} +0000`;
    const files =
      index === 0
        ? Array.from({ length: 400 }, (_, file) => `M 100644 :1 src/module_${file % 20}/file_${file}.py\n`).join('')
        : '';
    parts.push(`commit refs/heads/main\nauthor ${person}\ncommitter ${person}\ndata 4\nwork\n${files}\n`);
  }
  execFileSync('git', ['-C', repository, 'fast-import', '--quiet'], { input: parts.join('') });
  const settings = { 'uploadpack.allowFilter': 'true', 'uploadpack.allowAnySHA1InWant': 'true' };
  for (const [name, value] of Object.entries(settings)) execFileSync('git', ['-C', repository, 'config', name, value]);
  execFileSync('git', ['-C', repository, 'symbolic-ref', 'HEAD', 'refs/heads/main']);
  return repository;
}
