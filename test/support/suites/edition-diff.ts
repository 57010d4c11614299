import { beforeAll, describe, expect, test } from 'vitest';
import { changesId } from '../../../scripts/domain/figure.ts';
import type { EditionDiff } from '../../../scripts/domain/report.ts';
import { drawFigures } from '../../../scripts/figures/draw.ts';
import type { Figure } from '../../../scripts/figures/figure.ts';
import { planFigures } from '../../../scripts/figures/plan.ts';
import { inlineSvg } from '../../../scripts/figures/svg/drawing.ts';
import { textWidth } from '../../../scripts/figures/svg/text-width.ts';
import { loadProject } from '../../../scripts/load/project.ts';
import type { BuiltSite } from '../built-site.ts';
import { textBoxes } from '../figures.ts';

/** The figures of what became of each edition. */
export function describeEditionDiffs(open: () => Promise<BuiltSite>): void {
  let drawn: readonly (readonly [EditionDiff, Figure, string])[];
  beforeAll(async () => {
    const { effects, report } = await open();
    const { kit } = loadProject(effects.files, effects.shared);
    const plan = planFigures(report, []).filter(({ kind }) => kind === 'diff');
    const figures = await drawFigures(plan, report, kit, effects);
    drawn = report.comparisons.flatMap((diff) => {
      const figure = figures.get(changesId(diff.before.definition.id));
      const drawing = figure?.drawing ?? null;
      return figure === null || drawing === null ? [] : [[diff, figure, inlineSvg(drawing)] as const];
    });
  });

  describe('the figure of what became of an edition', () => {
    test('counts every answer once, in its table and in its sentence', () => {
      for (const [{ rows }, { table, alt }] of drawn) {
        const changes = rows.flatMap((row) => row.changes);
        const kinds = ['changed', 'same', 'repeated'] as const;
        for (const [index, kind] of kinds.entries()) {
          const sum = table.rows.reduce((total, { cells }) => total + Number(cells[index]?.value), 0);
          expect(sum).toBe(changes.filter((one) => one.kind === kind).length);
          expect(alt).toContain(`${sum} `);
        }
        expect(alt).toContain(`${changes.length} answers to ${table.rows.length} features`);
      }
    });

    test('writes each count upon its bar and nothing upon another word', () => {
      for (const [, { table }, svg] of drawn) {
        const boxes = textBoxes(svg, (text, size, bold) => textWidth(text, size, bold ? 600 : null));
        const shown = table.rows.flatMap(({ cells }) => cells.map(({ text }) => text).filter((text) => text !== '0'));
        const written = boxes.map(({ text }) => text);
        for (const count of new Set(shown)) {
          const times = shown.filter((one) => one === count).length;
          expect(written.filter((one) => one === count).length, count).toBeGreaterThanOrEqual(times);
        }
        const covered = boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
            .map((b) => `${a.text} | ${b.text}`),
        );
        expect(covered).toEqual([]);
      }
    });

    test('tells the kinds apart without color, and offers a script nothing to follow', () => {
      for (const [, , svg] of drawn) {
        expect(svg).not.toMatch(/data-s="repeated"><path class="r"/);
        expect(svg).not.toMatch(/data-s="changed"><path class="r o"/);
        expect(svg).toMatch(/data-s="(?:repeated|changed)"><path class="r\b/);
        expect(svg).not.toMatch(/data-plot|data-x/);
      }
    });
  });
}
