import type { ComparedSweep, Relation } from './model.ts';

/** A sweep and the framework whose column it stands in. */
export type RankedSweep = Pick<ComparedSweep, 'label' | 'id' | 'readings'> & { readonly compared: string };

/** Two sweeps of different frameworks; where one is higher it comes first. */
interface Pair {
  readonly one: RankedSweep;
  readonly other: RankedSweep;
  readonly relation: Relation;
  /** By how much, or why nothing is said. */
  readonly text: string;
}

/** What may be said in one respect of sweeps of different frameworks: which are higher, which cannot be told apart, which are not ranked. */
export function formatRanking(sweeps: readonly RankedSweep[], at: number): readonly string[] {
  const pairs = pairsOf(sweeps, at);
  const told = pairs.filter(({ relation }) => relation === 'higher');
  const higher = [...Map.groupBy(told, ({ one }) => one)].map(([one, lower]) => formatHigher(one, lower));
  const tied = pairs.filter(({ relation }) => relation === 'tied');
  const unranked = pairs.filter(({ relation }) => relation === 'unranked');
  const reasons = [...Map.groupBy(unranked, ({ text }) => text)];
  return [...higher, formatTie(tied, pairs), ...reasons.map(([why, some]) => formatUnranked(why, some, pairs))].filter(
    (sentence) => sentence !== '',
  );
}

function pairsOf(sweeps: readonly RankedSweep[], at: number): readonly Pair[] {
  const under = sweeps.filter(({ readings }) => readings[at] != null);
  return under.flatMap((one, index) =>
    under
      .slice(index + 1)
      .filter((other) => other.compared !== one.compared)
      .map((other): Pair => {
        const [relation, text] = one.readings[at]?.against[other.id] ?? ['unranked', 'not measured'];
        return relation === 'lower'
          ? { one: other, other: one, relation: 'higher', text }
          : { one, other, relation, text };
      }),
  );
}

function formatHigher(one: RankedSweep, lower: readonly Pair[]): string {
  const parts = lower.map(({ other, text }) => `than ${nameOf(other)}${text === '' ? '' : ` by ${text}`}`);
  return `${nameOf(one)} is higher ${parts.join(', ')}.`;
}

function formatTie(tied: readonly Pair[], all: readonly Pair[]): string {
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
function formatUnranked(why: string, some: readonly Pair[], all: readonly Pair[]): string {
  if (some.length === all.length) return `Not ranked: ${why}.`;
  const has = (pair: Pair, sweep: RankedSweep): boolean => pair.one === sweep || pair.other === sweep;
  const sweeps = [...new Set(some.flatMap(({ one, other }) => [one, other]))];
  const whole = sweeps.filter((sweep) => all.every((pair) => !has(pair, sweep) || some.includes(pair)));
  const rest = some.filter((pair) => !whole.some((sweep) => has(pair, sweep)));
  const names = [...whole.map(nameOf), ...rest.map(({ one, other }) => `${nameOf(one)} and ${nameOf(other)}`)];
  return `Not ranked, ${why}: ${names.join('; ')}.`;
}

/** A label that can stand in a list: without commas of its own. */
function nameOf({ label }: RankedSweep): string {
  return label.replaceAll(',', '');
}
