import type { Framework } from './framework.ts';
import type { Edition, MatrixCell } from './report.ts';

type CellsByFramework = ReadonlyMap<Framework, readonly MatrixCell[]>;

// Made once an edition: a search for each of ten thousand frameworks would look at fifty million rows.
const kept = new WeakMap<Edition, CellsByFramework>();

/** The cells of a framework in an edition; none if it is not part of it. */
export function cellsIn(edition: Edition, framework: Framework): readonly MatrixCell[] {
  return (kept.get(edition) ?? keep(edition)).get(framework) ?? [];
}

function keep(edition: Edition): CellsByFramework {
  const cells = new Map(edition.rows.map((row) => [row.framework, row.cells]));
  kept.set(edition, cells);
  return cells;
}
