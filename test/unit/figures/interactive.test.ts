import { describe, expect, test } from 'vitest';
import { inMemory, outputsOf, readFixture } from '../../support/project.ts';

const files = readFixture('json-parsers');
const folder = 'data/parse/runs/2026-01-10-laptop';

/** The figure's start tag and its run's page, where some files are other ones. */
async function figureWith(changed: Readonly<Record<string, string>>) {
  const outputs = await outputsOf(inMemory({ ...files, ...changed }));
  const page = outputs.get('benchmarks/parse/2026-01-10-laptop/index.html') ?? '';
  return { page, tag: /<figure class="figure"[^>]*>/.exec(page)?.[0] ?? '' };
}

describe('what a figure tells its script', () => {
  test('which way is better', async () => {
    const { page, tag } = await figureWith({});
    expect(tag).toBe('<figure class="figure" id="throughput" data-better="higher">');
    expect(page).toMatch(/<script type="module"[^>]* src="\/parsers\/assets\/figure-[A-Z0-9]{8}\.js">/);
  });

  test('no better end on a busy machine', async () => {
    const description = files[`${folder}/run.yaml`] ?? '';
    const { tag } = await figureWith({
      [`${folder}/run.yaml`]: description.replace('condition: quiet', 'condition: busy'),
    });
    expect(description).toContain('condition: quiet');
    expect(tag).not.toContain('data-better');
  });
});
