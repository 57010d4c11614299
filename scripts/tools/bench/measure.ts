/** The median time of some runs of the same work, in milliseconds. */
export async function median(work: () => unknown, times = 5): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** A line of a benchmark: what was measured, in milliseconds with so many digits, and as a ratio to the yardstick of the same run. */
export function print(what: string, ms: number, yardstick: number, digits = 0): void {
  const time = ms.toFixed(digits).padStart(7);
  const ratio = (ms / yardstick).toFixed(2).padStart(6);
  process.stdout.write(`${what.padEnd(40)} ${time} ms  ${ratio} ×\n`);
}
