import { describe, expect, test } from 'vitest';
import { build } from '../../scripts/build.ts';
import { printIssue } from '../../scripts/domain/issue.ts';
import { inMemory, readFixture } from '../support/project.ts';

const first = 'data/parse/runs/2026-01-10-laptop';
const second = 'data/parse/runs/2026-05-01-laptop';

async function outputsOf(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const { outputs, issues } = await build(inMemory(files));
  if (outputs === null) throw new Error(issues.map(printIssue).join('\n'));
  return new Map(outputs.map(({ path, content }) => [path, Buffer.from(content).toString('latin1')]));
}

/** The fixture, and the same with a run of four months later, in which everything is faster. */
function beforeAndAfter(): readonly [Record<string, string>, Record<string, string>] {
  const before = readFixture('json-parsers');
  const run = Object.entries(before).filter(([path]) => path.startsWith(first));
  const later = run.map(([path, text]) => [
    path.replace(first, second),
    path.endsWith('.csv')
      ? text.replaceAll(/,(\d+)/g, (_, value: string) => `,${Number(value) + 1}`)
      : text.replace('2026-01-10', '2026-05-01').replace('On a laptop', 'On the laptop again'),
  ]);
  const file = 'data/parse/benchmark.yaml';
  const led = { [file]: `${before[file]}lead: 2026-05-01-laptop\n` };
  return [before, { ...before, ...Object.fromEntries(later), ...led }];
}

describe('a newer run', async () => {
  const [before, after] = await Promise.all(beforeAndAfter().map(outputsOf));
  const id =
    [...(before?.keys() ?? [])].flatMap((path) => /^embed\/([^/@]+)\/index\.html$/.exec(path)?.[1] ?? [])[0] ?? '';
  const pinned = `${id}@2026-01-10-laptop`;
  const text = (outputs: ReadonlyMap<string, string> | undefined, path: string): string => {
    const found = outputs?.get(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  };

  test.each(['.svg', '.png', '.csv'])('leaves the pinned %s as it was, byte for byte', (ending) => {
    expect(text(after, `figures/${pinned}${ending}`)).toBe(text(before, `figures/${pinned}${ending}`));
  });

  test('that leads is what the latest figure shows now, and says', () => {
    expect(text(before, `embed/${id}/index.html`)).toContain('Lead run: On a laptop, 2026-01-10');
    expect(text(after, `embed/${id}/index.html`)).toContain('Lead run: On the laptop again, 2026-05-01');
    expect(text(after, `figures/${id}.csv`)).not.toBe(text(before, `figures/${id}.csv`));
    expect(text(after, `figures/${id}.svg`)).toBe(text(after, `figures/${id}@2026-05-01-laptop.svg`));
  });

  test('is hinted at by the pinned figure of the older one, and by no other', () => {
    expect(text(before, `embed/${pinned}/index.html`)).not.toContain('Newer data exists');
    expect(text(after, `embed/${pinned}/index.html`)).toContain('Newer data exists');
    expect(text(after, `figures/${pinned}/index.html`)).toContain('Newer data exists');
    expect(text(after, `embed/${id}@2026-05-01-laptop/index.html`)).not.toContain('Newer data exists');
    expect(text(after, `embed/${id}/index.html`)).not.toContain('Newer data exists');
    expect(JSON.parse(text(after, `figures/${pinned}.json`)).provenance.newer).toBe(true);
  });
});
