import { diffArrays } from 'diff';
import type { Change } from './judge.ts';
import type { pairsOf } from './tokens.ts';

/** Where a template stands in a text, and where the two differ. */
export interface Alignment {
  /** The text's words from `start` to `end` (left out) are the template's. */
  readonly start: number;
  readonly end: number;
  readonly equal: number;
  readonly changes: readonly Change[];
  /** Words of the template's begin and end that the text lacks. */
  readonly head: readonly string[];
  readonly tail: readonly string[];
}

/** The place of a text that is most like a template; null where none is like enough. */
export function align(
  template: readonly string[],
  pairs: ReadonlySet<string>,
  text: readonly string[],
): Alignment | null {
  const bound = slack + Math.ceil(template.length * tolerance);
  const from = densestWindow(pairs, text, template.length);
  const [low, high] = [Math.max(0, from - bound), Math.min(text.length, from + template.length + bound)];
  // The window is wider than the template at both ends, and what stands there counts as inserted.
  const parts = diffArrays([...template], text.slice(low, high), { maxEditLength: 4 * bound });
  if (parts === undefined) return null;
  return trim(toRuns(parts), low);
}

const slack = 30;
const tolerance = 0.06;

interface Run {
  readonly equal: readonly string[];
  readonly lacks: readonly string[];
  readonly has: readonly string[];
}

type Parts = readonly { readonly added?: boolean; readonly removed?: boolean; readonly value: readonly string[] }[];

/** Runs of equal words, each with the change that follows it; the first may have no equal words. */
function toRuns(parts: Parts): Run[] {
  const runs: { equal: string[]; lacks: string[]; has: string[] }[] = [{ equal: [], lacks: [], has: [] }];
  for (const { added = false, removed = false, value } of parts) {
    const last = runs.at(-1);
    if (added) last?.has.push(...value);
    else if (removed) last?.lacks.push(...value);
    else runs.push({ equal: [...value], lacks: [], has: [] });
  }
  return runs;
}

/** Takes what stands before and behind the template out of the changes, with the few words met there by chance. */
function trim(runs: readonly Run[], low: number): Alignment | null {
  const head = [...runs];
  let start = low + (head[0]?.has.length ?? 0);
  const missing: string[] = [...(head[0]?.lacks ?? [])];
  head.shift();
  while (head.length > 1 && isIsland(head[0] as Run)) {
    const { equal, lacks, has } = head.shift() as Run;
    missing.push(...equal, ...lacks);
    start += equal.length + has.length;
  }
  const tail: string[] = [];
  const body = head.map((run) => ({ ...run }));
  const last = body.at(-1);
  if (last === undefined) return null;
  tail.push(...last.lacks);
  body[body.length - 1] = { ...last, lacks: [], has: [] };
  while (body.length > 1) {
    const before = body.at(-2) as Run;
    const island = body.at(-1) as Run;
    if (!isIsland({ ...island, has: before.has })) break;
    tail.unshift(...before.lacks, ...island.equal);
    body.pop();
    body[body.length - 1] = { ...before, lacks: [], has: [] };
  }
  const changes = body
    .map(({ lacks, has }) => ({ lacks, has }))
    .filter(({ lacks, has }) => lacks.length + has.length > 0);
  const length = body.reduce((sum, { equal, has }) => sum + equal.length + has.length, 0);
  return {
    start,
    end: start + length,
    equal: body.reduce((sum, { equal }) => sum + equal.length, 0),
    changes,
    head: missing,
    tail,
  };
}

/** A few words that happen to occur before the text begins. */
function isIsland({ equal, has }: Run): boolean {
  return equal.length <= 8 && has.length > equal.length + 2;
}

/** Where a stretch as long as the template begins that has most of its pairs. */
function densestWindow(pairs: ReadonlySet<string>, text: readonly string[], length: number): number {
  const hits = text.slice(1).map((word, at) => Number(pairs.has(`${text[at]} ${word}`)));
  let sum = 0;
  let best = { from: 0, sum: 0 };
  hits.forEach((hit, at) => {
    sum += hit - (hits[at - length] ?? 0);
    if (sum > best.sum) best = { from: Math.max(0, at - length + 1), sum };
  });
  return best.from;
}

/** The share of a template's pairs that a text has, each counted once. */
export function coverage(pairs: ReadonlySet<string>, text: ReturnType<typeof pairsOf>): number {
  let found = 0;
  for (const pair of pairs) if (text.has(pair)) found += 1;
  return pairs.size === 0 ? 0 : found / pairs.size;
}
