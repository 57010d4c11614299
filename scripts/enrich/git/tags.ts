import type { Release } from '../../domain/facts.ts';
import { limits } from '../../domain/limits.ts';
import { compareVersions, parseVersion, type Version } from '../../domain/versions.ts';
import { dayOf } from './history.ts';

const placeholder = '{semver}';

/** The version in a tag by the first template that it matches; null if it matches none. */
export function readVersion(tag: string, templates: readonly string[]): Version | null {
  if (tag.length > limits.gitTagLength) return null;
  for (const template of templates) {
    const [before = '', after = ''] = template.split(placeholder);
    if (tag.length <= before.length + after.length || !tag.startsWith(before) || !tag.endsWith(after)) continue;
    const version = parseVersion(tag.slice(before.length, tag.length - after.length));
    if (version !== null) return version;
  }
  return null;
}

/** The format of `git for-each-ref` that `readReleases` reads. */
export const tagFormat =
  '--format=%(refname:strip=2)%00%(creatordate:unix)%00%(objectname)%00%(*objectname)%00%(objecttype)%00%(*objecttype)';

/** The releases among tags, oldest first, and the tags with the name of one that point to a tree or a file. */
interface ReadTags {
  readonly releases: readonly Release[];
  readonly strays: readonly string[];
}

/** Parses the output of `for-each-ref` in `tagFormat` into the releases among the tags. */
export function readReleases(output: string, templates: readonly string[], now: number): ReadTags {
  const lines = output.split('\n').map((line) => line.split('\0'));
  const isStray = ([, , , , kind = '', target = '']: readonly string[]): boolean =>
    ['tree', 'blob'].includes(target === '' ? kind : target);
  const strays = lines.filter(isStray).map(([tag = '']) => tag);
  const releases = lines.flatMap((fields): Release[] => {
    const [tag = '', seconds = '', object = '', target = ''] = fields;
    const version = readVersion(tag, templates);
    const time = /^\d{1,12}$/.test(seconds) ? Number(seconds) : 0;
    if (version === null || time <= 0 || time > now + 86_400 || isStray(fields)) return [];
    return [
      {
        tag,
        version: version.text,
        date: dayOf(time),
        commit: target === '' ? object : target,
        stable: version.stable,
      },
    ];
  });
  const sorted = releases.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byVersion(a, b, templates)));
  return { releases: sorted, strays: strays.filter((tag) => readVersion(tag, templates) !== null) };
}

function byVersion(a: Release, b: Release, templates: readonly string[]): number {
  const [left, right] = [readVersion(a.tag, templates), readVersion(b.tag, templates)];
  return left === null || right === null ? 0 : compareVersions(left, right);
}
