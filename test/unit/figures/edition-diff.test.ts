import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../../scripts/build.ts';
import type { EditionDiff } from '../../../scripts/domain/report.ts';
import { drawEditionDiff } from '../../../scripts/figures/edition-diff.ts';
import { textWidth } from '../../../scripts/figures/svg/text-width.ts';
import type { FigureView } from '../../../scripts/figures/view.ts';
import { textBoxes } from '../../support/figures.ts';
import { realEffects } from '../../support/project.ts';

let drawn: readonly (readonly [EditionDiff, FigureView])[];
beforeAll(async () => {
  const effects = realEffects();
  const { report, loaded } = check(effects);
  const pairs: [EditionDiff, FigureView][] = [];
  for (const one of report?.comparisons ?? [])
    pairs.push([one, await drawEditionDiff(one, loaded.kit.templates, effects)]);
  drawn = pairs;
});

describe('the figure of what became of an edition', () => {
  test('counts every answer once, in its table and in its words', () => {
    expect(drawn.length).toBeGreaterThan(1);
    for (const [{ rows }, view] of drawn) {
      const changes = rows.flatMap((row) => row.changes);
      const kinds = ['changed', 'same', 'repeated'] as const;
      for (const [index, kind] of kinds.entries()) {
        const sum = view.rows.reduce((total, { cells }) => total + Number(cells[index]), 0);
        expect(sum).toBe(changes.filter((one) => one.kind === kind).length);
        expect(view.description).toContain(`${sum} `);
      }
      expect(view.description).toContain(`${changes.length} answers to ${view.rows.length} features`);
    }
  });

  test('writes each count upon its bar and nothing upon another word', () => {
    for (const [, view] of drawn) {
      const boxes = textBoxes(view.svg, (text, size, bold) => textWidth(text, size, bold ? 600 : null));
      const shown = view.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== '0'));
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
    for (const [, view] of drawn) {
      expect(view.svg).toMatch(/data-s="repeated"><path class="r o"/);
      expect(view.svg).toMatch(/data-s="changed"><path class="r"/);
      expect(view.svg).not.toMatch(/data-plot|data-x/);
    }
  });
});
