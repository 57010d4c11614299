import type { ClaimDate } from './claim.ts';

/** `2009-12-22`, `2026-10`, `2015`, `after 2009-12-22`, `before 2010-01-01` to a date; the text must be one of these. */
export function toClaimDate(text: string): ClaimDate {
  const [first = '', second] = text.split(' ');
  if (second === undefined) return { kind: 'on', text: first };
  return { kind: first === 'after' ? 'after' : 'before', text: second };
}

/** The date as authors write it. */
export function writeDate({ kind, text }: ClaimDate): string {
  return kind === 'on' ? text : `${kind} ${text}`;
}

/** The first day a date can mean; of a date before a day only that it is earlier is known, so it is that day's eve at most. */
export function earliestDay({ kind, text }: ClaimDate): string {
  const day = `${text}${'-01-01'.slice(text.length - 4)}`;
  return kind === 'after' ? shiftDays(day, 1) : kind === 'before' ? shiftDays(day, -1) : day;
}

/** Order in time by the first possible day; of the same day, `before` comes first and `after` last. */
export function compareDates(a: ClaimDate, b: ClaimDate): number {
  const left = earliestDay(a);
  const right = earliestDay(b);
  return left < right ? -1 : left > right ? 1 : ranks[a.kind] - ranks[b.kind];
}

const ranks = { before: 0, on: 1, after: 2 } as const;

/** Whole years from one day to a later one; negative the other way round. */
export function yearsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  const early = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  return toYear - fromYear - (early ? 1 : 0);
}

/** Days from one day to a later one; negative the other way round. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day so many days later; earlier for a negative number. */
export function shiftDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
