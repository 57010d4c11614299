import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Contender, prepareContenders, requireEqualOutput } from './contenders.ts';
import { runMeasured } from './cpu.ts';
import { makeFrameworks } from './registry.ts';

/**
 * `npm run bench:build [sizes…]`: what a build of made registries costs beside other generators that make a page and a JSON file of
 * each framework and one table of all. Runs alternate; printed are medians of processor time and of the ratios of each round, with the
 * least and the most. Proofsheet makes more of the same data: search, comparisons, CSV, feeds, one picture.
 */

const rounds = 3;
const folder = resolve(import.meta.dirname, '../../../.cache/bench');
const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : [14, 60, 1000]) benchmarkSize(size);

function benchmarkSize(size: number): void {
  const frameworks = makeFrameworks(size);
  const contenders = prepareContenders(join(folder, String(size)), frameworks);
  for (const one of contenders) {
    runMeasured(one.command, one.folder);
    requireEqualOutput(one, frameworks);
  }
  print(`${size} frameworks`, ['CPU s', 'ratio to hugo cold', 'ratio to node -e 0']);
  const taken = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    keep(taken, 'node -e 0', runMeasured([process.execPath, '-e', '0'], folder).cpuSeconds);
    for (const one of contenders) runRound(one, round, taken);
  }
  const [hugo, node] = [taken.get('hugo cold') ?? [], taken.get('node -e 0') ?? []];
  for (const [what, seconds] of taken)
    print(what, [median(seconds).toFixed(3), ratios(seconds, hugo), ratios(seconds, node)]);
}

function runRound(one: Contender, round: number, taken: Map<string, number[]>): void {
  for (const path of [one.out, ...one.caches]) rmSync(join(one.folder, path), { recursive: true, force: true });
  keep(taken, `${one.name} cold`, runMeasured(one.command, one.folder).cpuSeconds);
  keep(taken, `${one.name} unchanged`, runMeasured(one.command, one.folder).cpuSeconds);
  const edited = join(one.folder, one.edited);
  writeFileSync(edited, readFileSync(edited, 'utf8').replace(/^summary: .*$/m, `summary: Edited in round ${round}.`));
  keep(taken, `${one.name} one edit`, runMeasured(one.command, one.folder).cpuSeconds);
}

function keep(taken: Map<string, number[]>, what: string, seconds: number): void {
  taken.set(what, [...(taken.get(what) ?? []), seconds]);
}

/** The median of the ratios of each round, with the least and the most. */
function ratios(seconds: readonly number[], yardstick: readonly number[]): string {
  const each = seconds.map((one, round) => one / (yardstick[round] ?? Number.NaN)).sort((a, b) => a - b);
  if (each.some(Number.isNaN)) return '–';
  return `${median(each).toFixed(2)} (${each[0]?.toFixed(2)}–${each.at(-1)?.toFixed(2)})`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(what: string, columns: readonly string[]): void {
  process.stdout.write(`${what.padEnd(24)}${columns.map((column) => column.padStart(22)).join('')}\n`);
}
