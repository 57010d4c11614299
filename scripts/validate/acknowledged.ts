import * as v from 'valibot';
import { issue, rules } from '../domain/issue.ts';
import type { Issue, Source } from '../domain/source.ts';
import { type Checked, checkShape, day, line, mapping, oneOf, prose } from './shape.ts';

const warnings = Object.entries(rules).flatMap(([rule, level]) => (level === 'warning' ? [rule] : []));

/** The shape of `data/acknowledged.yaml`: the warnings that a maintainer has read and lets stand. */
const acknowledgedSchema = v.array(
  mapping({
    rule: oneOf(warnings),
    place: line(200),
    says: v.optional(line(200)),
    reason: prose(),
    until: day(),
  }),
);

interface Acknowledgment {
  readonly rule: string;
  /** The file of the warning. */
  readonly place: string;
  /** What its message begins with; null for all of the rule in the file. */
  readonly says: string | null;
  readonly reason: string;
  /** The day from which the warning is shown again. */
  readonly until: string;
}

/** The issues to show, and those that are acknowledged. */
export interface Split {
  readonly issues: readonly Issue[];
  readonly acknowledged: readonly Issue[];
}

/** Reads `data/acknowledged.yaml`. */
export function readAcknowledged(source: Source): Checked<readonly Acknowledgment[]> {
  const { value, issues } = checkShape(acknowledgedSchema, source);
  return { value: value?.map(({ says = null, ...rest }) => ({ ...rest, says })) ?? null, issues };
}

/**
 * Takes acknowledged warnings out of the issues. An entry that is over by `latestDay` hides nothing; one that is over, or
 * matches nothing, is an issue itself.
 */
export function splitAcknowledged(
  all: readonly Issue[],
  entries: readonly Acknowledgment[],
  source: Source,
  latestDay: string,
): Split {
  const valid = entries.filter(({ until }) => until >= latestDay);
  const isKnown = (one: Issue): boolean => valid.some((entry) => matches(entry, one));
  const stale = entries.flatMap((entry, index) => staleIssue(entry, source, index, { all, latestDay }));
  return { issues: [...all.filter((one) => !isKnown(one)), ...stale], acknowledged: all.filter(isKnown) };
}

function staleIssue(
  entry: Acknowledgment,
  source: Source,
  index: number,
  { all, latestDay }: { readonly all: readonly Issue[]; readonly latestDay: string },
): readonly Issue[] {
  const says = (text: string): readonly Issue[] => [issue('acknowledged-stale', source.placeOf([index]), text)];
  if (!all.some((one) => matches(entry, one)))
    return says(`Found no warning ${entry.rule} in ${entry.place} that this entry could mean; remove the entry`);
  if (entry.until < latestDay)
    return says(
      `The entry ended on ${entry.until}; look at the warning again, then mend its cause or write a later day`,
    );
  return [];
}

function matches({ rule, place, says }: Acknowledgment, one: Issue): boolean {
  return one.level === 'warning' && one.rule === rule && one.place.file === place && one.message.startsWith(says ?? '');
}
