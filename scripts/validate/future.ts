import { earliestDay, toClaimDate } from '../domain/dates.ts';
import { issue } from '../domain/issue.ts';
import type { Issue, Path, Source } from '../domain/source.ts';
import { isDate } from './shape.ts';

/** The dates that authors write, by key. What an answer itself says, such as an end of life, may lie in the future. */
const authored: ReadonlySet<string> = new Set(['on', 'retrieved', 'disputes', 'date', 'written', 'since']);
/** The dates that enrichment writes of itself; those of commits are whatever their authors' clocks said. */
const collected: ReadonlySet<string> = new Set(['observed', 'collected']);

/** Reports every date of authors that is later than `latestDay`. */
export function checkFuture(source: Source, latestDay: string): readonly Issue[] {
  return laterDates(source, authored, latestDay);
}

/** Reports repository facts that were collected later than `latestDay`. */
export function checkFactsFuture(source: Source, latestDay: string): readonly Issue[] {
  return laterDates(source, collected, latestDay);
}

function laterDates(source: Source, keys: ReadonlySet<string>, latestDay: string): readonly Issue[] {
  return datesIn(source.value, keys, [])
    .filter(({ text }) => firstDay(text) > latestDay)
    .map(({ path, text }) =>
      issue(
        'date-future',
        source.placeOf(path),
        `Found the date ${text}, expected none after ${latestDay}; correct the year, month or day`,
      ),
    );
}

interface Found {
  readonly path: Path;
  readonly text: string;
}

function datesIn(value: unknown, keys: ReadonlySet<string>, path: Path): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => datesIn(one, keys, [...path, index]));
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    return keys.has(String(path.at(-1))) && isDate(withoutWord(text)) ? [{ path, text }] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => datesIn(inner, keys, [...path, key]));
}

function firstDay(text: string): string {
  return earliestDay(toClaimDate(text));
}

function withoutWord(text: string): string {
  return text.replace(/^(?:after|before) (?=\d{4}-\d{2}-\d{2}$)/, '');
}
