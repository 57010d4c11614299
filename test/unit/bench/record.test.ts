import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nameRun, type RunText, writeRunFile } from '../../../scripts/bench/plan/run-file.ts';
import { completeSteps, writeRun } from '../../../scripts/bench/record.ts';
import { openState, type StepRecord, triedOf } from '../../../scripts/bench/state.ts';
import { benchmark } from '../../support/samples.ts';

const run: RunText = {
  date: '2026-11-27',
  title: 'A run: quoted where it must be',
  condition: 'quiet',
  by: 'me',
  supersedes: null,
  ceiling: 20000,
  share: 0.25,
  testbed: [{ label: 'CPU', value: 'two: of them' }],
  generator: [],
  parameters: [{ label: 'repeats', value: '2' }],
  caveats: ['One thing: is wrong.'],
  sweeps: [
    {
      ...{ id: 'one', label: 'One', framework: null, version: null, runtime: 'CPython 3', style: null },
      ...{ scenario: 'request', class: 'raw TCP', program: 'abc', note: null },
    },
  ],
};
const columns = new Map([
  ['repeat', 'repeat'],
  ['rate', 'attemptedRate'],
  ['achieved', 'achievedRate'],
]);

function stepOf(repeat: number, step: number, more: Partial<StepRecord> = {}): StepRecord {
  const quantities = { repeat, attemptedRate: step, achievedRate: step };
  const base = { kind: 'step', program: 'one', attempt: 1, held: true, disturbance: null, rejected: false } as const;
  return { ...base, repeat, step, quantities, latencyUs: [[100, 3]], ...more };
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  writeFileSync(join(folder, 'benchmark.yaml'), 'title: Knocks\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a run is written whole, and never over another', () => {
  const steps = new Map([['one', [stepOf(1, 500), stepOf(2, 500), stepOf(2, 600, { rejected: true })]]]);
  const place = { out: join(folder, 'data'), cache: join(folder, 'cache'), testbed: 'here' };
  const path = writeRun(run, steps, { benchmark, described: join(folder, 'benchmark.yaml'), columns }, place);
  expect(path).toBe(join(folder, 'data/knocks/runs/2026-11-27-here'));
  expect(readdirSync(path).sort()).toEqual(['latencies.jsonl.gz', 'one.csv', 'run.yaml']);
  // Nothing counts the attempts here, so what was taken again has no row.
  expect(readFileSync(join(path, 'one.csv'), 'utf8')).toBe('repeat,rate,achieved\n1,500,500\n2,500,500\n');
  expect(readFileSync(join(path, 'run.yaml'), 'utf8')).not.toContain('supersedes');
  expect(gunzipSync(readFileSync(join(path, 'latencies.jsonl.gz'))).toString()).toContain('"latencyUs":[[100,3]]');
  expect(writeRun(run, steps, { benchmark, described: join(folder, 'benchmark.yaml'), columns }, place)).toBe(
    `${path}-2`,
  );
  expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  expect(readFileSync(join(folder, 'data/knocks/benchmark.yaml'), 'utf8')).toBe('title: Knocks\n');
});

test('a run that the checks refuse is not written', () => {
  const steps = new Map([['one', [stepOf(1, 500), stepOf(1, 500)]]]);
  const place = { out: join(folder, 'data'), cache: join(folder, 'cache'), testbed: 'here' };
  expect(() => writeRun(run, steps, { benchmark, described: join(folder, 'benchmark.yaml'), columns }, place)).toThrow(
    'csv-duplicate',
  );
  expect(readdirSync(folder)).toEqual(['benchmark.yaml']);
});

test('only repeats that went to the end count', () => {
  const state = openState(join(folder, 'state'));
  state.add(stepOf(1, 500));
  state.add({ kind: 'end', program: 'one', repeat: 1, crash: null });
  state.add(stepOf(2, 500));
  expect(completeSteps(state).get('one')).toEqual([stepOf(1, 500)]);
});

test('an interrupted run goes on behind its last whole line', () => {
  const path = join(folder, 'state');
  const state = openState(path);
  state.setHead({ started: '2026-11-27T00:00:00Z', ceiling: 5, written: null });
  state.add(stepOf(1, 500));
  state.add(stepOf(1, 600, { rejected: true }));
  const file = join(path, 'steps.jsonl');
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  const cut = openState(path);
  cut.add(stepOf(1, 500));
  expect(cut.steps()).toHaveLength(1);
  expect(openState(path).head()).toEqual({ started: '2026-11-27T00:00:00Z', ceiling: 5, written: null });
  expect(triedOf(state.steps(), 'one', 1)).toEqual([stepOf(1, 500)]);
  expect(text.endsWith('\n')).toBe(true);
  state.forget();
  expect(openState(path).head()).toBeNull();
});

test('a run’s name is the first that is free', () => {
  expect(nameRun('2026-11-27', 'epyc', [])).toBe('2026-11-27-epyc');
  expect(nameRun('2026-11-27', 'epyc', ['2026-11-27-epyc', '2026-11-27-epyc-2'])).toBe('2026-11-27-epyc-3');
});

test('what is not known is left out of the description', () => {
  const text = writeRunFile({ ...run, ceiling: null });
  expect(text).not.toMatch(/null|ceiling|framework|version/);
  expect(text).toContain('CPU: "two: of them"');
});
