/** A version: its epoch (0 if it has none), its numbers, and whether it is a final release. */
export interface Version {
  readonly text: string;
  readonly epoch: number;
  readonly numbers: readonly number[];
  readonly stable: boolean;
}

// Linear on any text: bounded counts, no nested repetition. Build metadata after "+" is ignored.
const form =
  /^(?:(\d{1,4})!)?(\d{1,9}(?:[._-]\d{1,9}){0,4})([d-z](?![a-z]))?((?:[-._]?(?:alpha|beta|preview|pre|next|canary|nightly|snapshot|dev|rc|cr|[abcm]|post|final|release|ga|p|rev)(?:[-._]?\d{1,9}){0,3}){0,2})(?:\+[0-9a-z.-]{1,60})?$/i;
const settled = /^(?:[-._]?(?:post|final|release|ga|p|rev)(?:[-._]?\d{1,9}){0,3})*$/i;

/** Reads the version in a text, its numbers joined by dots; null if there is none. */
export function parseVersion(text: string): Version | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, epoch, found = '', letter = '', suffix = ''] = match;
  const numbers = found.split(/[._-]/);
  return {
    text: `${epoch === undefined ? '' : `${epoch}!`}${numbers.join('.')}${text.slice(text.indexOf(found) + found.length)}`,
    epoch: Number(epoch ?? 0),
    numbers: [...numbers.map(Number), ...(letter === '' ? [] : [letter.toLowerCase().charCodeAt(0)])],
    stable: settled.test(suffix),
  };
}

/** Orders versions by their numbers; missing ones count as 0, and a release candidate comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at += 1) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(a.stable) - Number(b.stable) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
