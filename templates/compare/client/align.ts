import { diffArrays } from 'diff';

/** One row of texts set side by side: an index into each text's lines, null where a text has no such line. */
interface AlignedRow {
  readonly lines: readonly (number | null)[];
  /** Every text has a line here and all of them are the same. */
  readonly shared: boolean;
}

/**
 * Lines of several texts in rows, so that lines they share stand beside one another. Texts are laid one after another onto the rows
 * so far, by the longest common sequence; what stands between two shared lines is paired from the top. Blanks around a line do not count.
 */
export function alignTexts(texts: readonly (readonly string[])[]): readonly AlignedRow[] {
  const keys = texts.map((lines) => lines.map((line) => line.trim()));
  let rows: (number | null)[][] = [];
  for (const [column, lines] of keys.entries()) rows = addColumn(rows, column, lines, keys);
  return rows.map((lines) => {
    const found = lines.map((line, column) => (line === null ? null : keys[column]?.[line]));
    return { lines, shared: texts.length > 1 && found.every((key) => key !== null && key === found[0]) };
  });
}

function addColumn(
  rows: readonly (number | null)[][],
  column: number,
  lines: readonly string[],
  keys: readonly (readonly string[])[],
): (number | null)[][] {
  if (column === 0) return lines.map((_, index) => [index]);
  const textsOf = (row: readonly (number | null)[]): readonly (string | undefined)[] =>
    row.map((line, at) => (line === null ? undefined : keys[at]?.[line]));
  const parts = diffArrays<unknown>([...rows.map(textsOf)], [...lines], {
    comparator: (left, right) => Array.isArray(left) && left.includes(right),
  });
  const laid: (number | null)[][] = [];
  let [row, line] = [0, 0];
  // Rows and lines that have no partner so far: between two shared lines they are paired from the top.
  let [oldRows, newLines]: [(number | null)[][], number[]] = [[], []];
  const pair = (): void => {
    for (let at = 0; at < Math.max(oldRows.length, newLines.length); at++)
      laid.push([...(oldRows[at] ?? blank(column)), newLines[at] ?? null]);
    [oldRows, newLines] = [[], []];
  };
  for (const { added, removed, count } of parts) {
    for (let at = 0; at < count; at++) {
      if (removed) oldRows.push(rows[row++] ?? blank(column));
      else if (added) newLines.push(line++);
      else {
        if (at === 0) pair();
        laid.push([...(rows[row++] ?? blank(column)), line++]);
      }
    }
  }
  pair();
  return laid;
}

function blank(columns: number): null[] {
  return Array.from({ length: columns }, () => null);
}
