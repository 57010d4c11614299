import type { ClaimDate } from './claim.ts';

/** Reads `2009-12-22`, `2026-10`, `2015`, `after 2009-12-22` or `before 2010-01-01`; any other text is an error of the caller. */
export function toClaimDate(text: string): ClaimDate {
  const [first = '', second] = text.split(' ');
  if (second === undefined) return { kind: 'on', text: first };
  return { kind: first === 'after' ? 'after' : 'before', text: second };
}

/** The date as authors write it. */
export function writeDate({ kind, text }: ClaimDate): string {
  return kind === 'on' ? text : `${kind} ${text}`;
}

/** The first day that a date can mean; for `before` a day, the day before it. */
export function earliestDay({ kind, text }: ClaimDate): string {
  const day = `${text}${'-01-01'.slice(text.length - 4)}`;
  return kind === 'after' ? shiftDays(day, 1) : kind === 'before' ? shiftDays(day, -1) : day;
}

/** Orders dates by their first possible day; on the same day, `before` comes first and `after` last. */
export function compareDates(a: ClaimDate, b: ClaimDate): number {
  const left = earliestDay(a);
  const right = earliestDay(b);
  return left < right ? -1 : left > right ? 1 : ranks[a.kind] - ranks[b.kind];
}

const ranks = { before: 0, on: 1, after: 2 } as const;

/** Whole years from one day to a later one; negative if it is earlier. */
export function yearsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  const early = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  return toYear - fromYear - (early ? 1 : 0);
}

/** Days from one day to a later one; negative if it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day a number of days later; earlier for a negative number. */
export function shiftDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
