import { afterEach, expect, test, vi } from 'vitest';
import { showPrograms } from '../../../../templates/parts/program/view.ts';

const text = 'import sys\n\n\ndef answer(number):\n    return b"Pong!" if number > 1 else None\n';
const sets = [
  {
    benchmark: 'ping',
    written: '2026-11-25',
    note: null,
    file: 'programs.yaml',
    ...{ classes: [], runtimes: [], unavailable: [] },
    programs: [
      {
        ...{ id: 'one', label: 'one', framework: null, class: null, style: null, runtime: null, packages: new Map() },
        ...{ build: null, command: 'python3 one.py', commands: new Map(), sweeps: [], cannot: [], note: null },
        files: [{ file: 'one.py', text }],
      },
    ],
  },
];

afterEach(() => vi.restoreAllMocks());

test('programs are colored alike on a machine so busy that the clock runs away', async () => {
  const usual = await colored();
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
  expect(await colored()).toEqual(usual);
  expect(JSON.stringify(usual)).toContain('"keyword"');
});

async function colored(): Promise<unknown> {
  const cache = { read: () => null, write: () => undefined, readBytes: () => null, writeBytes: () => undefined };
  const shown = await showPrograms(sets, { benchmarks: [] }, { cache, hash: String });
  return shown.map(({ compared }) => compared.files);
}
