import { describe, expect, test } from 'vitest';
import { check } from '../../scripts/build.ts';
import { inMemory, outputsOf, readFixture } from '../support/project.ts';

describe('a comparison with a second key', async () => {
  const outputs = await outputsOf(inMemory(readFixture('second-key')));
  const text = (path: string): string => outputs.get(path) ?? '';

  test('has a figure for each size, and says in all its forms of which it is', () => {
    for (const kib of ['1', '64']) {
      const name = `figures/load-latency-${kib}-kib`;
      expect(text(`${name}.svg`)).toContain(`(${kib} KiB)`);
      expect(text(`${name}.md`)).toContain(`Payload: ${kib} KiB.`);
      expect(text(`${name}.csv`)).toContain(`"ash",${kib},100,"latency_ms"`);
    }
    expect(text('figures/load-share.svg')).toContain('share answered (64 KiB)');
  });

  test('never takes two sizes for repeats of one', () => {
    const page = text('benchmarks/load/index.html');
    expect(page).toContain('1.28 ms (1.26–1.31)');
    expect(page).toContain('0.233 ms (0.229–0.238)');
  });

  test('charges no server with what the generator could not send', () => {
    expect(text('figures/load-share.md')).toContain('| Birch | 100\u202f% | 100\u202f% | 100\u202f% |');
    expect(text('figures/load-held.md')).toContain('| Birch (64 KiB) | ≥ 200/s | 200 or more |');
  });

  test('shows which steps do not add up, and which came late', () => {
    const page = text('benchmarks/load/index.html');
    expect(page).toContain('Cedar at 200/s, 1 KiB, repeat 2, rejected: 2,000 attempted, but 1,850 answered');
    expect(page).toContain('Ash at 400/s, 64 KiB, repeat 2, disturbed: the load generator was 31 ms behind its plan');
    const csv = text('api/v1/benchmarks/load/2026-01-10-laptop.csv').split('\r\n');
    expect(csv.filter((line) => line.includes('"rejected"'))).toHaveLength(1);
  });

  test('prints numbers in the API as they were written', () => {
    expect(text('api/v1/benchmarks/load/2026-01-10-laptop.csv')).toContain('0.57200000000000006');
  });

  test('compares programs under the same setting alone', () => {
    const page = text('compare/ash-vs-birch/index.html');
    expect(page).toContain('Response time at 100/s (64 KiB)');
    expect(page).not.toMatch(/Ash \(1 KiB\)[^.]*Birch \(64 KiB\)[^.]*(?:is higher|told apart)/);
  });

  test('says of which size a badge is', () => {
    const files = readFixture('second-key');
    const bare = { ...files, 'data/site.yaml': files['data/site.yaml']?.replace(', fix: {payload_kib: 1}', '') ?? '' };
    expect(check(inMemory(bare)).issues.map(({ rule }) => rule)).toContain('setting-missing');
  });
});

describe('a comparison by numbers, of forty-seven', async () => {
  const outputs = await outputsOf(inMemory(readFixture('numeric-features')));

  test('shows them with separators and units, and as numbers to programs', () => {
    expect(outputs.get('matrix/index.html')).toContain('1,084.62 °C');
    const { claims } = JSON.parse(outputs.get('api/v1/frameworks/neon.json') ?? '{}');
    expect(claims['melting-point'][0].value).toBe(-248.59);
    expect(outputs.get('api/v1/claims.csv')).toContain('"neon","melting-point",-248.59,');
  });

  test('can be filtered by bounds, and asks no question that nobody can answer', () => {
    const page = outputs.get('matrix/index.html') ?? '';
    expect(page).toContain('name="melting-point.least" step');
    expect(page).toContain('name="mass.most" min="0"');
    expect(page).not.toContain('name="price.');
    expect(page).toContain('<option value="mass.least">Atomic mass</option>');
  });

  test('says from where to where they go', () => {
    expect(outputs.get('features/index.html')).toContain('Known for 47 of 47, from -259.16 to 2,623 °C.');
  });
});
