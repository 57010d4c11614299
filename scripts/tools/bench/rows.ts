import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const measures = Array.from({ length: 9 }, (_, at) => `m${at + 1}`);

/** The columns of made runs that are measured. */
export const measured: readonly string[] = measures;

/** Writes a project with one benchmark: so many sweeps of 87 rates, each repeated so often. */
export function writeRows(folder: string, sweeps: number, repeats: number): void {
  rmSync(folder, { recursive: true, force: true });
  const run = join(folder, 'data/made/runs/2026-01-01-made');
  for (const one of ['frameworks', run.slice(folder.length + 1)]) mkdirSync(join(folder, one), { recursive: true });
  writeFileSync(join(folder, 'data/site.yaml'), site);
  writeFileSync(join(folder, 'data/sources.yaml'), '{}\n');
  writeFileSync(join(folder, 'data/features.yaml'), features);
  writeFileSync(join(folder, 'data/made/benchmark.yaml'), benchmark);
  writeFileSync(join(run, 'run.yaml'), runYaml);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    writeFileSync(
      join(folder, `frameworks/s${sweep}.yaml`),
      `name: S${sweep}\ncategory: all\nlanguage: C\nclaims: {}\n`,
    );
    writeFileSync(join(run, `s${sweep}.csv`), sweepCsv(sweep, repeats));
  }
}

function sweepCsv(sweep: number, repeats: number): string {
  const lines = [`repeat,rate,${measures.join(',')}`];
  for (let rate = 1; rate <= 87; rate += 1)
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const cells = measures.map((_, at) => ((rate * 7919 + repeat * 104_729 + sweep * 31 + at * 271) % 100_003) / 10);
      lines.push(`${repeat},${rate * 50},${cells.join(',')}`);
    }
  return `${lines.join('\n')}\n`;
}

const site = `title: Made runs
tagline: Rows that measure the generator.
url: https://bench.example
base: /
license: {label: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}
repository: https://github.com/example/bench
branch: main
categories: [{id: all, label: All}]
editions: [{id: now, label: Now}]
navigation: [{label: Matrix, path: matrix/}]
`;

const features = `groups: [{id: all, label: All}]
features:
  - {id: one, label: One, short: One, question: Has it one?, group: all, kind: support}
`;

const benchmark = `title: Made
summary: Made numbers.
workload: Made numbers.
axis: rate
key: [repeat, rate]
repeat: repeat
measures:
  - {id: repeat, label: Repeat}
  - {id: rate, label: Rate, unit: /s}
${measures.map((id) => `  - {id: ${id}, label: ${id}, unit: ms, better: lower}\n`).join('')}charts: []
`;

const runYaml = `date: 2026-01-01
title: Made
condition: quiet
caveats: []
by: nobody
testbed: {CPU: made}
generator: {program: made}
parameters: {repeats: made}
`;
