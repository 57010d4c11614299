import type { Output } from './domain/source.ts';

/** Every address ever published, one a line, sorted; assets with a hash in their name are no addresses. */
interface PublishedUrls {
  readonly text: string;
  readonly added: readonly string[];
  /** Published once and not in the site any more. */
  readonly lost: readonly string[];
}

/** Adds the addresses of a built site to the committed list, from which none is ever taken. */
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
  '# Every address ever published; begun before the first publication. `npm run addresses` adds new ones; a test holds all of them against the site.';
