import { parse, type Spec, View } from 'vega';
import { describe, expect, test } from 'vitest';
import { inMemory, outputsOf, readFixture } from '../../support/project.ts';

const files = readFixture('json-parsers');
const folder = 'data/parse/runs/2026-01-10-laptop';
const figures = 'figures/parse/2026-01-10-laptop';

/** The start tag of the figure on its run's page, and all outputs, where some files are other ones. */
async function figureWith(changed: Readonly<Record<string, string>>) {
  const outputs = await outputsOf(inMemory({ ...files, ...changed }));
  const page = outputs.get('benchmarks/parse/2026-01-10-laptop/index.html') ?? '';
  return { outputs, page, tag: /<figure class="figure"[^>]*>/.exec(page)?.[0] ?? '' };
}

const plain = figureWith({});

describe('what a figure tells its script', () => {
  test('which way is better, the other scale and Vega, each at an address that is there', async () => {
    const { outputs, page, tag } = await plain;
    expect(tag).toBe(
      `<figure class="figure" id="throughput" data-better="higher" data-other="log" data-other-href="/parsers/${figures}/throughput.log.svg" data-explore="/parsers/${figures}/throughput.vg.json">`,
    );
    expect(outputs.get(`${figures}/throughput.log.svg`)).toMatch(/^<svg class="chart" .* data-y="log \d/);
    expect(page).toMatch(/<script type="module"[^>]* src="\/parsers\/assets\/figure-[A-Z0-9]{8}\.js">/);
  });

  test('no other scale where a point could not stand on it', async () => {
    const { outputs, tag } = await figureWith({
      [`${folder}/brook.csv`]: 'document_kib,throughput_mib_per_s\n1,20\n10,0\n100,71\n',
    });
    expect(tag).not.toContain('data-other');
    expect(tag).toContain('data-explore');
    expect([...outputs.keys()].filter((path) => path.endsWith('.log.svg'))).toEqual([]);
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

describe('the specification to explore', () => {
  test('needs no compiler of text, has its scales bound, and takes its colours from the page', async () => {
    const { outputs } = await plain;
    const text = outputs.get(`${figures}/throughput.vg.json`) ?? '';
    const spec = JSON.parse(text) as Spec;
    expect(text).toContain('var(--hue-0)');
    expect(text).not.toMatch(/"#[0-9a-f]{6}"/);
    const bound = spec.scales?.filter((scale) => 'domainRaw' in scale).map(({ name }) => name);
    expect(bound).toEqual(['x', 'y']);
    const { expressionInterpreter } = await import('vega-interpreter');
    const view = new View(parse(spec, {}, { ast: true }), { expr: expressionInterpreter, renderer: 'none' });
    const whole = await view.toSVG();
    view.finalize();
    expect(whole).toContain('Program: twig; Document, KiB: 10; Throughput, MiB/s: ');
    expect(whole).toContain('>100</text>');
  });

  test('has labels that stay and no strokes that would point nowhere', async () => {
    const { outputs } = await plain;
    const { marks = [] } = JSON.parse(outputs.get(`${figures}/throughput.vg.json`) ?? '{}') as Spec;
    const named = new Map(marks.map((mark) => [mark.name, mark]));
    expect(named.has('leader_marks')).toBe(false);
    expect(named.get('label_marks')?.clip).not.toBe(true);
    expect(named.get('points_marks')?.clip).toBe(true);
  });
});
