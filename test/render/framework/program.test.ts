import { describe, expect, test } from 'vitest';
import { diskFiles, memoryEffects } from '../../../scripts/effects.ts';
import type { ProgramSet } from '../../../scripts/program.ts';
import { linesHtml, showPrograms } from '../../../scripts/render/framework/program.ts';
import { root } from '../../project.ts';
import { benchmark, runOf, sweepOf } from '../../samples.ts';

const text = 'def f():\n    return "<&>"  # why\n';

function setOf(name: string): ProgramSet {
  const program = {
    id: 'one',
    build: null,
    command: 'run',
    sweeps: ['first'],
    note: null,
    files: [{ file: `x/${name}`, text }],
  };
  return {
    benchmark: 'knocks',
    written: '2026-01-01',
    note: 'All of a kind.',
    programs: [program],
    file: 'programs.yaml',
  };
}

const run = {
  run: runOf('r', '2026-01-01'),
  sweeps: [{ sweep: { ...sweepOf([], 'first'), label: 'First', framework: 'own' }, levels: [], saturation: null }],
};
const report = { benchmarks: [{ benchmark, runs: [run], looks: new Map() }] };

describe('a program', () => {
  test('is coloured by classes, escaped once, and loses no character', async () => {
    const effects = memoryEffects({}, diskFiles(root));
    const [shown] = await showPrograms([setOf('a.py')], report, effects);
    const lines = shown?.side.files[0]?.lines ?? [];
    expect(lines.map((line) => line.map(([, piece]) => piece).join('')).join('\n')).toBe(text.trimEnd());
    const html = linesHtml(lines);
    expect(html).toContain('<span class="t-keyword">def </span>');
    expect(html).toContain('&lt;&amp;&gt;');
    expect(html).not.toMatch(/style=|<&/);
  });

  test('is named and owned by its sweeps, and carries what is said of all', async () => {
    const [shown] = await showPrograms([setOf('a.py')], report, memoryEffects({}, diskFiles(root)));
    expect(shown).toMatchObject({ frameworks: ['own'], side: { label: 'First', about: 'All of a kind.', note: '' } });
  });

  test('stays plain in a language that nobody knows, and is taken from the cache the second time', async () => {
    const effects = memoryEffects({}, diskFiles(root));
    const [first] = await showPrograms([setOf('a.nosuch')], report, effects);
    expect(first?.side.files[0]?.lines).toEqual([[['', 'def f():']], [['', '    return "<&>"  # why']]]);
    expect(await showPrograms([setOf('a.nosuch')], report, effects)).toEqual([first]);
  });
});
