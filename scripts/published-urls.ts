import type { Output } from './domain/source.ts';

/** Every URL ever published, one per line, sorted; assets with a hash in their name do not count. */
interface PublishedUrls {
  readonly text: string;
  readonly added: readonly string[];
  /** Published earlier but no longer in the site. */
  readonly lost: readonly string[];
}

/** Adds the URLs of a built site to the committed list, from which none is ever removed. */
export function addUrls(listed: string, outputs: readonly Output[]): PublishedUrls {
  const known = listed.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const built = outputs.map(({ path }) => path).filter((path) => !unlisted.test(path));
  const all = [...new Set([...known, ...built])].sort();
  return {
    text: `${heading}\n${all.join('\n')}\n`,
    added: [...new Set(built).difference(new Set(known))],
    lost: [...new Set(known).difference(new Set(built))],
  };
}

const unlisted = /^assets\/|^\.nojekyll$/;
const heading =
  '# Every URL ever published. `npm run addresses` adds new ones; a test checks that the site still has all of them.';
