/** A version: its numbers, and whether it is a final release. */
export interface Version {
  readonly text: string;
  readonly numbers: readonly number[];
  readonly stable: boolean;
}

// Linear on any text: bounded counts, no nested repetition.
const form =
  /^(\d{1,9}(?:\.\d{1,9}){0,4})(?:[-._]?(a|b|c|rc|alpha|beta|pre|preview|dev|m|cr|post|final|release|ga|p)[-._]?(\d{0,9}))?$/i;
const settled = ['post', 'final', 'release', 'ga', 'p'];

/** Reads the version in a text; null if there is none. */
export function parseVersion(text: string): Version | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, numbers = '', suffix] = match;
  return {
    text,
    numbers: numbers.split('.').map(Number),
    stable: suffix === undefined || settled.includes(suffix.toLowerCase()),
  };
}

/** Orders versions by their numbers; missing ones count as 0, and a release candidate comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(a.stable) - Number(b.stable) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
