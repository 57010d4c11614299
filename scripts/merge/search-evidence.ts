import type { Content, FromGit } from '../domain/facts.ts';
import type { Verdict } from '../domain/report.ts';

/** What the searches in a tree say about a claim, and the place that says it; null if no file contains the word. */
interface SearchVerdict {
  readonly verdict: Verdict;
  readonly short: string;
  readonly says: string;
  readonly hit: { readonly path: string; readonly line: number } | null;
}

/**
 * A word in the source is evidence for a feature; its absence is not evidence against it, since a library may do the work.
 * A word only in a test, an example, a sketch or bundled code decides nothing.
 */
export function judgeSearch(
  rank: number,
  { patterns, in: where }: Extract<FromGit, { kind: 'grep' }>,
  content: Content,
): SearchVerdict | null {
  const searches = content.searches.filter((one) => one.in === where && patterns.includes(one.pattern));
  if (searches.length === 0) return null;
  const scope = where === 'source' ? 'source file' : 'file';
  const own = searches.filter(({ files }) => files > 0).sort((a, b) => b.files - a.files)[0];
  if (own !== undefined)
    return {
      verdict: rank === 0 ? 'contradicted' : rank > 0 ? 'confirmed' : 'inconclusive',
      short: `${own.pattern} in ${count(own.files, 'file')}`,
      says: `${count(own.files, scope)} ${own.files === 1 ? 'names' : 'name'} ${own.pattern}: ${own.sample[0]?.path ?? ''}${own.files > 1 ? ' …' : ''}`,
      hit: own.sample[0] ?? null,
    };
  const aside = searches.find(({ elsewhere }) => elsewhere.files > 0);
  const [first] = aside?.elsewhere.sample ?? [];
  if (aside !== undefined && first !== undefined)
    return {
      verdict: 'inconclusive',
      short: `${aside.pattern} outside the source`,
      says: `${aside.pattern} only in tests, examples, sketches or bundled code: ${first.path}${aside.elsewhere.files > 1 ? ' …' : ''}`,
      hit: first,
    };
  const verdict = rank === 0 ? 'confirmed' : 'inconclusive';
  return { verdict, short: 'not named', says: `no ${scope} names ${patterns.join(' or ')}`, hit: null };
}

function count(files: number, one: string): string {
  return `${files} ${one}${files === 1 ? '' : 's'}`;
}
