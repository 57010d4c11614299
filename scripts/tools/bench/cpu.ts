import { spawnSync } from 'node:child_process';

/** What a process and those that it waited for used. */
export interface Usage {
  /** What it printed. */
  readonly output: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/**
 * Runs a command and returns what it used. Throws if it fails. The shell's `times` counts what Node does not: the processor time of a
 * process that has ended.
 */
export function runMeasured(command: readonly string[], cwd: string): Usage {
  const started = performance.now();
  const script = '"$@" 2>/dev/null || exit 1; echo; times';
  const { status, stdout } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wallSeconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(' ')} failed in ${cwd}`);
  const lines = stdout.trimEnd().split('\n');
  const [, ofCommand = ''] = lines.splice(-2);
  const parts = [...ofCommand.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return { output: lines.join('\n').trimEnd(), cpuSeconds: parts.reduce((sum, part) => sum + part, 0), wallSeconds };
}
