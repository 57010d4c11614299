import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { httpsOnly, openGit } from '../../../../scripts/enrich/git/access.ts';
import { classifyFailure } from '../../../../scripts/enrich/git/failure.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofsheet-git-'));
  for (const name of ['bin', 'home']) mkdirSync(join(folder, name));
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH']}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program in place of git, and says what is made of its failure. */
async function failureOf(script: string, seconds: number, signal: AbortSignal): Promise<string> {
  const program = join(folder, 'bin/git');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  const bounds = { signal, seconds, outputBytes: 10_000, records: null };
  const git = openGit({ folder, emptyHome: join(folder, 'home'), access: httpsOnly, bounds });
  const error: unknown = await git.raw('fetch').catch((found: unknown) => found);
  const { state, message } = classifyFailure(error);
  return `${state}: ${message}`;
}

const broken = 'echo "fatal: early EOF. fatal: remote error: upload-pack: not our ref 1234" >&2';

test('git that is killed by its limit of time was too slow, whatever it printed', async () => {
  const found = await failureOf(`${broken}\nexec sleep 30`, 1, new AbortController().signal);
  expect(found).toBe('unreachable: did not answer in time');
});

test('git that fails while it is being ended was too slow', async () => {
  const end = new AbortController();
  setTimeout(() => end.abort(), 500);
  const found = await failureOf(`trap '${broken}; exit 128' TERM\nsleep 5 & wait`, 20, end.signal);
  expect(found).toBe('unreachable: did not answer in time');
});

test('git that fails by itself is judged by what it printed', async () => {
  const found = await failureOf(`${broken}\nexit 128`, 20, new AbortController().signal);
  expect(found).toMatch(/^broken: /);
});
