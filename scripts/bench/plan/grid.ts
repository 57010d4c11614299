/** Where the steps of a sweep stand: coarse first, then halved around the knee. */
export interface Grid {
  /** Coarse steps, ascending. */
  readonly coarse: readonly number[];
  /** The knee is known once the steps around it are no further apart, or than 2.5 % of them; 0 for coarse steps only. */
  readonly resolution: number;
  /** How many coarse steps in a row may fail before the rest is left out. */
  readonly failures: number;
}

/** A step that was taken, and whether the server held it. */
export interface Tried {
  readonly step: number;
  readonly held: boolean;
}

/**
 * The next step of a sweep; null when there is none. `earlier` is what earlier repeats took: where it has a knee, a repeat
 * looks for its own from there, on the same steps, so that repeats can be compared and cost a third.
 */
export function nextStep(tried: readonly Tried[], grid: Grid, earlier: readonly Tried[] = []): number | null {
  const taken = new Set(tried.map(({ step }) => step));
  if (earlier.length > 0 && grid.resolution > 0) {
    const known = nextKnown(tried, earlier, taken);
    if (known !== null) return known;
    if (bracketOf(tried).failed !== null) return halve(tried, grid, taken);
  }
  const lowest = earlier.length > 0 && grid.resolution > 0 ? bracketOf(tried).held : -1;
  const coarse = grid.coarse.find((step) => step > lowest && !taken.has(step) && !stopped(tried, grid, step));
  return coarse ?? halve(tried, grid, taken);
}

/** A step below half of the known knee, the knee itself, and from there up or down until both sides are told. */
function nextKnown(tried: readonly Tried[], earlier: readonly Tried[], taken: ReadonlySet<number>): number | null {
  const ladder = [...new Set(earlier.map(({ step }) => step))].sort((a, b) => a - b);
  const { held: knee } = bracketOf(earlier);
  const anchors = [ladder.findLast((step) => step <= knee / 2), ladder.findLast((step) => step <= knee) ?? ladder[0]];
  const anchor = anchors.find((step) => step !== undefined && !taken.has(step));
  const { held, failed } = bracketOf(tried);
  if (failed === null) return anchor ?? ladder.find((step) => step > held) ?? null;
  return ladder.findLast((step) => step < failed && step > held) ?? null;
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
  // Repeats differ by more than this.
  const enough = Math.max(resolution, held * 0.025);
  if (resolution <= 0 || failed === null || failed - held <= enough) return null;
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
