import { expect, test } from 'vitest';
import { readBenchOptions } from '../../../scripts/bench/options.ts';

test('leaves to the workload what is not asked for', () => {
  const read = readBenchOptions(['knocks', '--root', '/project']);
  expect(read).toMatchObject({
    benchmark: 'knocks',
    update: false,
    root: '/project',
    out: '/project/data',
    generator: 'own',
  });
  expect(read).toMatchObject({
    only: null,
    scenario: null,
    rates: null,
    repeats: null,
    durationS: null,
    share: null,
    seed: 1,
  });
});

test('reads what is asked for', () => {
  const words = [
    '--only',
    'one,two',
    '--rates',
    '400:600:100',
    '--repeats',
    '3',
    '--duration',
    '0.5',
    '--share',
    '0.25',
    '--quick',
  ];
  expect(readBenchOptions(['knocks', ...words])).toMatchObject({
    ...{ only: ['one', 'two'], rates: [400, 500, 600], repeats: 3, durationS: 0.5, share: 0.25, quick: true },
  });
  expect(readBenchOptions(['update'])).toMatchObject({ update: true, benchmark: '' });
  expect(readBenchOptions(['update', 'knocks'])).toMatchObject({ update: true, benchmark: 'knocks' });
});

test.each([
  [[], 'Usage'],
  [['--help'], 'Usage'],
  [['knocks', 'more'], 'Usage'],
  [['knocks', '--share', '2'], '--share is `2`'],
  [['knocks', '--rates', 'all'], '--rates is `all`'],
  [['knocks', '--repeats', '0'], '--repeats is `0`'],
  [['knocks', '--testbed', 'My Machine'], '--testbed is'],
  [['knocks', '--generator', 'wrk'], '--generator is `wrk`'],
  [['knocks', '--fast'], '--fast'],
])('refuses %j', (words, message) => {
  expect(() => readBenchOptions(words)).toThrow(message);
});
