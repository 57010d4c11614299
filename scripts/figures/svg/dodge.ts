interface Block {
  readonly members: number[];
  /** Where the first member wants to be, averaged over the members. */
  start: number;
}

/**
 * Moves positions apart until they keep `gap`, staying between `low` and `high` and as near to where they want to be
 * as least squares allow (pool adjacent violators); the order of the targets is kept. Units are those of the targets.
 */
export function dodge(targets: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = targets.map((_, index) => index).sort((a, b) => (targets[a] ?? 0) - (targets[b] ?? 0) || a - b);
  const blocks: Block[] = [];
  for (const index of order) {
    blocks.push({ members: [index], start: targets[index] ?? 0 });
    mergeOverlaps(blocks, targets, gap);
  }
  const positions = new Array<number>(targets.length).fill(0);
  for (const { members, start } of blocks) {
    for (const [position, index] of members.entries()) positions[index] = start + position * gap;
  }
  return clamp(positions, order, gap, low, high).map((y) => Math.round(y * 100) / 100);
}

function mergeOverlaps(blocks: Block[], targets: readonly number[], gap: number): void {
  for (
    let last = blocks.at(-1), before = blocks.at(-2);
    last !== undefined && before !== undefined;
    last = blocks.at(-1), before = blocks.at(-2)
  ) {
    if (before.start + before.members.length * gap <= last.start) return;
    blocks.splice(-2, 2);
    const members = [...before.members, ...last.members];
    const wanted = members.map((index, position) => (targets[index] ?? 0) - position * gap);
    blocks.push({ members, start: wanted.reduce((sum, one) => sum + one, 0) / members.length });
  }
}

/** Pushes what stands outside back in, from both ends, without breaking the gap. */
function clamp(
  positions: readonly number[],
  order: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const result = [...positions];
  let floor = low;
  for (const index of order) {
    result[index] = Math.max(result[index] ?? 0, floor);
    floor = (result[index] ?? 0) + gap;
  }
  let ceiling = high;
  for (const index of order.toReversed()) {
    result[index] = Math.min(result[index] ?? 0, ceiling);
    ceiling = (result[index] ?? 0) - gap;
  }
  return result;
}
