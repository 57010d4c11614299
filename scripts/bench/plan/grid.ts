/** Where the steps of a sweep stand: coarse first, then halved around the knee. */
export interface Grid {
  /** Coarse steps, ascending. */
  readonly coarse: readonly number[];
  /** The knee is known once the steps around it are no further apart; 0 for coarse steps only. */
  readonly resolution: number;
  /** How many coarse steps in a row may fail before the rest is left out. */
  readonly failures: number;
}

/** A step that was taken, and whether the server held it. */
export interface Tried {
  readonly step: number;
  readonly held: boolean;
}

/** The next step of a sweep; null when there is none. `also` are steps that an earlier repeat took, so that repeats can be compared. */
export function nextStep(tried: readonly Tried[], grid: Grid, also: readonly number[] = []): number | null {
  const taken = new Set(tried.map(({ step }) => step));
  const coarse = grid.coarse.filter((step) => !stopped(tried, grid, step)).find((step) => !taken.has(step));
  if (coarse !== undefined) return coarse;
  const shared = [...also].sort((a, b) => a - b).find((step) => !taken.has(step) && !grid.coarse.includes(step));
  return shared ?? halve(tried, grid, taken);
}

/** The highest step that was held, as was every lower one, and the lowest that was not; null where nothing bounds it. */
export function bracketOf(tried: readonly Tried[]): { readonly held: number; readonly failed: number | null } {
  const ascending = [...tried].sort((a, b) => a.step - b.step);
  const failed = ascending.find(({ held }) => !held)?.step ?? null;
  const held = ascending.filter(({ step }) => failed === null || step < failed).at(-1)?.step ?? 0;
  return { held, failed };
}

/** Have so many coarse steps below this one failed, one behind the other, that it would tell nothing? */
function stopped(tried: readonly Tried[], { coarse, failures }: Grid, step: number): boolean {
  const below = tried
    .filter((one) => one.step < step && coarse.includes(one.step))
    .sort((a, b) => b.step - a.step)
    .slice(0, failures);
  return below.length === failures && below.every(({ held }) => !held);
}

function halve(tried: readonly Tried[], { resolution }: Grid, taken: ReadonlySet<number>): number | null {
  const { held, failed } = bracketOf(tried);
  if (resolution <= 0 || failed === null || failed - held <= resolution) return null;
  const middle = Math.round((held + failed) / 2 / resolution) * resolution;
  return middle <= held || middle >= failed || taken.has(middle) ? null : middle;
}

/** `400:9000:100`, or steps separated by commas; null where it is neither. */
export function readSteps(text: string): readonly number[] | null {
  const range = /^(\d+):(\d+):(\d+)$/.exec(text)?.slice(1).map(Number);
  if (range !== undefined) {
    const [from = 0, to = 0, by = 0] = range;
    const count = by > 0 ? Math.floor((to - from) / by) + 1 : 0;
    return count > 0 && count <= 1000 ? Array.from({ length: count }, (_, index) => from + index * by) : null;
  }
  if (!/^\d+(?:,\d+)*$/.test(text)) return null;
  return [...new Set(text.split(',').map(Number))].sort((a, b) => a - b);
}
