import { InvalidArgumentError } from 'commander';

/** Ids separated by commas. */
export function ids(text: string): readonly string[] {
  const list = text.split(',');
  if (!list.includes('')) return list;
  throw new InvalidArgumentError('Expected ids separated by commas.');
}

/** A folder on a host: `/` or `/folder/`; a missing slash at the end is added. */
export function basePath(text: string): string {
  const path = text.endsWith('/') ? text : `${text}/`;
  if (/^\/(?:[a-z0-9_-][a-z0-9._-]*\/)*$/i.test(path)) return path;
  // What GitHub Pages says for a site without a folder of its own.
  if (/^\/*$/.test(path)) return '/';
  throw new InvalidArgumentError('Expected `/` or a path such as `/folder/`.');
}

/** The host of a site, without a slash at the end. */
export function siteUrl(text: string): string {
  if (/^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/?$/i.test(text)) return text.replace(/\/$/, '');
  throw new InvalidArgumentError('Expected a host such as `https://me.github.io`.');
}

const mostDays = 36_500;

/** `7d` or `7`. */
export function days(text: string): number {
  const match = /^(\d{1,5})d?$/.exec(text);
  const count = Number(match?.[1] ?? Number.NaN);
  if (count <= mostDays) return count;
  throw new InvalidArgumentError(`Expected a whole number of days from 0 to ${mostDays}, as in \`7d\`.`);
}

/** A parser of whole numbers within bounds. */
export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}
