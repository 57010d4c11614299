import type { Relation, SideSweep } from './model.ts';

/** A sweep and the framework whose column it stands in. */
export type PlacedSweep = Pick<SideSweep, 'label' | 'id' | 'readings'> & { readonly side: string };

/** Two sweeps of different frameworks; where one is higher it comes first. */
interface Pair {
  readonly one: PlacedSweep;
  readonly other: PlacedSweep;
  readonly relation: Relation;
  /** By how much, or why nothing is said. */
  readonly words: string;
}

/** What may be said in one respect of sweeps of different frameworks: which are higher, which cannot be told apart, which are not ranked. */
export function standingWords(sweeps: readonly PlacedSweep[], at: number): readonly string[] {
  const pairs = pairsOf(sweeps, at);
  const told = pairs.filter(({ relation }) => relation === 'higher');
  const higher = [...Map.groupBy(told, ({ one }) => one)].map(([one, lower]) => higherWords(one, lower));
  const tied = pairs.filter(({ relation }) => relation === 'tied');
  const unranked = pairs.filter(({ relation }) => relation === 'unranked');
  const reasons = [...Map.groupBy(unranked, ({ words }) => words)];
  return [...higher, tiedWords(tied, pairs), ...reasons.map(([why, some]) => unrankedWords(why, some, pairs))].filter(
    (sentence) => sentence !== '',
  );
}

function pairsOf(sweeps: readonly PlacedSweep[], at: number): readonly Pair[] {
  return sweeps.flatMap((one, index) =>
    sweeps
      .slice(index + 1)
      .filter((other) => other.side !== one.side)
      .map((other): Pair => {
        const [relation, words] = one.readings[at]?.against[other.id] ?? ['unranked', 'not measured'];
        return relation === 'lower'
          ? { one: other, other: one, relation: 'higher', words }
          : { one, other, relation, words };
      }),
  );
}

function higherWords(one: PlacedSweep, lower: readonly Pair[]): string {
  const parts = lower.map(({ other, words }) => `than ${nameOf(other)}${words === '' ? '' : ` by ${words}`}`);
  return `${nameOf(one)} is higher ${parts.join(', ')}.`;
}

function tiedWords(tied: readonly Pair[], all: readonly Pair[]): string {
  const [first] = tied;
  if (first === undefined) return '';
  if (all.length > 1 && tied.length === all.length) return 'None of them can be told apart in this run.';
  if (tied.length === 1) return `${nameOf(first.one)} and ${nameOf(first.other)} cannot be told apart in this run.`;
  const groups = [...Map.groupBy(tied, ({ one }) => one)].map(
    ([one, others]) => `${nameOf(one)} from ${others.map(({ other }) => nameOf(other)).join(', ')}`,
  );
  return `Cannot be told apart in this run: ${groups.join('; ')}.`;
}

/** Whole sweeps where all their pairs share the reason, so that one disturbed sweep is named once. */
function unrankedWords(why: string, some: readonly Pair[], all: readonly Pair[]): string {
  if (some.length === all.length) return `Not ranked: ${why}.`;
  const has = (pair: Pair, sweep: PlacedSweep): boolean => pair.one === sweep || pair.other === sweep;
  const sweeps = [...new Set(some.flatMap(({ one, other }) => [one, other]))];
  const whole = sweeps.filter((sweep) => all.every((pair) => !has(pair, sweep) || some.includes(pair)));
  const rest = some.filter((pair) => !whole.some((sweep) => has(pair, sweep)));
  const names = [...whole.map(nameOf), ...rest.map(({ one, other }) => `${nameOf(one)} and ${nameOf(other)}`)];
  return `Not ranked, ${why}: ${names.join('; ')}.`;
}

/** A label that can stand in a list: without commas of its own. */
function nameOf({ label }: PlacedSweep): string {
  return label.replaceAll(',', '');
}
