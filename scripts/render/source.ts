import type { ClaimSource, NamedSource } from '../domain/claim.ts';
import { commitUrl, fileUrl } from './forge.ts';

/** A source as a link: its name, URL and details. */
export interface SourceView {
  readonly text: string;
  readonly href: string;
  readonly detail: string;
}

/** A source's name and permanent URL. */
export function viewSource(source: ClaimSource, sources: ReadonlyMap<string, NamedSource>): SourceView {
  switch (source.kind) {
    case 'named':
      return viewNamed(source, sources.get(source.source));
    case 'url':
      return {
        text: source.url,
        href: source.url,
        detail: source.retrieved === null ? '' : `read on ${source.retrieved}`,
      };
    case 'file':
      return {
        ...at(source),
        text: `${source.path}${source.line === null ? '' : `:${source.line}`}`,
        href: fileUrl(source.repository, source.commit, source.path, source.line),
      };
    case 'commit':
      return {
        ...at(source),
        text: source.repository,
        href: commitUrl(source.repository, source.commit),
      };
    case 'tag':
      return {
        ...at(source),
        text: `tag ${source.tag}`,
        href: commitUrl(source.repository, source.commit),
      };
    case 'search':
      return {
        text: `searched for “${source.search}” in ${source.in === '' ? 'the whole repository' : source.in}`,
        href: commitUrl(source.repository, source.commit),
        detail: `${at(source).detail}: nothing found`,
      };
    default:
      return source satisfies never;
  }
}

function at({ repository, commit }: { readonly repository: string; readonly commit: string }): {
  readonly detail: string;
} {
  return { detail: `${repository} at ${commit.slice(0, 7)}` };
}

function viewNamed(
  { source, part }: Extract<ClaimSource, { kind: 'named' }>,
  named: NamedSource | undefined,
): SourceView {
  if (named === undefined) return { text: source, href: '', detail: '' };
  const href =
    part !== null && named.partUrl !== null
      ? named.partUrl.replace('{part}', () => encodeURIComponent(part))
      : named.url;
  return {
    text: named.title,
    href,
    detail: `${named.author}, ${named.date}${part === null ? '' : `, ${part}`}`,
  };
}
