import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '../../../scripts/domain/limits.ts';
import { parseCsv } from '../../../scripts/load/csv.ts';
import { decodeText } from '../../../scripts/load/text.ts';
import { parseYaml } from '../../../scripts/load/yaml.ts';
import { diskEffects } from '../../../scripts/platform/effects.ts';
import { renderMarkdown } from '../../../scripts/render/markdown.ts';
import { readDirectives } from '../../../scripts/validate/directives.ts';
import { bytesOf, rulesOf } from '../../support/samples.ts';

/** As many copies as a file may hold. */
const fill = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));

// Each of these took minutes, or never ended, where the work grew with the square of the file.
describe('a file as large as allowed costs an issue and not a build', { timeout: 20_000 }, () => {
  test('nothing but control characters', () => {
    const { text, issues } = decodeText('a.csv', bytesOf(fill('\0\n', limits.csvBytes)), limits.csvBytes);
    expect(text).toBeNull();
    expect(issues.length).toBe(limits.printedIssues);
  });

  test('nothing but carriage returns', () => {
    const { table, issues } = parseCsv('a.csv', bytesOf(fill('\r', limits.csvBytes)));
    expect(table).toBeNull();
    expect(issues.length).toBe(limits.printedIssues);
  });

  test('a mapping of a line with as many keys as fit', () => {
    const keys = Array.from({ length: 18_000 }, (_, index) => `k${index}: `);
    const { issues } = parseYaml('a.yaml', bytesOf(`{${keys.join(',').slice(0, limits.yamlBytes - 2)}}`));
    expect(rulesOf(issues)).toContain('yaml-limit');
  });

  test.each([
    ['directives that never end', ':a{'],
    ['an attribute without a value', 'a'],
  ])('%s', (_name, part) => {
    const text = `:a{${fill(part, limits.pageBytes)}\n:a{${fill(part, limits.pageBytes)}}`;
    expect(readDirectives({ file: 'a.md', text }).every(({ attributes }) => attributes.size === 0)).toBe(true);
  });
});

describe('a damaged cache', () => {
  const root = mkdtempSync(join(tmpdir(), 'proofsheet-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const page = { file: 'a.md', text: '# A\n\nText.\n' };
  const damages: readonly (readonly [string, (entry: Buffer) => Buffer])[] = [
    ['cut short', (entry) => entry.subarray(0, entry.length - 5)],
    ['cut to nothing', () => Buffer.alloc(0)],
    ['cut inside the digest', (entry) => entry.subarray(0, 7)],
    [
      'with a bit changed',
      (entry) => Buffer.concat([entry.subarray(0, 60), Buffer.of((entry[60] ?? 0) ^ 1), entry.subarray(61)]),
    ],
    ['of another kind', () => Buffer.from('{"title":"B","bodyHtml":"<script>","embeds":[]}')],
  ];

  test.each(damages)('is a cache that misses: an entry %s', async (_name, damage) => {
    const effects = diskEffects(root, root, null, () => {});
    const fresh = await renderMarkdown(page, '/', effects);
    const file = join(root, '.cache/prose', readdirSync(join(root, '.cache/prose'))[0] ?? '');
    const whole = readFileSync(file);
    writeFileSync(file, damage(whole));
    expect(await renderMarkdown(page, '/', effects)).toEqual(fresh);
    expect(readFileSync(file)).toEqual(whole);
  });

  test('is read where it is whole', () => {
    const { cache } = diskEffects(root, root, null, () => {});
    cache.writeBytes('png/a.png', Uint8Array.of(1, 2, 3));
    expect(cache.readBytes('png/a.png')).toEqual(Buffer.of(1, 2, 3));
    expect(cache.readBytes('png/b.png')).toBeNull();
  });
});
