import { beforeAll, describe, expect, test } from 'vitest';
import { inMemory, outputsOf, readFixture, realEffects } from '../../support/project.ts';

describe.each([
  ['the real project', realEffects],
  ['another comparison', () => inMemory(readFixture('json-parsers'))],
])('llms.txt of %s', (_, effects) => {
  let outputs: ReadonlyMap<string, string>;
  let lines: readonly string[];
  beforeAll(async () => {
    outputs = await outputsOf(effects());
    lines = (outputs.get('llms.txt') ?? '').trimEnd().split('\n');
  });

  test('has a title, a summary, and sections of links only', () => {
    expect(lines[0]).toMatch(/^# \S/);
    expect(lines[2]).toMatch(/^> \S/);
    const sections = lines.slice(lines.findIndex((line) => line.startsWith('## ')));
    expect(sections.filter((line) => !/^(?:|## \S.*|- \[.+\]\(https:\/\/\S+\): \S.*)$/.test(line))).toEqual([]);
  });

  test('leads to files that exist', () => {
    const index = JSON.parse(outputs.get('api/v1/index.json') ?? '') as { url: string };
    const urls = lines.flatMap((line) => /^- \[.+?\]\((https:\/\/[^)]+)\): /.exec(line)?.[1] ?? []);
    expect(urls.length).toBeGreaterThan(15);
    const missing = urls.filter((url) => {
      const path = url.slice(index.url.length);
      return !outputs.has(path.endsWith('/') ? `${path}index.html` : path);
    });
    expect(missing).toEqual([]);
  });
});
