import { regular, semibold } from './glyph-widths.ts';

/** Room that words keep for a reader's own, wider face. */
export const slack = 1.15;

/** How wide a line of text is in the site's face; characters without a known width count as wide ones. */
export function textWidth(text: string, size: number, weight: unknown): number {
  const widths = /bold|[6-9]00/.test(String(weight ?? '')) ? semiboldWidths : regularWidths;
  let width = 0;
  for (const character of text) width += widths.get(character) ?? 1000;
  return (width * size) / 1000;
}

const widthsOf = (rows: typeof regular): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)));
const regularWidths = widthsOf(regular);
const semiboldWidths = widthsOf(semibold);
