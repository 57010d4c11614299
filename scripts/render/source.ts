import type { NamedSource, Proof } from '../domain/claim.ts';
import { commitAddress, fileAddress } from './forge.ts';

/** A proof as a link: what it is called, where it is, and what to say of it. */
export interface ProofView {
  readonly text: string;
  readonly href: string;
  readonly detail: string;
}

/** A proof's permanent address and its name in words. */
export function viewProof(proof: Proof, sources: ReadonlyMap<string, NamedSource>): ProofView {
  switch (proof.kind) {
    case 'named':
      return viewNamed(proof, sources.get(proof.source));
    case 'url':
      return {
        text: proof.url,
        href: proof.url,
        detail: proof.retrieved === null ? '' : `read on ${proof.retrieved}`,
      };
    case 'file':
      return {
        ...at(proof),
        text: `${proof.path}${proof.line === null ? '' : `:${proof.line}`}`,
        href: fileAddress(proof.repository, proof.commit, proof.path, proof.line),
      };
    case 'commit':
      return {
        ...at(proof),
        text: proof.repository,
        href: commitAddress(proof.repository, proof.commit),
      };
    case 'tag':
      return {
        ...at(proof),
        text: `tag ${proof.tag}`,
        href: commitAddress(proof.repository, proof.commit),
      };
    case 'search':
      return {
        text: `searched for “${proof.search}” in ${proof.in === '' ? 'the whole repository' : proof.in}`,
        href: commitAddress(proof.repository, proof.commit),
        detail: `${at(proof).detail}: nothing found`,
      };
    default:
      return proof satisfies never;
  }
}

function at({ repository, commit }: { readonly repository: string; readonly commit: string }): {
  readonly detail: string;
} {
  return { detail: `${repository} at ${commit.slice(0, 7)}` };
}

function viewNamed({ source, part }: Extract<Proof, { kind: 'named' }>, named: NamedSource | undefined): ProofView {
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
