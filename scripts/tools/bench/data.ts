import { execFileSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runMeasured, type Usage } from './cpu.ts';
import { measured, writeRows } from './rows.ts';

/**
 * `npm run bench:data [thousands of rows]`: what it costs to read, check and aggregate made runs, few sweeps of many repeats and many
 * of few, beside DuckDB (from npm) on the same files. Both must find the same medians of nine measures. Runs alternate.
 */

const rounds = 3;
const rates = 87;
const rows = Number(process.argv[2] ?? 1000) * 1000;
const folder = resolve(import.meta.dirname, '../../../.cache/bench');
const peer = resolve(import.meta.dirname, '../peers/duckdb');
const modules = join(folder, 'duckdb');

installDuckDb();
compare('deep', 1, Math.floor(rows / rates));
compare('wide', Math.floor(rows / rates / 3), 3);

function installDuckDb(): void {
  if (existsSync(join(modules, 'node_modules'))) return;
  cpSync(join(peer, 'package.json'), join(modules, 'package.json'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: modules, stdio: 'ignore' });
}

function compare(name: string, sweeps: number, repeats: number): void {
  const project = join(folder, `data-${name}`);
  writeRows(project, sweeps, repeats);
  const run = join(project, 'data/made/runs/2026-01-01-made');
  const node = process.execPath;
  const ours = [node, join(import.meta.dirname, 'medians.ts'), project, ...measured];
  const theirs = [node, join(peer, 'medians.js'), join(modules, 'package.json'), run, ...measured];
  const taken: { ours: Usage; theirs: Usage }[] = [];
  for (let round = 0; round < rounds; round += 1)
    taken.push({ ours: runMeasured(ours, folder), theirs: runMeasured(theirs, folder) });
  if (taken.some((one) => one.ours.output !== one.theirs.output)) throw new Error('the medians differ');
  const cpu = (of: (one: (typeof taken)[number]) => number): string => {
    const sorted = taken.map(of).sort((a, b) => a - b);
    return `${sorted[1]?.toFixed(2)} (${sorted[0]?.toFixed(2)}–${sorted.at(-1)?.toFixed(2)})`;
  };
  process.stdout.write(`${name}: ${sweeps} sweeps, ${sweeps * rates * repeats} rows, equal medians\n`);
  process.stdout.write(
    `  CPU s: ${cpu((one) => one.ours.cpuSeconds)}, DuckDB ${cpu((one) => one.theirs.cpuSeconds)}\n`,
  );
  process.stdout.write(`  ratio: ${cpu((one) => one.ours.cpuSeconds / one.theirs.cpuSeconds)}\n`);
}
